package org.commonwright.publish.page;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The bare text of a piece of Markdown.
public final class MarkdownText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    public static String of(Node node) {
        var reader = new MarkdownText();
        node.accept(reader);
        return reader.text.toString().strip();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }
}
