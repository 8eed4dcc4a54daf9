package org.commonwright.workbench.preview;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Reads Markdown (CommonMark with tables) to its syntax tree. Nesting is bounded, so that a hostile file cannot make the
/// layout recurse without end.
public final class Markdown {
    private static final int MOST_NESTED = 24;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MOST_NESTED).build();

    private Markdown() {}

    public static Node parse(String text) {
        return PARSER.parse(text);
    }
}
