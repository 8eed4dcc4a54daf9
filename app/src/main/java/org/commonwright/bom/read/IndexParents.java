package org.commonwright.bom.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.bom.read.LineParents.Table;

/// Lines under lines by hierarchical numbers, in whatever order they come: `1.2` stands under `1`, `1.2.1` under `1.2`.
final class IndexParents {
    private static final Set<String> INDEX = Set.of("index", "idx", "pos", "position", "posno", "posnr", "item",
            "itemno", "itemnumber", "no", "nr", "lfdnr", "findno", "findnumber", "structure", "structurenumber",
            "repere");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})*+\\.?");
    /// A number deeper than this is none.
    private static final int LONGEST = 4000;

    private IndexParents() {}

    /// Whether numbers under a header, in short form, may say under which row a row stands.
    static boolean names(String header) {
        return INDEX.contains(header);
    }

    /// Whether a row with this number may stand under another row.
    static boolean isNested(String cell) {
        return isNumber(cell) && plain(cell).indexOf('.') >= 0;
    }

    static Optional<LineParents> of(Table table) {
        List<String> words = table.header().compact();
        for (int i = 0; i < words.size(); i++) {
            if (INDEX.contains(words.get(i)) && !table.header().isSaid(i) && isIndex(table, i)) {
                return Optional.of(new LineParents(table.header().headers().get(i), parents(table, i), false));
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String cell) {
        return cell.length() <= LONGEST && NUMBER.matcher(cell).matches();
    }

    /// `1.10` is never `1.1`: spreadsheets that made a number of it are told by the same number twice.
    private static String plain(String cell) {
        return cell.endsWith(".") ? cell.substring(0, cell.length() - 1) : cell;
    }

    /// Nine of ten cells are such numbers, and some `n.1` follows its `n` (which `1`, `1.5`, `2` does not show).
    private static boolean isIndex(Table table, int column) {
        int numbers = 0;
        int filled = 0;
        boolean nested = false;
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            String cell = table.cell(i, column);
            filled += cell.isEmpty() ? 0 : 1;
            if (isNumber(cell)) {
                numbers++;
                seen.put(plain(cell), i);
            }
        }
        for (String number : seen.keySet()) {
            int dot = number.lastIndexOf('.');
            nested |= dot > 0 && Integer.parseInt(number.substring(dot + 1)) <= 1
                    && seen.containsKey(number.substring(0, dot));
        }
        return nested && numbers * 10 >= filled * 9;
    }

    private static int[] parents(Table table, int column) {
        Map<String, Integer> lines = new HashMap<>();
        int[] parents = new int[table.size()];
        for (int i = 0; i < parents.length; i++) {
            String cell = table.cell(i, column);
            if (isNumber(cell) && lines.putIfAbsent(plain(cell), i) != null) {
                table.tell(i, column, "bom.index-twice", cell, table.part().apply(i));
            }
        }
        for (int i = 0; i < parents.length; i++) {
            String cell = table.cell(i, column);
            parents[i] = isNumber(cell) ? parent(table, i, column, plain(cell), lines) : unclear(table, i, column);
        }
        return parents;
    }

    private static int unclear(Table table, int line, int column) {
        table.tell(line, column, "bom.level-unclear", table.cell(line, column), table.part().apply(line));
        return LineParents.TOP;
    }

    private static int parent(Table table, int line, int column, String number, Map<String, Integer> lines) {
        String above = number;
        boolean direct = true;
        for (int dot = above.lastIndexOf('.'); dot > 0; dot = above.lastIndexOf('.')) {
            above = above.substring(0, dot);
            Integer at = lines.get(above);
            if (at != null) {
                if (!direct) {
                    table.tell(line, column, "bom.index-orphan", number, table.part().apply(line), above);
                }
                return at;
            }
            direct = false;
        }
        if (!direct) {
            table.tell(line, column, "bom.index-orphan", number, table.part().apply(line), "-");
        }
        return LineParents.TOP;
    }
}
