package org.commonwright.publish.page;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Markdown (CommonMark with tables) to its syntax tree. Nesting is bounded, so that a hostile file cannot make who walks it
/// recurse without end.
public final class Markdown {
    private static final int MOST_NESTED = 24;

    private Markdown() {}

    public static Node parse(String text) {
        return Parser.builder().extensions(List.of(TablesExtension.create())).maxOpenBlockParsers(MOST_NESTED).build()
                .parse(text);
    }
}
