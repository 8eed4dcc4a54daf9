package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Bom.ColumnAt;
import org.commonwright.bom.Bom.OffersSaid;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// What the columns of one header mean. The surest header of a meaning gets it; where a header is weak (`Type`, `Item`,
/// `Unit`) the cells below decide.
final class HeaderMap {
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^)\\]]{1,12})[)\\]]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+");
    /// Takes what it takes for good, so that a number of ten thousand levels costs no stack.
    private static final Pattern DOTTED = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})++");
    /// The rank of what a person said.
    private static final int SAID = -1;

    private final List<String> headers;
    private final List<Optional<HeaderWords.Word>> words;
    private final Map<Column, Integer> at = new EnumMap<>(Column.class);
    private final List<Integer> moreParts = new ArrayList<>();
    private final List<Integer> numbers;
    private final List<Integer> makers;
    private final int[] numberOf;
    private final BitSet meaningful = new BitSet();
    private final List<String> compact;
    private final List<String> attributeNames;
    private final RowRole.Line role = new RowRole.Line(this);
    private final BitSet said = new BitSet();
    private final boolean board;
    private final boolean vague;
    private final boolean canonical;
    private final OffersSaid offersSaid;

    private HeaderMap(List<String> headers, List<CsvRow> below, ColumnMapping mapping) {
        this.headers = headers;
        this.words = headers.stream().map(h -> word(h, mapping)).toList();
        for (int i = 0; i < headers.size(); i++) {
            said.set(i, mapping.of(headers.get(i)) != null);
        }
        this.canonical = isCanonical(headers) && headers.stream().allMatch(h -> isAboutOffers(mapping.of(h)));
        this.offersSaid = offersSaid(mapping);
        this.numberOf = headers.stream().mapToInt(HeaderWords::number).toArray();
        this.attributeNames = Bom.Table.attributeNames(headers);
        this.compact = headers.stream().map(HeaderWords::compact).toList();
        var sample = CellSample.of(below);
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            words.get(i).filter(w -> !w.column().isOffer()).ifPresent(w -> take(w.column(), index));
        }
        numbers = ordered(Column.MPN);
        makers = ordered(Column.MANUFACTURER);
        first(Column.MPN, numbers);
        first(Column.MANUFACTURER, makers);
        if (!canonical) {
            electronics();
            weigh(sample);
        }
        if (at.get(Column.PART) == null && !moreParts.isEmpty()) {
            at.put(Column.PART, moreParts.removeFirst());
        }
        materials();
        at.values().forEach(meaningful::set);
        numbers.forEach(meaningful::set);
        makers.forEach(meaningful::set);
        board = !canonical && has(Column.VALUE) && has(Column.REFERENCES)
                && (!has(Column.PART) || has(Column.FOOTPRINT) && !has(Column.KIND));
        vague = !canonical && !board && isVague(sample);
    }

    /// @param below the rows under the header
    static HeaderMap of(List<String> headers, List<CsvRow> below) {
        return of(headers, below, ColumnMapping.NONE);
    }

    /// @param below the rows under the header
    /// @param mapping what a person said, which goes before everything else
    static HeaderMap of(List<String> headers, List<CsvRow> below, ColumnMapping mapping) {
        return new HeaderMap(List.copyOf(headers), below, mapping);
    }

    private static Optional<HeaderWords.Word> word(String header, ColumnMapping mapping) {
        Optional<Column> said = mapping.of(header);
        return said == null ? HeaderWords.meaning(header) : said.map(c -> new HeaderWords.Word(c, SAID));
    }

    /// What a person says about prices leaves everything else as it is.
    private static boolean isAboutOffers(@Nullable Optional<Column> said) {
        return said == null || said.filter(Column::isOffer).isPresent();
    }

    private OffersSaid offersSaid(ColumnMapping mapping) {
        List<ColumnAt> columns = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < headers.size() && !mapping.columns().isEmpty(); i++) {
            Optional<Column> column = mapping.of(headers.get(i));
            if (column != null && column.filter(Column::isOffer).isPresent()) {
                columns.add(new ColumnAt(column.get(), i));
            } else if (column != null && column.isEmpty()) {
                without.add(i);
            }
        }
        return new OffersSaid(columns, without, mapping.currency());
    }

    /// What a person said about prices and sellers.
    OffersSaid offersSaid() {
        return offersSaid;
    }

    List<String> headers() {
        return headers;
    }

    /// The role of every line under this header.
    RowRole.Line role() {
        return role;
    }

    OptionalInt index(Column column) {
        Integer i = at.get(column);
        return i == null ? OptionalInt.empty() : OptionalInt.of(i);
    }

    boolean has(Column column) {
        return at.containsKey(column);
    }

    /// Further columns that name the part, for rows where the first is empty.
    List<Integer> moreParts() {
        return moreParts;
    }

    /// Every column of makers' numbers, the preferred one first.
    List<Integer> numbers() {
        return numbers;
    }

    /// The maker's column that belongs to the number in column `number` of a row; empty when there is none. Columns of the
    /// same number (`MPN2`, `MP_N2`) that are empty in the row take no maker.
    OptionalInt makerOf(int number, RowCells row) {
        int n = numberOf[number];
        int before = 0;
        for (int i : numbers) {
            if (i == number) {
                break;
            }
            before += numberOf[i] == n && !row.at(i).isEmpty() ? 1 : 0;
        }
        for (int maker : makers) {
            if (numberOf[maker] == n && before-- == 0) {
                return OptionalInt.of(maker);
            }
        }
        return OptionalInt.empty();
    }

    /// What the cells of a column without a meaning are called: its header, with a number where the header comes again; `+3`
    /// for the third column when it has none.
    String attributeName(int index) {
        return attributeNames.get(index);
    }

    /// Whether a column has a meaning, so that its cells are no attributes.
    boolean isMeaningful(int index) {
        return meaningful.get(index);
    }

    /// Whether a person said what a column means, or that it has no meaning.
    boolean isSaid(int index) {
        return said.get(index);
    }

    /// Whether this is the header of a canonical `bom.csv`.
    boolean isCanonical() {
        return canonical;
    }

    /// Whether parts are known by value and land pattern, as the tables of board design programs have it; `Part` names
    /// the symbol there.
    boolean isBoard() {
        return board;
    }

    /// Whether the part's name alone says too little (`Screw` in several rows), so that the description belongs to it.
    boolean isVague() {
        return vague;
    }

    /// Whether this is an sBoM of the OPEN-NEXT project: `POS NAME UNITS TYPE REFERENCE`, the reference's meaning by type.
    boolean isSbom() {
        return headers.contains("TYPE") && headers.contains("REFERENCE") && headers.contains("NAME")
                && headers.contains("UNITS");
    }

    /// The unit in the brackets of the quantity's header (`Quantity (m)`), else pieces.
    Unit unit() {
        OptionalInt quantity = index(Column.QUANTITY);
        if (quantity.isEmpty()) {
            return Unit.PIECE;
        }
        Matcher brackets = IN_BRACKETS.matcher(headers.get(quantity.getAsInt()));
        return brackets.find() ? Unit.parse(brackets.group(1)).orElse(Unit.PIECE) : Unit.PIECE;
    }

    /// Whether the quantities are for the whole, by their header (`Total Quantity`), also in rows that stand under others.
    boolean countsWhole() {
        return index(Column.QUANTITY).stream().anyMatch(i -> compact.get(i).startsWith("total")
                || compact.get(i).startsWith("gesamt"));
    }

    List<ColumnAt> columns() {
        return at.entrySet().stream().map(e -> new ColumnAt(e.getKey(), e.getValue())).toList();
    }

    /// Further columns that are read for a meaning another one has: alternates' numbers and makers, names.
    List<ColumnAt> more() {
        List<ColumnAt> more = new ArrayList<>();
        moreParts.forEach(i -> more.add(new ColumnAt(Column.PART, i)));
        numbers.stream().filter(i -> !i.equals(at.get(Column.MPN))).forEach(i -> more.add(new ColumnAt(Column.MPN, i)));
        makers.stream().filter(i -> !i.equals(at.get(Column.MANUFACTURER)))
                .forEach(i -> more.add(new ColumnAt(Column.MANUFACTURER, i)));
        return more;
    }

    /// The cells of the header in short form, to know it again further down.
    List<String> compact() {
        return compact;
    }

    private static boolean isCanonical(List<String> headers) {
        return headers.contains(Column.PART.header()) && headers.contains(Column.QUANTITY.header())
                && (headers.contains(Column.KIND.header()) || headers.stream().allMatch(h -> HeaderWords.meaning(h)
                        .map(w -> w.column().isCanonical() && w.column().header().equals(h)).orElse(false)));
    }

    private void take(Column column, int index) {
        Integer now = at.get(column);
        if (now == null) {
            at.put(column, index);
        } else if (rank(index) < rank(now)) {
            at.put(column, index);
            spare(column, now);
        } else {
            spare(column, index);
        }
    }

    private void spare(Column column, int index) {
        if (column == Column.PART && rank(index) < HeaderWords.WEAK) {
            moreParts.add(index);
        }
    }

    private int rank(int index) {
        return words.get(index).map(HeaderWords.Word::rank).orElse(Integer.MAX_VALUE);
    }

    private List<Integer> ordered(Column column) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (words.get(i).filter(w -> w.column() == column).isPresent()) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparing((Integer i) -> rank(i) != SAID).thenComparingInt(i -> numberOf[i]));
        return found;
    }

    private void first(Column column, List<Integer> ordered) {
        if (!ordered.isEmpty()) {
            at.put(column, ordered.getFirst());
        }
    }

    /// `Comment` and `Designation` are a component's value beside designators, and what they say anywhere else.
    private void electronics() {
        boolean designators = index(Column.REFERENCES).stream()
                .anyMatch(i -> HeaderWords.compact(headers.get(i)).startsWith("designator"));
        Integer value = at.get(Column.VALUE);
        Integer description = at.get(Column.DESCRIPTION);
        if (!designators && value != null && rank(value) != SAID
                && HeaderWords.compact(headers.get(value)).equals("comment")) {
            at.remove(Column.VALUE);
            at.putIfAbsent(Column.NOTES, value);
        }
        if (designators && value == null && description != null
                && HeaderWords.compact(headers.get(description)).equals("designation")) {
            at.remove(Column.DESCRIPTION);
            at.put(Column.VALUE, description);
        }
    }

    private void weigh(CellSample sample) {
        Optional<Integer> unit = Optional.ofNullable(at.get(Column.UNIT));
        if (unit.isPresent() && rank(unit.get()) != SAID
                && sample.mostly(unit.get(), c -> NUMBER.matcher(c).matches())) {
            at.remove(Column.UNIT);
            at.putIfAbsent(Column.QUANTITY, unit.get());
        }
        dropUnless(Column.KIND, sample, c -> LineKind.parse(c).isPresent());
        dropUnless(Column.REFERENCES, sample, References::isLikely);
        dropIndex(sample);
        listedParts(sample);
        numberedParts(sample);
        if (index(Column.PART).stream().anyMatch(i -> rank(i) >= HeaderWords.WEAK)) {
            dropUnless(Column.PART, sample, c -> !NUMBER.matcher(c).matches());
        }
    }

    private boolean isVague(CellSample sample) {
        OptionalInt part = index(Column.PART);
        OptionalInt description = index(Column.DESCRIPTION);
        if (part.isEmpty() || description.isEmpty()) {
            return false;
        }
        return sample.saysSeveral(part.getAsInt(), description.getAsInt());
    }

    /// `1.2.1` is where a row stands, not what it names.
    private void dropIndex(CellSample sample) {
        Integer part = at.get(Column.PART);
        if (part != null && rank(part) != SAID && sample.mostly(part, c -> NUMBER.matcher(c).matches())
                && sample.any(part, c -> DOTTED.matcher(c).matches())) {
            at.remove(Column.PART);
        }
    }

    /// In EAGLE's lists `Parts` are the designators.
    private void listedParts(CellSample sample) {
        for (int i = 0; i < headers.size() && !has(Column.REFERENCES); i++) {
            if (compact.get(i).equals("parts") && rank(i) != SAID && sample.mostly(i, References::isLikely)) {
                at.put(Column.REFERENCES, i);
                at.remove(Column.PART, i);
                for (int other = 0; other < headers.size() && !has(Column.PART); other++) {
                    if (compact.get(other).equals("device")) {
                        at.put(Column.PART, other);
                    }
                }
            }
        }
    }

    /// `Material, Qty, Cost`: where nothing else names the part, the material is what is bought.
    private void materials() {
        Integer material = at.get(Column.MATERIAL);
        boolean named = has(Column.PART) || has(Column.VALUE) || has(Column.DESCRIPTION) || has(Column.MPN)
                || has(Column.FILE) || has(Column.MODULE) || has(Column.FOOTPRINT) || has(Column.REFERENCES);
        if (material != null && !named && rank(material) != SAID) {
            at.remove(Column.MATERIAL);
            at.put(Column.PART, material);
        }
    }

    /// `Part` may hold a number of a database, beside a column that names the part.
    private void numberedParts(CellSample sample) {
        Integer part = at.get(Column.PART);
        boolean id = part != null && rank(part) != SAID && compact.get(part).matches("part|partid|id")
                && sample.mostly(part, c -> NUMBER.matcher(c).matches());
        if (id && moreParts.stream().anyMatch(i -> sample.mostly(i, c -> !NUMBER.matcher(c).matches()))) {
            at.remove(Column.PART);
            moreParts.removeIf(i -> !sample.mostly(i, c -> !NUMBER.matcher(c).matches()));
        }
    }

    private void dropUnless(Column column, CellSample sample, Predicate<String> fits) {
        Integer index = at.get(column);
        if (index != null && rank(index) != SAID && sample.mostly(index, c -> true) && !sample.mostly(index, fits)) {
            at.remove(column);
        }
    }
}
