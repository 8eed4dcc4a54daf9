package org.commonwright.bom.read;

import java.util.Optional;

/// One row of a list as its format reads it: a heading, an item, or neither.
///
/// @param heading without its marks; empty when it is none
/// @param level of a heading in Markdown, from 1; 0 for one that ends in a colon
/// @param bullet what an item says besides how many of what
/// @param aside the reason why the row is set aside, whatever it says; empty for none
/// @param parent the row, from 0, of the item that it stands under; -1 for none
/// @param assembly whether the items under it are one piece of it
record ListRow(String text, String heading, int level, Optional<ListItem> item, Bullet bullet, String aside, int parent,
        boolean assembly) {
    private static final int LONGEST_HEADING = 200;

    /// A row of a plain text.
    static ListRow of(String row) {
        String heading = heading(row);
        return new ListRow(row, heading, level(row), heading.isEmpty() ? ListItem.of(row) : Optional.empty(),
                Bullet.NONE, "", -1, false);
    }

    /// A row that says nothing of the list.
    static ListRow aside(String row, String reason) {
        return new ListRow(row, "", 0, Optional.empty(), Bullet.NONE, reason, -1, false);
    }

    static ListRow heading(String row, String heading, int level) {
        return new ListRow(row, heading, level, Optional.empty(), Bullet.NONE, "", -1, false);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /// The heading that a row is, without its colon or the signs of Markdown; empty when it is none.
    static String heading(String row) {
        String text = row.strip();
        if (text.length() > 1 && text.length() <= LONGEST_HEADING && text.endsWith(":") && text.indexOf('|') < 0) {
            return text.substring(0, text.length() - 1).strip();
        }
        return text.startsWith("# ") || text.startsWith("## ") || text.startsWith("### ")
                ? text.substring(text.indexOf(' ')).strip()
                : "";
    }

    /// How many signs a heading of Markdown begins with; 0 for one that ends in a colon.
    private static int level(String row) {
        int level = 0;
        while (level < row.length() && row.charAt(level) == '#') {
            level++;
        }
        return level;
    }
}
