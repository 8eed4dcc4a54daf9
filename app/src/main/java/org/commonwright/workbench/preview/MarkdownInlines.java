package org.commonwright.workbench.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// The words of one paragraph of Markdown. Emphasis nests to a bounded depth; what is deeper is shown plain.
final class MarkdownInlines {
    private static final int DEEPEST = 16;
    private static final double WIDEST_PICTURE = 720;

    private final MarkdownLinks links;

    MarkdownInlines(MarkdownLinks links) {
        this.links = links;
    }

    TextFlow flow(Node parent) {
        var flow = new TextFlow();
        flow.getStyleClass().add("markdown-text");
        add(flow, parent, List.of(), 0);
        return flow;
    }

    private void add(TextFlow flow, Node parent, List<String> styles, int depth) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
            switch (at) {
                case org.commonmark.node.Text text -> flow.getChildren().add(text(text.getLiteral(), styles));
                case Code code -> flow.getChildren().add(text(code.getLiteral(), with(styles, "markdown-inline-code")));
                case HtmlInline html -> flow.getChildren().add(text(html.getLiteral(), styles));
                case SoftLineBreak _ -> flow.getChildren().add(text(" ", styles));
                case HardLineBreak _ -> flow.getChildren().add(new Text("\n"));
                case Emphasis _ when depth < DEEPEST -> add(flow, at, with(styles, "markdown-emphasis"), depth + 1);
                case StrongEmphasis _ when depth < DEEPEST -> add(flow, at, with(styles, "markdown-strong"), depth + 1);
                case Link link -> flow.getChildren().add(link(link));
                case Image image -> picture(flow, image, styles);
                default -> flow.getChildren().add(text(words(at), styles));
            }
        }
    }

    /// The description stands in the picture's place until it is there, and stays when it never comes.
    private void picture(TextFlow flow, Image image, List<String> styles) {
        String description = words(image);
        Text placeholder = text("[" + description + "]", with(styles, "markdown-emphasis"));
        flow.getChildren().add(placeholder);
        links.picture(image.getDestination(), found -> {
            var view = new ImageView(found);
            view.setPreserveRatio(true);
            view.setFitWidth(Math.min(WIDEST_PICTURE, found.getWidth()));
            view.setAccessibleText(description);
            flow.getChildren().set(flow.getChildren().indexOf(placeholder), view);
        });
    }

    private Hyperlink link(Link link) {
        String destination = PlainText.shown(link.getDestination());
        String words = words(link);
        var shown = new Hyperlink(words.isBlank() ? destination : words);
        shown.setTooltip(new Tooltip(destination));
        shown.setAccessibleHelp(destination);
        shown.setWrapText(true);
        shown.setOnAction(_ -> {
            shown.setVisited(false);
            links.follow(link.getDestination());
        });
        return shown;
    }

    private static Text text(String literal, List<String> styles) {
        var text = new Text(PlainText.shown(literal));
        text.getStyleClass().add("text");
        text.getStyleClass().addAll(styles);
        return text;
    }

    private static List<String> with(List<String> styles, String another) {
        List<String> more = new ArrayList<>(styles);
        more.add(another);
        return more;
    }

    /// The words inside a node, without recursion.
    private static String words(Node node) {
        var words = new StringBuilder();
        Node at = node.getFirstChild();
        while (at != null && at != node) {
            if (at instanceof org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            } else if (at instanceof Code code) {
                words.append(code.getLiteral());
            } else if (at instanceof SoftLineBreak) {
                words.append(' ');
            }
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
            } else {
                while (at != node && at.getNext() == null) {
                    at = at.getParent();
                }
                at = at == node ? node : at.getNext();
            }
        }
        return PlainText.shown(words.toString());
    }
}
