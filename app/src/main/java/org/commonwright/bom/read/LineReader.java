package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern NOTHING = Pattern.compile("(?i)n/?a|[-–—~?]+|none|tbd");

    private final String file;
    private final String sheet;
    private final HeaderMap header;
    private final Quantities quantities;
    private final ReferenceBudget budget;
    private final Consumer<Problem> problems;
    private final List<Problem> miscounted = new ArrayList<>();
    private int counted;

    /// @param sheet the sheet of a workbook; empty for files without sheets
    LineReader(String file, String sheet, HeaderMap header, NumberStyle style, ReferenceBudget budget,
            Consumer<Problem> problems) {
        this.file = file;
        this.sheet = sheet;
        this.header = header;
        this.quantities = new Quantities(style);
        this.budget = budget;
        this.problems = problems;
    }

    /// @param number the row's number, from 1
    /// @return empty when the row names no part in any way
    Optional<BomLine> read(CsvRow row, int number) {
        List<String> mpns = mpns(row, number);
        String part = part(row, mpns);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        BomLine.Builder line = BomLine.builder(number, part).sheet(sheet);
        QuantityReading reading = quantities.read(cell(row, Column.QUANTITY), cell(row, Column.UNIT), header.unit());
        long count = reading instanceof QuantityReading.Known(Quantity q, _, _) ? wholeOrLess(q) : -1;
        List<String> references = References.read(said(cell(row, Column.REFERENCES)), count, budget.most());
        budget.spend(references.size());
        quantity(row, number, part, reading, references, line);
        line.references(references).notes(cell(row, Column.NOTES))
                .making(cell(row, Column.PROCESS), cell(row, Column.MATERIAL))
                .fitted(Fitting.isFitted(cell(row, Column.DNP), references));
        numbers(row, mpns, line);
        PartNumbers.alternates(cell(row, Column.ALTERNATES)).forEach(line::alternate);
        attributes(row, number, line);
        quotes(row, number);
        boolean numbered = !mpns.isEmpty() || !said(cell(row, Column.MANUFACTURER)).isEmpty();
        return Optional.of(build(row, number, numbered, line));
    }

    /// What only shows over all rows: references that are not as many as the quantity says, where in most rows they are.
    /// In a table where they mostly are not, they mean something else (a step, a bag).
    List<Problem> afterwards() {
        return miscounted.size() <= counted ? miscounted : List.of();
    }

    /// `Units in kg` in a note says what the bare number counts.
    private static Quantity inNotedUnit(Quantity quantity, String notes) {
        Matcher noted = NOTED_UNIT.matcher(notes);
        return noted.find()
                ? new Quantity(quantity.number(), Unit.parse(noted.group(1)).orElse(quantity.unit()))
                : quantity;
    }

    private void quantity(CsvRow row, int number, String part, QuantityReading reading, List<String> references,
            BomLine.Builder line) {
        Place place = place(number, Column.QUANTITY);
        switch (reading) {
            case QuantityReading.Known(Quantity quantity, String doubt, boolean saysUnit) -> {
                line.quantity(saysUnit ? quantity : inNotedUnit(quantity, cell(row, Column.NOTES)));
                if (!doubt.isEmpty()) {
                    problems.accept(Problem.warning(place, doubt, cell(row, Column.QUANTITY), quantity.number(), part));
                }
                if (!references.isEmpty()) {
                    boolean agrees = wholeOrLess(quantity) == references.size();
                    counted += agrees ? 1 : 0;
                    if (!agrees) {
                        miscounted.add(Problem.warning(place, "bom.references-count", part, quantity.number(),
                                references.size()));
                    }
                }
            }
            case QuantityReading.Unclear(String code, List<Object> arguments) -> {
                List<Object> all = new ArrayList<>(arguments);
                all.add(part);
                problems.accept(new Problem(Problem.Severity.ERROR, code, all, place));
            }
            case QuantityReading.Absent() -> {
                if (!references.isEmpty()) {
                    line.quantity(Quantity.pieces(references.size()));
                } else if (!header.has(Column.QUANTITY)) {
                    line.quantity(Quantity.pieces(1));
                } else {
                    problems.accept(Problem.warning(place, "bom.quantity-absent", part));
                }
            }
        }
    }

    /// The surest name that the row gives the part; empty when it gives none.
    private String part(CsvRow row, List<String> mpns) {
        String value = cell(row, Column.VALUE);
        String component = value.isEmpty() && header.isBoard()
                ? ""
                : (value + " " + shortFootprint(cell(row, Column.FOOTPRINT))).strip();
        String name = header.isBoard() ? component : cell(row, Column.PART);
        for (int i = 0; name.isEmpty() && !header.isBoard() && i < header.moreParts().size(); i++) {
            name = clean(row.value(header.moreParts().get(i)));
        }
        if (header.isVague() && !name.isEmpty()) {
            name = (name + " " + cell(row, Column.DESCRIPTION)).strip();
        }
        if (name.isEmpty()) {
            name = mpns.isEmpty() ? component : mpns.getFirst();
        }
        for (int i = 0; name.isEmpty() && i < LAST_NAMES.size(); i++) {
            name = cell(row, LAST_NAMES.get(i));
        }
        return name;
    }

    private List<String> mpns(CsvRow row, int number) {
        List<String> all = new ArrayList<>();
        for (int i : header.numbers()) {
            String raw = row.value(i);
            if (raw.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
                problems.accept(
                        Problem.warning(new Place(file, number, i + 1, sheet), "bom.control-characters", clean(raw)));
            }
            all.addAll(PartNumbers.split(said(clean(raw))));
        }
        return all;
    }

    private void numbers(CsvRow row, List<String> mpns, BomLine.Builder line) {
        List<Alternate> found = new ArrayList<>();
        for (int i : header.numbers()) {
            OptionalInt maker = header.makerOf(i, row);
            String name = maker.isPresent() ? said(clean(row.value(maker.getAsInt()))) : "";
            PartNumbers.split(said(clean(row.value(i)))).forEach(mpn -> found.add(new Alternate(name, mpn)));
        }
        if (mpns.isEmpty()) {
            line.number(said(cell(row, Column.MANUFACTURER)), "");
        } else {
            line.number(found.getFirst().manufacturer(), found.getFirst().mpn());
            found.subList(1, found.size()).stream().filter(a -> !a.mpn().equals(mpns.getFirst()))
                    .forEach(line::alternate);
        }
    }

    private void attributes(CsvRow row, int number, BomLine.Builder line) {
        List<String> headers = header.headers();
        boolean beyond = false;
        for (int i = 0; i < row.size(); i++) {
            String value = clean(row.value(i));
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
            String value = cell(row, column);
            if (!value.isEmpty()) {
                line.attribute(header.attributeName(header.index(column).getAsInt()), value);
            }
        }
        if (beyond) {
            problems.accept(
                    Problem.warning(new Place(file, number, 0, sheet), "bom.row-too-long", row.size(), headers.size()));
        }
    }

    /// In the tables of board design programs `Part` names the symbol.
    private boolean isSymbol(int index) {
        return header.isBoard() && header.index(Column.PART).stream().anyMatch(i -> i == index);
    }

    private void quotes(CsvRow row, int number) {
        for (int i = 0; row.text().indexOf('"') >= 0 && i < row.size(); i++) {
            if (row.hasOpenQuote(i)) {
                problems.accept(Problem.warning(new Place(file, number, i + 1, sheet), "bom.open-quote"));
            }
        }
    }

    private BomLine build(CsvRow row, int number, boolean numbered, BomLine.Builder line) {
        String text = cell(row, Column.KIND);
        Optional<LineKind> said = LineKind.parse(text);
        if (said.isEmpty() && !text.isEmpty()) {
            problems.accept(Problem.warning(place(number, Column.KIND), "bom.kind-unknown", text));
        }
        String module = cell(row, Column.MODULE);
        List<String> files = list(cell(row, Column.FILE));
        String description = cell(row, Column.DESCRIPTION);
        String reference = header.isSbom() ? clean(row.value(header.headers().indexOf("REFERENCE"))) : "";
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
        return new Place(file, row, header.index(column).orElse(-1) + 1, sheet);
    }

    private String cell(CsvRow row, Column column) {
        OptionalInt index = header.index(column);
        return index.isPresent() ? clean(row.value(index.getAsInt())) : "";
    }

    /// The cell, empty when it only says that there is nothing to say (`n/a`, `-`).
    private static String said(String cell) {
        return NOTHING.matcher(cell).matches() ? "" : cell;
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

    /// Without control characters (line breaks inside a cell stay) and without spaces at the ends.
    private static String clean(String cell) {
        String stripped = cell.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (Character.isISOControl(stripped.charAt(i)) && stripped.charAt(i) != '\n') {
                return stripped.replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ").strip();
            }
        }
        return stripped;
    }
}
