package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Which row of a table is its header, which are lines, and which are neither, and why.
public final class TableLayout {
    private static final int LOOK = 60;
    private static final Pattern COMMENT = Pattern.compile("#(?:[^0-9,;|\\t].*)?", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile(":?-{2,}:?|={3,}|_{3,}");
    private static final Pattern EXTRA = Pattern
            .compile("(?:shipping|postage|delivery|taxe?s?|vat|tva|mwst\\.?|frais de port|livraison|versand(?:kosten)?)"
                    + "(?: cost| costs)?:?");
    private static final Pattern SUM = Pattern
            .compile("(?:grand |sub)?-?totals?(?: (?:cost|price|parts|components|items"
                    + "|quantity|qty))?:?|sum:?|summe:?|gesamt:?|somme:?|total général:?|sous-total:?");

    private final List<RowRole> roles = new ArrayList<>();
    private final @Nullable HeaderMap header;
    private final int headerRow;
    private final ColumnMapping mapping;
    private final ConflictMarkers conflicts;
    /// Whether another header stands below the first.
    private final boolean many;

    /// @param rows the rows of the whole file
    public TableLayout(List<CsvRow> rows) {
        this(rows, ColumnMapping.NONE);
    }

    /// @param rows the rows of the whole file
    /// @param mapping what a person said about its columns
    public TableLayout(List<CsvRow> rows, ColumnMapping mapping) {
        this(Grid.of(rows), mapping);
    }

    TableLayout(Grid grid, ColumnMapping mapping) {
        List<CsvRow> rows = grid.rows();
        this.mapping = mapping;
        conflicts = ConflictMarkers.of(rows);
        headerRow = mapping.headerRow() > 0 ? grid.index(mapping.headerRow()) : findHeader(rows);
        header = headerRow < 0 ? null : map(rows, headerRow);
        HeaderMap now = header;
        for (int i = 0; i < rows.size(); i++) {
            RowRole role = conflicts.marks().get(i)
                    ? aside("bom.skipped-conflict-mark")
                    : conflicts.others().get(i) ? aside("bom.skipped-conflict-other") : role(rows, i, now);
            roles.add(role);
            now = role instanceof RowRole.Header(HeaderMap newer) ? newer : now;
        }
        many = roles.stream().skip(headerRow + 1L).anyMatch(r -> r instanceof RowRole.Header);
    }

    private RowRole role(List<CsvRow> rows, int i, @Nullable HeaderMap now) {
        return now == null || i < headerRow
                ? before(rows.get(i))
                : i == headerRow ? new RowRole.Header(now) : below(rows, i, now);
    }

    /// What a person said about its columns.
    ColumnMapping mapping() {
        return mapping;
    }

    /// Whether a person said the same about the columns of both.
    public boolean isSaidLike(TableLayout other) {
        return mapping.equals(other.mapping);
    }

    /// Conflicts that a merge left in the table.
    ConflictMarkers conflicts() {
        return conflicts;
    }

    private TableLayout(List<RowRole> roles, @Nullable HeaderMap header, int headerRow, ColumnMapping mapping) {
        this.mapping = mapping;
        this.conflicts = ConflictMarkers.NONE;
        this.roles.addAll(roles);
        this.header = header;
        this.headerRow = headerRow;
        this.many = false;
    }

    /// The layout after rows were exchanged, looking only at the new rows where that is enough. This one, when every row is for
    /// what it was before.
    ///
    /// @param rows all rows as they are now
    /// @param from where the exchange was
    /// @param removed how many rows went there
    /// @param added how many came
    public TableLayout spliced(List<CsvRow> rows, int from, int removed, int added) {
        HeaderMap h = header;
        boolean simple = h != null && conflicts.conflicts().isEmpty() && from > headerRow && !many;
        if (!simple) {
            return new TableLayout(rows, mapping);
        }
        List<RowRole> fresh = new ArrayList<>(added);
        for (int i = from; i < from + added; i++) {
            RowRole role = below(rows, i, h);
            if (role instanceof RowRole.Header) {
                return new TableLayout(rows, mapping);
            }
            fresh.add(role);
        }
        if (added == removed && fresh.equals(roles.subList(from, from + removed))) {
            return this;
        }
        List<RowRole> now = new ArrayList<>(rows.size());
        now.addAll(roles.subList(0, from));
        now.addAll(fresh);
        now.addAll(roles.subList(from + removed, roles.size()));
        return new TableLayout(now, h, headerRow, mapping);
    }

    /// The layout of a table of two rows, this one's header and one row below it.
    public TableLayout ofTwo(List<CsvRow> both) {
        HeaderMap h = header;
        return h == null
                ? new TableLayout(both, mapping)
                : new TableLayout(List.of(new RowRole.Header(h), below(both, 1, h)), h, 0, mapping);
    }

    /// Whether there is one header, it stands once, and each line below it says the same read by itself as among the others.
    ///
    /// @param rows the rows of the whole file
    public boolean isOneTable(List<CsvRow> rows) {
        HeaderMap h = header;
        return h != null && !many && !roles.contains(aside("bom.skipped-header-again"))
                && new LinesApart(this, h, rows).areSame();
    }

    /// The header's row, from 0; -1 when no row looks like one.
    public int headerRow() {
        return headerRow;
    }

    /// The header's cells; empty when there is none.
    public List<String> headers() {
        return header == null ? List.of() : header.headers();
    }

    /// For each column a name that is the same in every file for the same meaning: the canonical header, else the header
    /// in lower case without accents and punctuation.
    public List<String> columnKeys() {
        List<String> keys = new ArrayList<>();
        if (header != null) {
            header.headers().forEach(h -> keys.add(h.isEmpty() ? "" : "~" + HeaderWords.compact(h)));
            header.columns().forEach(c -> keys.set(c.index(), c.column().header()));
        }
        return keys;
    }

    /// Whether the row, from 0, is a line of the bill of materials.
    public boolean isLine(int row) {
        return roles.get(row) instanceof RowRole.Line;
    }

    Optional<HeaderMap> header() {
        return Optional.ofNullable(header);
    }

    List<RowRole> roles() {
        return roles;
    }

    private HeaderMap map(List<CsvRow> rows, int row) {
        List<String> cells = rows.get(row).values().stream().map(String::strip).toList();
        return HeaderMap.of(cells, rows.subList(row + 1, rows.size()), mapping);
    }

    /// The first row of which at least half the cells have a meaning, else the one with most; it has at least two, or one
    /// where that is all it has.
    private int findHeader(List<CsvRow> rows) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < Math.min(LOOK, rows.size()); i++) {
            CsvRow row = rows.get(i);
            int known = known(row);
            boolean enough = known >= 2 || known == 1 && best < 0 && (row.size() == 1 || isBeside(row));
            if (!enough || isRemark(row, known)) {
                continue;
            }
            if (known >= 2 && known * 2 >= row.values().stream().filter(c -> !c.isBlank()).count()) {
                return i;
            }
            if (known > most) {
                best = i;
                most = known;
            }
        }
        return best;
    }

    /// Whether all cells of a row but one, which names a meaning, are headers of prices, sellers or links (`Name, Link, Price`).
    private static boolean isBeside(CsvRow row) {
        if (row.size() > 50) {
            return false;
        }
        List<String> filled = row.values().stream().filter(c -> !c.isBlank()).toList();
        return filled.size() > 1 && filled.stream().filter(HeaderWords::isBeside).count() == filled.size() - 1;
    }

    /// How many meanings the cells of a row name, by themselves or because a person said so.
    private int known(CsvRow row) {
        int known = HeaderWords.known(row.values());
        if (mapping.columns().isEmpty()) {
            return known;
        }
        return known + (int) row.values().stream().limit(2000).filter(cell -> mapping.of(cell) != null).count();
    }

    private static boolean isRemark(CsvRow row, int known) {
        return row.text().startsWith("# ") && known < 3;
    }

    private static RowRole before(CsvRow row) {
        return aside(row.isBlank()
                ? "bom.skipped-blank"
                : row.text().startsWith("#") ? "bom.skipped-comment" : "bom.skipped-before-header");
    }

    private RowRole below(List<CsvRow> rows, int at, HeaderMap header) {
        CsvRow row = rows.get(at);
        if (row.isBlank()) {
            return aside("bom.skipped-blank");
        }
        if (isComment(row, header)) {
            return aside("bom.skipped-comment");
        }
        if (isSameHeader(row, header)) {
            return aside("bom.skipped-header-again");
        }
        if (!header.isCanonical() && hasNoDigit(cell(row, header, Column.QUANTITY)) && isOtherHeader(row)) {
            return new RowRole.Header(map(rows, at));
        }
        if (isRule(row)) {
            return aside("bom.skipped-rule");
        }
        if (isSum(row, header)) {
            return aside("bom.skipped-summary");
        }
        if (!header.isCanonical() && isHeading(row, header)) {
            return aside("bom.skipped-heading");
        }
        return header.role();
    }

    private static boolean isComment(CsvRow row, HeaderMap header) {
        return row.text().startsWith("#") && COMMENT.matcher(row.text()).matches()
                && (header.isCanonical() || row.size() < header.headers().size());
    }

    private static boolean isSameHeader(CsvRow row, HeaderMap header) {
        List<String> first = header.compact();
        int filled = 0;
        for (int i = 0; i < row.size(); i++) {
            String value = row.value(i);
            if (i < first.size() && isSurelyNot(value, first.get(i))) {
                return false;
            }
            String cell = HeaderWords.compact(value);
            if (!cell.isEmpty() && (i >= first.size() || !cell.equals(first.get(i)))) {
                return false;
            }
            filled += cell.isEmpty() ? 0 : 1;
        }
        return filled >= 2 || filled == 1 && first.size() == 1;
    }

    /// Whether a cell's letters already tell it from a header in short form, without making its own short form.
    private static boolean isSurelyNot(String value, String compact) {
        int same = 0;
        for (int i = 0; i < Math.min(value.length(), HeaderWords.LONGEST); i++) {
            char c = value.charAt(i);
            if (c >= 0x80 || c == '#' || c == '(' || c == '[') {
                return value.length() > 3 * HeaderWords.LONGEST;
            }
            if (Character.isLetterOrDigit(c)) {
                if (same == compact.length() || compact.charAt(same) != Character.toLowerCase(c)) {
                    return true;
                }
                same++;
            }
        }
        return same > 0 && same < compact.length();
    }

    private boolean isOtherHeader(CsvRow row) {
        int known = known(row);
        return known >= 3 && known * 10 >= row.values().stream().filter(c -> !c.isBlank()).count() * 6;
    }

    private static boolean hasNoDigit(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isDigit(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Lines drawn with characters in every cell that says anything.
    private static boolean isRule(CsvRow row) {
        for (int i = 0; i < row.size(); i++) {
            String cell = row.value(i).strip();
            if (!cell.isEmpty() && (":-=_".indexOf(cell.charAt(0)) < 0 || !RULE.matcher(cell).matches())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSum(CsvRow row, HeaderMap header) {
        int at = 0;
        if (!header.isCanonical() && isExtra(row, header)) {
            return true;
        }
        while (row.value(at).isBlank()) {
            at++;
        }
        String first = row.value(at).strip();
        boolean sum = "tsgTSG".indexOf(first.charAt(0)) >= 0 && SUM.matcher(first.toLowerCase(Locale.ROOT)).matches();
        boolean remark = !header.isCanonical() && first.endsWith(":")
                && row.values().stream().filter(c -> !c.isBlank()).count() <= 2;
        return (sum || remark) && cell(row, header, Column.MPN).isBlank();
    }

    /// What is paid beside the parts: postage, taxes; without a quantity.
    private static boolean isExtra(CsvRow row, HeaderMap header) {
        if (!header.has(Column.QUANTITY) || !cell(row, header, Column.QUANTITY).isBlank()) {
            return false;
        }
        String first = row.values().stream().filter(c -> !c.isBlank()).findFirst().orElse("");
        return first.length() < 40 && EXTRA.matcher(first.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /// One filled cell in a table of at least three columns, neither a quantity nor a reference: the heading of a section.
    private static boolean isHeading(CsvRow row, HeaderMap header) {
        if (!cell(row, header, Column.QUANTITY).isBlank() || header.columns().size() < 3) {
            return false;
        }
        long filled = row.values().stream().filter(c -> !c.isBlank()).limit(2).count();
        return filled == 1 && cell(row, header, Column.REFERENCES).isBlank() && cell(row, header, Column.MPN).isBlank();
    }

    private static String cell(CsvRow row, HeaderMap header, Column column) {
        return header.has(column) ? row.value(header.index(column).getAsInt()) : "";
    }

    private static RowRole aside(String reason) {
        return new RowRole.Aside(Messages.Key.of(reason));
    }
}
