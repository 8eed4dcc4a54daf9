package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Makes lines of the rows under one header.
final class LineReader {
    private static final List<Column> LAST_NAMES = List.of(Column.FOOTPRINT, Column.DESCRIPTION, Column.PART,
            Column.MODULE, Column.FILE, Column.REFERENCES);
    private static final List<Column> SHOWN_TOO = List.of(Column.VALUE, Column.FOOTPRINT, Column.DNP);
    private static final Pattern BETWEEN = Pattern.compile("[;\\n]");

    private static final Pattern NOTED_UNIT = Pattern.compile("(?i)\\bunits? (?:in|is|are) (\\p{L}+)");

    private final String file;
    private final String sheet;
    private final HeaderMap header;
    private final Unit unit;
    private final Quantities quantities;
    private final ReferenceBudget budget;
    private final Consumer<Problem> problems;
    private final List<Problem> miscounted = new ArrayList<>();
    private final RowCells cells;
    private int counted;

    /// @param sheet the sheet of a workbook; empty for files without sheets
    LineReader(String file, String sheet, HeaderMap header, NumberStyle style, ReferenceBudget budget,
            Consumer<Problem> problems) {
        this.file = file;
        this.sheet = sheet;
        this.header = header;
        this.unit = header.unit();
        this.cells = new RowCells(header);
        this.quantities = new Quantities(style);
        this.budget = budget;
        this.problems = problems;
    }

    /// Whether a row belongs to no bill of materials, as it says itself.
    boolean isExcluded(CsvRow row) {
        return cells.index(Column.EXCLUDED) >= 0 && Fitting.isExcluded(row.value(cells.index(Column.EXCLUDED)));
    }

    /// @param number the row's number, from 1
    /// @return empty when the row names no part in any way
    Optional<BomLine> read(CsvRow row, int number) {
        cells.read(row);
        List<Alternate> numbers = numbers(row, number);
        String part = part(numbers);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        BomLine.Builder line = BomLine.builder(number, part).sheet(sheet);
        QuantityReading reading = quantities.read(cell(Column.QUANTITY), cell(Column.UNIT), unit);
        long count = reading instanceof QuantityReading.Known(Quantity q, _, _) ? wholeOrLess(q) : -1;
        String written = cells.said(Column.REFERENCES);
        List<String> references = written.isEmpty() ? List.of() : References.read(written, count, budget.most());
        budget.spend(references.size());
        quantity(number, part, reading, references, line);
        line.references(references).notes(cell(Column.NOTES)).making(cell(Column.PROCESS), cell(Column.MATERIAL))
                .fitted(Fitting.isFitted(cell(Column.DNP), references)
                        && !(header.isBoard() && Fitting.isWord(cell(Column.VALUE))));
        String maker = numbers.isEmpty() ? cells.said(Column.MANUFACTURER) : numbers.getFirst().manufacturer();
        line.number(maker, numbers.isEmpty() ? "" : numbers.getFirst().mpn());
        for (int i = 1; i < numbers.size(); i++) {
            if (!numbers.get(i).mpn().equals(numbers.getFirst().mpn())) {
                line.alternate(numbers.get(i));
            }
        }
        PartNumbers.alternates(cell(Column.ALTERNATES)).forEach(line::alternate);
        attributes(number, line);
        quotes(row, number);
        boolean numbered = !numbers.isEmpty() || !cells.said(Column.MANUFACTURER).isEmpty();
        return Optional.of(build(number, numbered, line));
    }

    /// What only shows over all rows: references that are not as many as the quantity says, where in most rows they are.
    /// In a table where they mostly are not, they mean something else (a step, a bag).
    List<Problem> afterwards() {
        return miscounted.size() <= counted ? miscounted : List.of();
    }

    /// `Units in kg` in a note says what the bare number counts.
    private static Quantity inNotedUnit(Quantity quantity, String notes) {
        if (notes.isEmpty()) {
            return quantity;
        }
        Matcher noted = NOTED_UNIT.matcher(notes);
        return noted.find()
                ? new Quantity(quantity.number(), Unit.parse(noted.group(1)).orElse(quantity.unit()))
                : quantity;
    }

    private void quantity(int number, String part, QuantityReading reading, List<String> references,
            BomLine.Builder line) {
        switch (reading) {
            case QuantityReading.Known(Quantity quantity, String doubt, boolean saysUnit) -> {
                line.quantity(saysUnit ? quantity : inNotedUnit(quantity, cell(Column.NOTES)));
                if (!doubt.isEmpty()) {
                    problems.accept(Problem.warning(place(number, Column.QUANTITY), doubt, cell(Column.QUANTITY),
                            quantity.number(), part));
                }
                if (!references.isEmpty()) {
                    boolean agrees = wholeOrLess(quantity) == references.size();
                    counted += agrees ? 1 : 0;
                    if (!agrees) {
                        miscounted.add(Problem.warning(place(number, Column.QUANTITY), "bom.references-count", part,
                                quantity.number(),
                                references.size()));
                    }
                }
            }
            case QuantityReading.Unclear(String code, List<Object> arguments) -> {
                List<Object> all = new ArrayList<>(arguments);
                all.add(part);
                problems.accept(new Problem(Problem.Severity.ERROR, code, all,
                        place(number, Column.QUANTITY)));
            }
            case QuantityReading.Absent() -> {
                if (!references.isEmpty()) {
                    line.quantity(Quantity.pieces(references.size()));
                } else if (!header.has(Column.QUANTITY)) {
                    line.quantity(Quantity.pieces(1));
                } else {
                    problems.accept(Problem.warning(place(number, Column.QUANTITY), "bom.quantity-absent", part));
                }
            }
        }
    }

