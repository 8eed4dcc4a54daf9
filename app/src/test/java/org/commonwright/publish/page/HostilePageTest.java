package org.commonwright.publish.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.commonwright.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of a design that would run something in who reads the page, or bring down who makes it.
class HostilePageTest {
    private static final String EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&\u0000\u001b";

    @Test
    void everyFieldIsTextAndNothingElse() {
        var page = new Page(EVIL, Locale.ENGLISH, List.of(new Block.Heading(2, EVIL, EVIL), new Block.Paragraph(EVIL),
                new Block.Remark(EVIL), new Block.Facts(List.of(new Block.Fact(EVIL, EVIL))),
                new Block.Table(List.of(EVIL, EVIL), List.of(0), List.of(List.of(EVIL, EVIL))),
                new Block.Bullets(List.of(EVIL)),
                prose(EVIL + "\n\n" + EVIL + "\n\n- " + EVIL + "\n\n| a | b |\n|---|---|\n| " + EVIL + " | `" + EVIL
                        + "` |\n\n```" + EVIL + "\n" + EVIL
                        + "\n```\n\n<div onclick=\"alert(1)\">\n<iframe src=//x>\n")),
                EVIL);
        String html = HtmlPage.write(page);
        for (String tag : List.of("<script", "<img", "<iframe", "<div onclick", "\u0000", "\u001b")) {
            assertFalse(html.contains(tag), tag);
        }
        assertFalse(html.replaceAll("\"[^\"]*\"", "").matches("(?s).*<[^<>]*\\son\\w+\\s*=.*"), html);
        assertTrue(PdfPage.write(page).length > 1000);
    }

    @Test
    void linksLeadOnlyToTheWebAndToMail() {
        String html = HtmlPage.write(new Page("t", Locale.ENGLISH, List.of(prose("""
                [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](vbscript:x)
                [e](file:///etc/passwd) [f](&#106;avascript:alert(1)) <javascript:alert(1)> [g](java\\script:x)
                [h](https://example.org/"onmouseover="alert(1)) [i](mailto:a@example.org) [j](//example.org)
                ![k](../../../../etc/passwd) ![l](https://example.org/track.png) ![m](data:image/png;base64,AAAA)
                [n][n]

                [n]: javascript:alert(1) "x\\" onclick=alert(1)"
                """)), ""));
        for (String scheme : List.of("javascript:", "data:text", "vbscript:", "file:", "data:image")) {
            assertFalse(html.toLowerCase(Locale.ROOT).matches("(?s).*(href|src)=\"" + scheme + ".*"), html);
        }
        assertTrue(html.contains("href=\"mailto:a@example.org\""), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("\" onclick"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**a |b** ", "*a _b |b_ a* ", "[|](b)", "![|](b)", "[|", "![|", "<|", "<a:|", "<a b=|",
            "<a b b b b |",
            "* |", "_|", "`|", "*a**b_c__d |", "[a]: b\n|[a]", "> |", "<!--|", "\\|", "&#|"})
    void aTextThatNobodyWritesIsMadeAPageInTime(String halves) throws Exception {
        int bar = halves.indexOf('|');
        for (int count : List.of(500, 20_000)) {
            String text = halves.substring(0, bar).repeat(count) + "x" + halves.substring(bar + 1).repeat(count);
            inTime(text, 20_000_000);
        }
    }

    @Test
    void whatIsNamedOftenAndWhatIsWideDoNotGrowWithoutEnd() throws Exception {
        inTime("[a]: " + "x".repeat(20_000) + "\n\n" + "[a] b\n\n".repeat(20_000), 20_000_000);
        inTime("|a".repeat(5000) + "|\n" + "|-".repeat(5000) + "|\n" + "|b\n".repeat(5000), 20_000_000);
        inTime("[a]: /x\n\n[a] **b** `c`\n\n|a|b|\n|-|-|\n|c|d|\n", 10_000);
        String small = HtmlPage
                .write(new Page("t", Locale.ENGLISH, List.of(prose("[a] **b**\n\n|a|b|\n|-|-|\n|c|d|\n\n[a]: /x\n")),
                        ""));
        assertTrue(small.contains("href=\"/x\">a</a> <strong>b</strong>") && small.contains("<td>d</td>"), small);
    }

    private static void inTime(String text, int mostHtml) throws Exception {
        Soon.done(Duration.ofSeconds(60), () -> {
            var page = new Page("t", Locale.ENGLISH, List.of(prose(text)), "");
            assertTrue(HtmlPage.write(page).length() < mostHtml);
        });
    }

    private static Block.Prose prose(String text) {
        return new Block.Prose(Markdown.parse(text), Pictures.NONE);
    }
}
