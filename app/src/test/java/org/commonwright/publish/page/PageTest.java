package org.commonwright.publish.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final byte[] DOT = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String TEXT = """
            # Assembly

            Push the *rod* through **both** blocks, see `bom.csv` and [the site](https://example.org).

            1. First <b>this</b>.
            2. Then:
               - that
               - and ![a dot](img/dot.png)

            > Mind the belt.

            | Part | Number |
            |---|---|
            | M3x10 | 4 |

            [bad](javascript:alert(1)) ![far](https://example.org/x.png) ![gone](gone.png)

            <script>alert(1)</script>
            """;

    private static Page page() {
        Pictures pictures = name -> name.equals("img/dot.png") ? Picture.of(DOT) : Optional.empty();
        return new Page("Title & more", Locale.ENGLISH,
                List.of(new Block.Heading(1, "Title & more", "top"), new Block.Prose(Markdown.parse(TEXT), pictures),
                        new Block.Facts(List.of(new Block.Fact("Tools", "2.5 mm key"))),
                        new Block.Bullets(List.of("one", "two")), new Block.PageBreak(),
                        new Block.Table(List.of("Part", "Quantity"), List.of(1), List.of(List.of("Ω µ é €", "3")))),
                "footer");
    }

    @Test
    void htmlIsOneFileWithoutScriptsOrNetwork() {
        String html = HtmlPage.write(page());
        assertTrue(html.contains("<img src=\"data:image/png;base64,"), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("javascript:"), html);
        assertFalse(html.contains("src=\"http"), html);
        assertTrue(html.contains("[far: https://example.org/x.png]"), html);
        assertTrue(html.contains("<title>Title &amp; more</title>"), html);
        assertTrue(html.contains("&lt;b&gt;this"), html);
    }

    @Test
    void pdfHoldsTheWordsInOrderTwicePagesAndTheSameBytes() throws IOException {
        byte[] pdf = PdfPage.write(page());
        assertArrayEquals(pdf, PdfPage.write(page()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(2, document.getNumberOfPages());
            assertEquals(null, document.getDocumentInformation().getCreationDate());
            String text = new PDFTextStripper().getText(document);
            for (String word : List.of("Title & more", "Push the rod through both blocks", "First <b>this</b>.",
                    "that",
                    "Mind the belt.", "M3x10", "[gone]", "2.5 mm key", "Ω µ é €", "footer")) {
                assertTrue(text.contains(word), word + " in " + text);
            }
        }
    }

    @Test
    void aBombOrADamagedPictureLeavesItsDescription() throws IOException {
        byte[] bomb = DOT.clone();
        bomb[16] = 0x7f;
        assertEquals(Optional.empty(), Picture.of(bomb));
        byte[] cut = java.util.Arrays.copyOf(DOT, 45);
        Pictures damaged = _ -> Picture.of(cut);
        byte[] pdf = PdfPage.write(new Page("t", Locale.ENGLISH,
                List.of(new Block.Prose(Markdown.parse("![the dot](x.png)"), damaged)), ""));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(new PDFTextStripper().getText(document).contains("[the dot]"));
        }
        assertEquals(Optional.empty(), Picture.of("no picture".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nestingIsBounded() {
        String deep = "> ".repeat(20_000) + "x";
        byte[] pdf = PdfPage.write(
                new Page("t", Locale.ENGLISH, List.of(new Block.Prose(Markdown.parse(deep), Pictures.NONE)), ""));
        assertTrue(pdf.length > 0);
        assertTrue(HtmlPage.write(
                new Page("t", Locale.ENGLISH, List.of(new Block.Prose(Markdown.parse(deep), Pictures.NONE)), ""))
                .contains("<blockquote>"));
    }
}