    /// The surest name that the row gives the part; empty when it gives none.
    private String part(List<Alternate> numbers) {
        String value = cell(Column.VALUE);
        String footprint = cell(Column.FOOTPRINT);
        String component = value.isEmpty() && (header.isBoard() || footprint.isEmpty())
                ? ""
                : (value + " " + shortFootprint(footprint)).strip();
        boolean symbol = header.isBoard() && value.isEmpty() && !cell(Column.PART).isEmpty();
        String name = symbol
                ? (cell(Column.PART) + " " + shortFootprint(footprint)).strip()
                : header.isBoard() ? component : cell(Column.PART);
        for (int i = 0; name.isEmpty() && !header.isBoard() && i < header.moreParts().size(); i++) {
            name = cells.at(header.moreParts().get(i));
        }
        if (header.isVague() && !name.isEmpty()) {
            name = (name + " " + cell(Column.DESCRIPTION)).strip();
        }
        if (name.isEmpty()) {
            name = numbers.isEmpty() ? component : numbers.getFirst().mpn();
        }
        for (int i = 0; name.isEmpty() && i < LAST_NAMES.size(); i++) {
            name = cell(LAST_NAMES.get(i));
        }
        return name;
    }

    /// The makers' numbers, the preferred one first, each with its maker.
    private List<Alternate> numbers(CsvRow row, int number) {
        List<Alternate> found = List.of();
        for (int i : header.numbers()) {
            if (cells.at(i).isEmpty()) {
                continue;
            }
            if (RowCells.hasControl(row.value(i))) {
                problems.accept(Problem.warning(new Place(file, number, i + 1, sheet), "bom.control-characters",
                        cells.at(i)));
            }
            String written = RowCells.said(cells.at(i));
            OptionalInt maker = header.makerOf(i, cells);
            String name = maker.isPresent() ? RowCells.said(cells.at(maker.getAsInt())) : "";
            if (found.isEmpty()) {
                found = new ArrayList<>(1);
            }
            for (String mpn : PartNumbers.split(written)) {
                found.add(new Alternate(name, mpn));
            }
        }
        return found;
    }

    private void attributes(int number, BomLine.Builder line) {
        List<String> headers = header.headers();
        boolean beyond = false;
        for (int i = 0; i < cells.size(); i++) {
            String value = cells.at(i);
            if (value.isEmpty()) {
                continue;
            }
            if (i >= headers.size()) {
                beyond = true;
                line.attribute("+" + (i - headers.size() + 1), value);
            } else if (!header.isMeaningful(i) || isSymbol(i)) {
                line.attribute(header.attributeName(i), value);
            }
        }
        for (Column column : SHOWN_TOO) {
            String value = cell(column);
            if (!value.isEmpty()) {
                line.attribute(header.attributeName(cells.index(column)), value);
            }
        }
        if (beyond) {
            problems.accept(
                    Problem.warning(new Place(file, number, 0, sheet), "bom.row-too-long", cells.size(),
                            headers.size()));
        }
    }

    /// In the tables of board design programs `Part` names the symbol.
    private boolean isSymbol(int index) {
        return header.isBoard() && cells.index(Column.PART) == index;
    }

    private void quotes(CsvRow row, int number) {
        for (int i = 0; row.hasQuotes() && i < row.size(); i++) {
            if (row.hasOpenQuote(i)) {
                problems.accept(Problem.warning(new Place(file, number, i + 1, sheet), "bom.open-quote"));
            }
        }
    }

    private BomLine build(int number, boolean numbered, BomLine.Builder line) {
        String text = cell(Column.KIND);
        Optional<LineKind> said = LineKind.parse(text);
        if (said.isEmpty() && !text.isEmpty()) {
            problems.accept(Problem.warning(place(number, Column.KIND), "bom.kind-unknown", text));
        }
        String module = cell(Column.MODULE);
        List<String> files = list(cell(Column.FILE));
        String description = cell(Column.DESCRIPTION);
        String reference = header.isSbom() ? cells.at(header.headers().indexOf("REFERENCE")) : "";
        if (!reference.isEmpty()) {
            switch (said.orElse(LineKind.STANDARD)) {
                case MODULE -> module = reference;
                case MAKE -> files = List.of(reference.startsWith("/") ? reference.substring(1) : reference);
                case BUY, STANDARD -> description = reference;
            }
        }
        LineKind derived = !module.isEmpty()
                ? LineKind.MODULE
                : !files.isEmpty() ? LineKind.MAKE : numbered ? LineKind.BUY : LineKind.STANDARD;
        return line.kind(said.orElse(derived)).module(module).files(files).description(description).build();
    }

    private Place place(int row, Column column) {
        return new Place(file, row, cells.index(column) + 1, sheet);
    }

    private String cell(Column column) {
        return cells.at(column);
    }

    private static List<String> list(String cell) {
        return cell.isEmpty()
                ? List.of()
                : BETWEEN.splitAsStream(cell).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static String shortFootprint(String footprint) {
        return footprint.substring(footprint.indexOf(':') + 1);
    }

    private static long wholeOrLess(Quantity quantity) {
        return quantity.number().longValue();
    }
}
