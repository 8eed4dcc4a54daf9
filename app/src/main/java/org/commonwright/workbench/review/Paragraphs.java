package org.commonwright.workbench.review;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Words as people write them in commit messages and proposals: lines broken by hand, paragraphs parted by empty lines.
final class Paragraphs {
    private Paragraphs() {}

    /// Paragraphs whose lines flow with the room there is. What is indented, listed or quoted keeps its lines.
    static String flow(String text) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.lines().skip(1).anyMatch(line -> line.matches("([\\s*+>#|-]|\\d+[.)]).*"))
                        ? paragraph
                        : paragraph.lines().map(String::strip).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n\n"));
    }
}
