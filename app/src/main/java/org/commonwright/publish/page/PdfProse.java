package org.commonwright.publish.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.openpdf.text.BadElementException;
import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.Font;
import org.openpdf.text.ListItem;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Markdown as elements of a PDF. Pictures that are not there, or of a sort that PDF does not hold, leave their description.
final class PdfProse {
    private static final Logger LOG = LoggerFactory.getLogger(PdfProse.class);
    private static final int DEEPEST = 16;
    private static final float WIDEST = 480;
    private static final float HIGHEST = 320;
    private static final float INDENT = 16;

    private final PdfFonts fonts;
    private final Pictures pictures;
    private final float size;

    PdfProse(PdfFonts fonts, Pictures pictures, float size) {
        this.fonts = fonts;
        this.pictures = pictures;
        this.size = size;
    }

    List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        blocks(parent, elements, 0);
        return elements;
    }

    private void blocks(Node parent, List<Element> out, int depth) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
            switch (at) {
                case Heading heading -> {
                    Paragraph paragraph = words(heading, PdfFonts.Face.BOLD,
                            size + Math.max(0, 4 - heading.getLevel()));
                    paragraph.setSpacingBefore(8);
                    out.add(paragraph);
                }
                case org.commonmark.node.Paragraph paragraph -> {
                    out.add(words(paragraph, PdfFonts.Face.REGULAR, size));
                    images(paragraph, out);
                }
                case BulletList list -> out.add(list(list, new org.openpdf.text.List(false, 12), depth));
                case OrderedList list -> {
                    var numbered = new org.openpdf.text.List(true, 16);
                    numbered.setFirst(
                            Math.max(0, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber()));
                    out.add(list(list, numbered, depth));
                }
                case BlockQuote quote when depth < DEEPEST -> {
                    List<Element> inside = new ArrayList<>();
                    blocks(quote, inside, depth + 1);
                    inside.forEach(element -> {
                        if (element instanceof Paragraph paragraph) {
                            paragraph.setIndentationLeft(paragraph.getIndentationLeft() + INDENT);
                        }
                        out.add(element);
                    });
                }
                case FencedCodeBlock code -> out.add(code(code.getLiteral()));
                case IndentedCodeBlock code -> out.add(code(code.getLiteral()));
                case HtmlBlock html -> out.add(code(html.getLiteral()));
                case ThematicBreak _ -> out.add(new Paragraph(" "));
                case TableBlock table -> out.add(table(table));
                default -> out.add(words(at, PdfFonts.Face.REGULAR, size));
            }
        }
    }

    private org.openpdf.text.List list(Node items, org.openpdf.text.List list, int depth) {
        if (!list.isNumbered()) {
            list.setListSymbol("\u2022");
        }
        for (Node item = items.getFirstChild(); item != null; item = item.getNext()) {
            List<Element> inside = new ArrayList<>();
            if (depth < DEEPEST) {
                blocks(item, inside, depth + 1);
            } else {
                inside.add(words(item, PdfFonts.Face.REGULAR, size));
            }
            var entry = new ListItem(size * 1.35f);
            boolean first = true;
            for (Element element : inside) {
                if (first && element instanceof Paragraph paragraph) {
                    entry.addAll(paragraph.getChunks());
                } else {
                    entry.add(element);
                }
                first = false;
            }
            list.add(entry);
        }
        return list;
    }

    private Paragraph code(String text) {
        var paragraph = new Paragraph(size * 1.25f, PdfPage.plain(text.stripTrailing()),
                fonts.of(PdfFonts.Face.MONO, size - 1));
        paragraph.setIndentationLeft(INDENT);
        paragraph.setSpacingAfter(5);
        return paragraph;
    }

    private PdfPTable table(TableBlock block) {
        List<List<Node>> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<Node> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(cell);
                }
                rows.add(cells);
            }
        }
        boolean headed = block.getFirstChild() instanceof TableHead;
        var table = new PdfPTable(Math.max(1, rows.stream().mapToInt(List::size).max().orElse(1)));
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(8);
        for (int i = 0; i < rows.size(); i++) {
            PdfFonts.Face face = headed && i == 0 ? PdfFonts.Face.BOLD : PdfFonts.Face.REGULAR;
            Iterator<Node> cells = rows.get(i).iterator();
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                var cell = new PdfPCell(cells.hasNext() ? words(cells.next(), face, size - 1) : new Phrase(""));
                cell.setBorder(Rectangle.BOTTOM);
                cell.setPadding(3);
                table.addCell(cell);
            }
        }
        return table;
    }

    private Paragraph words(Node parent, PdfFonts.Face face, float points) {
        var paragraph = new Paragraph(points * 1.35f);
        paragraph.setSpacingAfter(5);
        inline(parent, paragraph, face, points, 0);
        return paragraph;
    }

    private void inline(Node parent, Paragraph out, PdfFonts.Face face, float points, int depth) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
            switch (at) {
                case Text text -> add(out, text.getLiteral(), fonts.of(face, points));
                case Code code -> add(out, code.getLiteral(), fonts.of(PdfFonts.Face.MONO, points - 0.5f));
                case HtmlInline html -> add(out, html.getLiteral(), fonts.of(face, points));
                case SoftLineBreak _ -> add(out, " ", fonts.of(face, points));
                case HardLineBreak _ -> out.add(Chunk.NEWLINE);
                case Emphasis _ when depth < DEEPEST -> inline(at, out, PdfFonts.Face.ITALIC, points, depth + 1);
                case StrongEmphasis _ when depth < DEEPEST -> inline(at, out, PdfFonts.Face.BOLD, points, depth + 1);
                case Image image -> {
                    if (image(image).isEmpty()) {
                        add(out, "[" + MarkdownText.of(image) + "]", fonts.dim(points));
                    }
                }
                default -> add(out, MarkdownText.of(at), fonts.of(face, points));
            }
        }
    }

    private static void add(Paragraph out, String text, Font font) {
        out.add(new Chunk(PdfPage.plain(text), font));
    }

    /// The pictures of a paragraph stand below it.
    private void images(Node paragraph, List<Element> out) {
        for (Node at = paragraph.getFirstChild(); at != null; at = at.getNext()) {
            if (at instanceof Image image) {
                image(image).ifPresent(out::add);
            }
        }
    }

    private Optional<Element> image(Image image) {
        Optional<Picture> found = pictures.find(image.getDestination())
                .filter(p -> p.type() == Picture.Type.PNG || p.type() == Picture.Type.JPEG);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            var drawn = org.openpdf.text.Image.getInstance(found.get().bytes());
            drawn.scaleToFit(Math.min(WIDEST, drawn.getWidth()), Math.min(HIGHEST, drawn.getHeight()));
            drawn.setSpacingAfter(6);
            return Optional.of(drawn);
        } catch (IOException | BadElementException | ExceptionConverter | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            LOG.info("the picture {} is damaged; its description stays", image.getDestination(), e);
            return Optional.empty();
        }
    }
}
