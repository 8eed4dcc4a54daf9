package org.commonwright.design.draft;

/// Where the keys at the top of a TOML text end: behind the last of them, before the first table and the comment above it.
final class TopLevel {
    private final String text;
    private int at;

    private TopLevel(String text) {
        this.text = text;
    }

    /// Where a line may be put in so that it is one more key at the top.
    static int end(String toml) {
        return new TopLevel(toml).find();
    }

    private int find() {
        int afterKeys = -1;
        int comment = -1;
        while (at < text.length()) {
            int start = at;
            skipSpaces();
            char c = at < text.length() ? text.charAt(at) : '\n';
            if (c == '[') {
                return afterKeys >= 0 ? afterKeys : comment >= 0 ? comment : start;
            }
            if (c == '#') {
                comment = comment < 0 ? start : comment;
                toLineEnd();
            } else if (c == '\n' || c == '\r') {
                comment = -1;
                toLineEnd();
            } else {
                comment = -1;
                key();
                afterKeys = at;
            }
        }
        return afterKeys >= 0 ? afterKeys : text.length();
    }

    private void skipSpaces() {
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\ufeff')) {
            at++;
        }
    }

    private void toLineEnd() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    /// A key with its value, over several lines where that has brackets or long texts.
    private void key() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\'' -> string(c);
                case '#' -> {
                    toLineEnd();
                    if (depth == 0) {
                        return;
                    }
                }
                case '\n' -> {
                    at++;
                    if (depth == 0) {
                        return;
                    }
                }
                default -> {
                    depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                    at++;
                }
            }
        }
    }

    private void string(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean lines = text.startsWith(three, at);
        String closing = lines ? three : String.valueOf(quote);
        at += closing.length();
        while (at < text.length() && !text.startsWith(closing, at)) {
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        at = Math.min(text.length(), at + closing.length());
        // up to two quotes may stand before the three that close
        while (lines && at < text.length() && text.charAt(at) == quote) {
            at++;
        }
    }
}
