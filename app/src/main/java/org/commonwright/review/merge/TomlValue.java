package org.commonwright.review.merge;

import java.util.List;

/// Where a value ends that may go over several lines: strings in three quotation marks, arrays. (TOML 1.0, "String", "Array".)
final class TomlValue {
    private int depth;
    private String quote = "";

    private TomlValue() {}

    /// @param from the offset behind the `=`
    /// @return the index of its last line; negative when it has no end
    static int end(List<String> lines, int first, int from) {
        var value = new TomlValue();
        for (int i = first; i < lines.size(); i++) {
            if (!value.read(lines.get(i), i == first ? from : 0)) {
                return -1;
            }
            if (value.depth == 0 && value.quote.isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /// @return whether it can still be a value
    private boolean read(String line, int from) {
        int i = from;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (!quote.isEmpty()) {
                if (c == '\\' && quote.startsWith("\"")) {
                    i++;
                } else if (line.startsWith(quote, i)) {
                    i += quote.length() - 1;
                    quote = "";
                }
            } else if (c == '#') {
                return true;
            } else if (c == '"' || c == '\'') {
                String three = String.valueOf(c).repeat(3);
                quote = line.startsWith(three, i) ? three : String.valueOf(c);
                i += quote.length() - 1;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            i++;
        }
        return depth >= 0 && quote.length() != 1;
    }
}
