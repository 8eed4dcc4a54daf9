package org.commonwright.publish.page;

import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonwright.bom.read.BoundedMarkdown;

/// Markdown (CommonMark with tables) to its syntax tree. Its nesting is bounded, so that a hostile file cannot make who walks it
/// recurse without end.
public final class Markdown {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private Markdown() {}

    public static Node parse(String text) {
        return BoundedMarkdown.parse(CONTROL.matcher(text).replaceAll("\uFFFD"), Parser.builder());
    }
}
