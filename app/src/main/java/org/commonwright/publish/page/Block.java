package org.commonwright.publish.page;

import java.util.List;
import org.commonmark.node.Node;

/// A piece of a page, from top to bottom.
public sealed interface Block {
    /// @param level 1 to 4
    /// @param anchor by which links find it, unique on its page; letters, digits and hyphens
    record Heading(int level, String text, String anchor) implements Block {}

    record Paragraph(String text) implements Block {}

    /// Small print about what stands before.
    record Remark(String text) implements Block {}

    /// A name and what it is, one below the other.
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /// Every row has as many cells as the header.
    ///
    /// @param numbers the columns, from 0, that hold numbers
    record Table(List<String> header, List<Integer> numbers, List<List<String>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            numbers = List.copyOf(numbers);
            rows = List.copyOf(rows);
        }
    }

    /// A text of the design, parsed. HTML in it is shown as text.
    ///
    /// @param pictures finds what its pictures name
    record Prose(Node markdown, Pictures pictures) implements Block {}

    /// A list of short texts.
    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// Another page begins here when it is printed.
    record PageBreak() implements Block {}
}
