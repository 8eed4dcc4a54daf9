package org.commonwright.review.merge;

/// A key with its value, or an element of a list, as it stands in a file.
///
/// @param id what it is told apart by from the others of its block
/// @param lead the comments and empty lines above it
/// @param text its own lines, with their ends
record YamlItem(String id, String lead, String text) {
    /// Whether both are written alike, but for spaces at the ends of lines.
    boolean saysLike(YamlItem other) {
        return text.lines().map(String::stripTrailing).toList()
                .equals(other.text.lines().map(String::stripTrailing).toList());
    }

    /// The first of its lines.
    String head() {
        return text.lines().findFirst().orElse("");
    }

    /// What stands below the first of its lines.
    String body() {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }
}
