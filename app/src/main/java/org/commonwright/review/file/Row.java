package org.commonwright.review.file;

import org.jspecify.annotations.Nullable;

/// One line of what changed, for people: what it is about, how it was, how it would be.
///
/// @param what in words
/// @param before null when it is new
/// @param after null when it is removed
public record Row(String what, @Nullable String before, @Nullable String after) {
    /// What is said of the change as a whole.
    static Row said(String what, String value) {
        return new Row(what, value, value);
    }

    /// `+` for what is new, `−` for what is removed, `~` for what changed, `=` for what stayed.
    public String sign() {
        if (before == null) {
            return "+";
        }
        return after == null ? "−" : before.equals(after) ? "=" : "~";
    }

    /// Both values, or the one that there is.
    public String values() {
        if (before == null || after == null) {
            return before == null ? after == null ? "" : after : before;
        }
        return before.isEmpty() || before.equals(after) ? after : before + " → " + after;
    }
}
