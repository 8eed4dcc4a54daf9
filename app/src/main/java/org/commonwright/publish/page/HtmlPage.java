package org.commonwright.publish.page;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// A page as one HTML file that needs nothing else: styles and pictures are inside, scripts there are none. What a design says is
/// text everywhere: its HTML is shown as it is written, links lead only to `http`, `https` and `mailto`.
public final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; color: #1b1f24; background: #fff;
              max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.9rem; margin: 0 0 .5rem; } h2 { margin: 2rem 0 .5rem; } h3 { margin: 1.4rem 0 .4rem; }
            table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .92em; }
            th, td { border-bottom: 1px solid #d0d7de; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            th { background: #f3f5f7; border-bottom: 2px solid #afb8c1; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: .8rem 0; }
            dt { color: #57606a; } dd { margin: 0; }
            img { max-width: 100%; max-height: 24rem; }
            code, pre { font-family: ui-monospace, "Liberation Mono", monospace; background: #f3f5f7; }
            pre { padding: .7rem; overflow: auto; }
            .remark { color: #57606a; font-size: .9em; } .lost { color: #9a6700; }
            footer { margin-top: 3rem; border-top: 1px solid #d0d7de; padding-top: .5rem; color: #57606a;
              font-size: .85em; }
            @media print { body { margin: 0; max-width: none; font-size: 10.5pt; } tr, img { break-inside: avoid; }
              thead { display: table-header-group; } h2, h3 { break-after: avoid; } .break { break-before: page; } }
            """;
    /// Not `data`, which the library would let through too.
    private static final List<String> LINKED = List.of("http", "https", "mailto");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final StringBuilder out = new StringBuilder();

    private HtmlPage() {}

    public static String write(Page page) {
        var html = new HtmlPage();
        html.page(page);
        return html.out.toString();
    }

    private void page(Page page) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(page.language().getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; ")
                .append("style-src 'unsafe-inline'\">\n<title>")
                .append(escaped(page.title())).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        page.blocks().forEach(this::block);
        if (!page.footer().isEmpty()) {
            out.append("<footer>").append(escaped(page.footer())).append("</footer>\n");
        }
        out.append("</body>\n</html>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(int level, String text, String anchor) ->
                out.append("<h").append(level).append(" id=\"").append(escaped(anchor)).append("\">")
                        .append(escaped(text)).append("</h").append(level).append(">\n");
            case Block.Paragraph(String text) -> out.append("<p>").append(escaped(text)).append("</p>\n");
            case Block.Remark(String text) ->
                out.append("<p class=\"remark\">").append(escaped(text)).append("</p>\n");
            case Block.Facts(List<Block.Fact> facts) -> {
                out.append("<dl>\n");
                facts.forEach(fact -> out.append("<dt>").append(escaped(fact.name())).append("</dt><dd>")
                        .append(escaped(fact.value())).append("</dd>\n"));
                out.append("</dl>\n");
            }
            case Block.Table table -> table(table);
            case Block.Prose(Node markdown, Pictures pictures) -> out.append(renderer(pictures).render(markdown));
            case Block.Bullets(List<String> items) -> {
                out.append("<ul>\n");
                items.forEach(item -> out.append("<li>").append(escaped(item)).append("</li>\n"));
                out.append("</ul>\n");
            }
            case Block.PageBreak() -> out.append("<div class=\"break\"></div>\n");
        }
    }

    private void table(Block.Table table) {
        out.append("<table>\n<thead>");
        row(table, table.header(), "th");
        out.append("</thead>\n<tbody>\n");
        table.rows().forEach(cells -> row(table, cells, "td"));
        out.append("</tbody>\n</table>\n");
    }

    private void row(Block.Table table, List<String> cells, String tag) {
        out.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            out.append('<').append(tag).append(table.numbers().contains(i) ? " class=\"n\">" : ">")
                    .append(escaped(cells.get(i)).replace("\n", "<br>")).append("</").append(tag).append('>');
        }
        out.append("</tr>\n");
    }

    private static HtmlRenderer renderer(Pictures pictures) {
        return HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true)
                .urlSanitizer(new DefaultUrlSanitizer(LINKED))
                .nodeRendererFactory(context -> new Images(context, pictures)).build();
    }

    /// Text as HTML shows it; control characters are left out.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\n', '\t' -> safe.append(c);
                default -> {
                    if (!Character.isISOControl(c)) {
                        safe.append(c);
                    }
                }
            }
        }
        return safe.toString();
    }

    /// Pictures of the design go into the page; for any other its description stands there.
    private static final class Images implements NodeRenderer {
        private final HtmlWriter html;
        private final Pictures pictures;

        Images(HtmlNodeRendererContext context, Pictures pictures) {
            this.html = context.getWriter();
            this.pictures = pictures;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            var image = (Image) node;
            String alt = MarkdownText.of(image);
            Optional<Picture> picture = pictures.find(image.getDestination());
            if (picture.isPresent()) {
                String data = "data:" + picture.get().type().media() + ";base64,"
                        + Base64.getEncoder().encodeToString(picture.get().bytes());
                SequencedMap<String, String> attributes = new LinkedHashMap<>();
                attributes.put("src", data);
                attributes.put("alt", alt);
                html.tag("img", attributes, true);
            } else {
                html.tag("span", Map.of("class", "lost"));
                html.text("[" + alt + ": " + image.getDestination() + "]");
                html.tag("/span");
            }
        }
    }
}
