package org.commonwright.workbench.text;

/// Long paths, shortened in the middle: where they begin and how they end is what people know them by.
public final class Shorten {
    private Shorten() {}

    /// @param most characters, at least 5
    public static String middle(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        int head = (most - 1) / 2;
        int tail = most - 1 - head;
        return text.substring(0, text.offsetByCodePoints(0, head)) + "…"
                + text.substring(text.offsetByCodePoints(0, length - tail));
    }
}
