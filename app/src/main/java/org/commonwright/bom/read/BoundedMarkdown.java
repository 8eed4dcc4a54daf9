package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

/// Markdown (CommonMark with tables) from somebody else's file, parsed in a time and a size that its length bounds, to a tree that is
/// not deep. What people write is parsed as ever; a paragraph that no person writes stays text as it is, with its marks.
public final class BoundedMarkdown {
    private static final int MOST_NESTED = 24;
    /// The longest line that may begin HTML.
    private static final int LONGEST_LINE = 4_000;
    /// The longest paragraph, heading or cell whose marks are read, and the most of them: each may be inside the one before.
    private static final int LONGEST = 20_000;
    private static final int MOST_MARKS = 800;
    private static final String MARKS = "*_[!<`";
    /// What all addresses together come to that stand elsewhere in the text and are named often.
    private static final int MOST_REFERRED = 1 << 20;
    /// Each row of a table has as many cells as its header, whatever it says itself.
    private static final long MOST_CELLS = 500_000;

    private BoundedMarkdown() {}

    /// @param builder with what the caller wants besides
    public static Node parse(String text, Parser.Builder builder) {
        String lines = text.length() > LONGEST_LINE ? withoutLongTags(text) : text;
        List<Extension> extensions = mayHoldTables(lines) ? List.of(TablesExtension.create()) : List.of();
        return builder.extensions(extensions).maxOpenBlockParsers(MOST_NESTED).inlineParserFactory(new Bounded())
                .build()
                .parse(lines);
    }

    /// Whether a tag begins is asked of whole lines, by a pattern that long ones bring down.
    private static String withoutLongTags(String text) {
        return text.lines().anyMatch(BoundedMarkdown::isLong)
                ? text.lines().map(line -> isLong(line) ? line.replace("<", "&lt;") : line)
                        .collect(Collectors.joining("\n", "", "\n"))
                : text;
    }

    private static boolean isLong(String line) {
        return line.length() > LONGEST_LINE && line.indexOf('<') >= 0;
    }

    private static boolean mayHoldTables(String text) {
        long most = 0;
        long rows = 0;
        long here = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            here += c == '|' ? 1 : 0;
            if (c == '\n' || c == '\r') {
                most = Math.max(most, here);
                rows += here > 0 ? 1 : 0;
                here = 0;
            }
        }
        return most * rows <= MOST_CELLS || most < 50;
    }

    /// One for each text: what it refers to is counted over the whole of it.
    private static final class Bounded implements InlineParserFactory {
        private int referred;

        @Override
        public InlineParser create(InlineParserContext context) {
            var inner = new InlineParserImpl(new Counting(context));
            return (lines, node) -> {
                if (isWritten(lines.getContent())) {
                    inner.parse(lines, node);
                } else {
                    plain(lines, node);
                }
            };
        }

        /// What the text itself says elsewhere, until it was named too often.
        private final class Counting implements InlineParserContext {
            private final InlineParserContext context;

            Counting(InlineParserContext context) {
                this.context = context;
            }

            @Override
            public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
                return context.getCustomInlineContentParserFactories();
            }

            @Override
            public List<DelimiterProcessor> getCustomDelimiterProcessors() {
                return context.getCustomDelimiterProcessors();
            }

            @Override
            public List<LinkProcessor> getCustomLinkProcessors() {
                return context.getCustomLinkProcessors();
            }

            @Override
            public Set<Character> getCustomLinkMarkers() {
                return context.getCustomLinkMarkers();
            }

            @Deprecated
            @Override
            public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
                return getDefinition(LinkReferenceDefinition.class, label);
            }

            @Override
            public <D> @Nullable D getDefinition(Class<D> type, String label) {
                D found = context.getDefinition(type, label);
                if (found instanceof LinkReferenceDefinition link) {
                    referred += link.getDestination().length()
                            + (link.getTitle() == null ? 0 : link.getTitle().length());
                }
                return referred > MOST_REFERRED ? null : found;
            }
        }
    }

    private static boolean isWritten(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks += MARKS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return marks <= MOST_MARKS;
    }

    private static void plain(SourceLines lines, Node node) {
        List<Node> parts = new ArrayList<>();
        for (SourceLine line : lines.getLines()) {
            if (!parts.isEmpty()) {
                parts.add(new SoftLineBreak());
            }
            parts.add(new Text(line.getContent().toString()));
        }
        parts.forEach(node::appendChild);
    }
}
