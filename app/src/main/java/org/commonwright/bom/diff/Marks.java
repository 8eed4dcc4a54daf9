package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/// Conflicts as Git writes them into a file (`merge.conflictStyle = diff3`): the rows of ours, of the common ancestor and of theirs
/// between lines of seven characters. (git-merge, "How conflicts are presented".)
///
/// @param blocks the file's conflicts in its order
record Marks(List<Block> blocks) {
    private static final int LENGTH = 7;

    /// One conflict.
    ///
    /// @param first the row of its first mark, from 0
    /// @param last the row of its last mark
    /// @param base null when the file does not tell it
    record Block(int first, int last, List<CsvRow> ours, @Nullable List<CsvRow> base, List<CsvRow> theirs) {}

    static Marks of(List<CsvRow> rows) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Block block = is(rows.get(i), '<') ? from(rows, i) : null;
            if (block != null) {
                blocks.add(block);
                i = block.last;
            }
        }
        return new Marks(List.copyOf(blocks));
    }

    /// @return null when the marks are not complete
    private static @Nullable Block from(List<CsvRow> rows, int first) {
        int base = -1;
        int parted = -1;
        for (int i = first + 1; i < rows.size() && !is(rows.get(i), '<'); i++) {
            if (is(rows.get(i), '|') && base < 0 && parted < 0) {
                base = i;
            } else if (is(rows.get(i), '=') && parted < 0) {
                parted = i;
            } else if (is(rows.get(i), '>') && parted >= 0) {
                return new Block(first, i, List.copyOf(rows.subList(first + 1, base < 0 ? parted : base)),
                        base < 0 ? null : List.copyOf(rows.subList(base + 1, parted)),
                        List.copyOf(rows.subList(parted + 1, i)));
            }
        }
        return null;
    }

    /// The rows of a block.
    static List<CsvRow> rows(List<CsvRow> ours, @Nullable List<CsvRow> base, List<CsvRow> theirs, char delimiter,
            String ending) {
        List<CsvRow> rows = new ArrayList<>();
        rows.add(mark('<', "ours", delimiter, ending));
        rows.addAll(ours);
        if (base != null) {
            rows.add(mark('|', "base", delimiter, ending));
            rows.addAll(base);
        }
        rows.add(mark('=', "", delimiter, ending));
        rows.addAll(theirs);
        rows.add(mark('>', "theirs", delimiter, ending));
        return rows;
    }

    private static CsvRow mark(char c, String name, char delimiter, String ending) {
        String mark = String.valueOf(c).repeat(LENGTH);
        return CsvRow.raw(name.isEmpty() ? mark : mark + " " + name, delimiter, ending);
    }

    private static boolean is(CsvRow row, char c) {
        String text = row.text();
        return text.startsWith(String.valueOf(c).repeat(LENGTH))
                && (text.length() == LENGTH || text.charAt(LENGTH) == ' ' || text.charAt(LENGTH) != c);
    }
}
