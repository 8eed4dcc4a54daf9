package org.commonwright.publish.page;

import java.util.List;
import java.util.Locale;

/// A page to read or to print.
///
/// @param footer stands at the end, such as where it comes from
public record Page(String title, Locale language, List<Block> blocks, String footer) {
    public Page {
        blocks = List.copyOf(blocks);
    }
}
