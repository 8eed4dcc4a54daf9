package org.commonwright.workbench.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Lays a Markdown text out with plain nodes: no web view, so nothing in it can run. HTML is shown as text.
public final class MarkdownPane {
    private static final int MOST_BLOCKS = 4_000;
    private static final int WIDTH = 800;

    private final MarkdownInlines inlines;
    private int blocks;

    private MarkdownPane(MarkdownLinks links) {
        this.inlines = new MarkdownInlines(links);
    }

    /// The text alone, as high as it is.
    ///
    /// @param document as [Markdown#parse] gives it
    public static Region of(org.commonmark.node.Node document, MarkdownLinks links) {
        VBox page = new MarkdownPane(links).children(document);
        page.getStyleClass().add("markdown");
        page.setMaxWidth(WIDTH);
        return page;
    }

    /// The same in a pane that scrolls.
    public static Node scrolling(org.commonmark.node.Node document, MarkdownLinks links) {
        Region page = of(document, links);
        page.getStyleClass().add("page");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private VBox children(org.commonmark.node.Node parent) {
        var box = new VBox(8);
        for (org.commonmark.node.Node at = parent.getFirstChild(); at != null && blocks++ < MOST_BLOCKS; at = at
                .getNext()) {
            box.getChildren().addAll(block(at));
        }
        return box;
    }

    private List<Node> block(org.commonmark.node.Node node) {
        return switch (node) {
            case Heading heading ->
                List.of(styled(inlines.flow(heading), "markdown-h" + Math.min(4, heading.getLevel())));
            case Paragraph paragraph -> List.of(inlines.flow(paragraph));
            case BulletList list -> items(list, 0, false);
            case OrderedList list ->
                items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber(), true);
            case BlockQuote quote -> List.of(styled(children(quote), "markdown-quote"));
            case FencedCodeBlock code -> List.of(code(code.getLiteral()));
            case IndentedCodeBlock code -> List.of(code(code.getLiteral()));
            case HtmlBlock html -> List.of(code(html.getLiteral()));
            case ThematicBreak _ -> List.of(new Separator());
            case TableBlock table -> List.of(table(table));
            default -> List.of(children(node));
        };
    }

    private List<Node> items(org.commonmark.node.Node list, int first, boolean numbered) {
        List<Node> rows = new ArrayList<>();
        int number = first;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null && blocks++ < MOST_BLOCKS; item = item
                .getNext()) {
            var marker = new Label(numbered ? number++ + "." : "•");
            marker.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = children(item);
            HBox.setHgrow(content, Priority.ALWAYS);
            var row = new HBox(8, marker, content);
            row.getStyleClass().add("markdown-item");
            rows.add(row);
        }
        return rows;
    }

    private static Node code(String literal) {
        String shown = String.join("\n", literal.stripTrailing().lines().map(PlainText::shown).toList());
        return styled(new Label(shown), "markdown-code");
    }

    private Node table(TableBlock block) {
        var grid = new GridPane();
        int row = 0;
        for (org.commonmark.node.Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (org.commonmark.node.Node line = part.getFirstChild(); line != null
                    && blocks++ < MOST_BLOCKS; line = line.getNext()) {
                int column = 0;
                for (org.commonmark.node.Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    grid.add(cell(cell), column++, row);
                }
                row++;
            }
        }
        return styled(grid, "markdown-table");
    }

    private Node cell(org.commonmark.node.Node node) {
        var box = new HBox(inlines.flow(node));
        box.getStyleClass().add("markdown-cell");
        box.setMaxWidth(WIDTH / 2.0);
        if (node instanceof TableCell cell) {
            if (cell.isHeader()) {
                box.getStyleClass().add("strong");
            }
            box.setAlignment(cell.getAlignment() == TableCell.Alignment.RIGHT ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }
        return box;
    }

    private static Node styled(Node node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
