package org.commonwright.review.card;

import java.util.List;

/// One consequence in words.
///
/// @param id its name in tests and styles
/// @param label what it is about
/// @param change the difference, in few words
/// @param details before and after, and what is not known
public record CardRow(String id, String label, String change, List<String> details) {
    public CardRow {
        details = List.copyOf(details);
    }
}
