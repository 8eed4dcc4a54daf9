package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.kicad.KicadPlace;
import org.commonwright.error.Problem;

/// Whether the places on the board are the same in the bill of materials, the schematic and the layout of a module, both ways, with
/// the same values, and fitted or not alike. Power symbols and what the schematic keeps out of the bill do not count.
final class KicadCheck implements ModuleCheck {
    private static final int SHOWN = 12;

    @Override
    public String id() {
        return "kicad";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        KicadFiles files = KicadFiles.of(module, problem -> found.accept(Found.of(problem)));
        SortedMap<String, KicadPlace> schematic = files.schematic();
        SortedMap<String, KicadPlace> board = files.board();
        Map<String, BomLine> listed = new TreeMap<>();
        module.lines().forEach(line -> line.references().forEach(r -> listed.put(r, line)));
        if (listed.isEmpty()) {
            if (schematic != null && board != null) {
                unlisted(schematic, board, found);
            }
            return;
        }
        if (schematic != null) {
            notListed(module, schematic, listed.keySet(), found);
            missing(module, schematic.keySet(), "design.kicad-not-drawn", found);
            values(module, schematic, listed, found);
            fitted(module, schematic, listed, found);
        }
        if (board != null) {
            SortedMap<String, KicadPlace> more = new TreeMap<>(board);
            if (schematic != null) {
                more.keySet().removeAll(schematic.keySet());
            }
            notListed(module, more, listed.keySet(), found);
            Set<String> there = new TreeSet<>(board.keySet());
            if (schematic != null) {
                schematic.values().stream().filter(place -> !place.onBoard()).forEach(p -> there.add(p.reference()));
            }
            missing(module, there, "design.kicad-not-placed", found);
        }
    }

    /// A schematic and a board without a bill that names places are compared with each other.
    private static void unlisted(SortedMap<String, KicadPlace> schematic, SortedMap<String, KicadPlace> board,
            Consumer<Found> found) {
        List<KicadPlace> drawn = schematic.values().stream()
                .filter(place -> place.onBoard() && !board.containsKey(place.reference())).toList();
        List<KicadPlace> placed = board.values().stream()
                .filter(place -> !schematic.containsKey(place.reference())).toList();
        if (!drawn.isEmpty()) {
            found.accept(Found.of(Problem.warning(drawn.getFirst().place(), "design.kicad-only-drawn", some(drawn))));
        }
        if (!placed.isEmpty()) {
            found.accept(
                    Found.of(Problem.warning(placed.getFirst().place(), "design.kicad-only-placed", some(placed))));
        }
    }

    /// What is drawn or placed and in no line, together by value and footprint.
    private static void notListed(CheckedModule module, Map<String, KicadPlace> places, Set<String> listed,
            Consumer<Found> found) {
        Map<List<String>, List<KicadPlace>> groups = new LinkedHashMap<>();
        places.values().stream().filter(place -> place.fitted() && !listed.contains(place.reference()))
                .forEach(place -> groups.computeIfAbsent(List.of(place.value(), place.footprint()),
                        _ -> new ArrayList<>()).add(place));
        groups.values().forEach(group -> found.accept(new Found(Problem.warning(group.getFirst().place(),
                "design.kicad-not-listed", some(group), group.getFirst().value()),
                new KicadFixes(module).list(group))));
    }

    private static void missing(CheckedModule module, Set<String> there, String code, Consumer<Found> found) {
        for (BomLine line : module.lines()) {
            List<String> gone = line.references().stream().filter(r -> !there.contains(r)).toList();
            if (line.fitted() && !gone.isEmpty()) {
                found.accept(new Found(Problem.warning(module.place(line, Column.REFERENCES), code,
                        names(gone), line.part()),
                        Fix.choice(TwiceFixes.without(module, line, gone), "design.fix-take-reference", names(gone),
                                line.part(), line.row())));
            }
        }
    }

    /// Where the bill has a column of values.
    private static void values(CheckedModule module, Map<String, KicadPlace> places, Map<String, BomLine> listed,
            Consumer<Found> found) {
        Map<BomLine, Map<String, List<KicadPlace>>> other = new LinkedHashMap<>();
        listed.forEach((reference, line) -> {
            KicadPlace place = places.get(reference);
            String value = module.cell(line, Column.VALUE);
            if (place != null && !value.isEmpty() && !place.value().isEmpty()
                    && !Names.plain(value).equals(Names.plain(place.value()))) {
                other.computeIfAbsent(line, _ -> new TreeMap<>()).computeIfAbsent(place.value(), _ -> new ArrayList<>())
                        .add(place);
            }
        });
        other.forEach((line, byValue) -> byValue.forEach((value, group) -> {
            boolean whole = group.size() == line.references().size();
            found.accept(new Found(Problem.warning(module.place(line, Column.VALUE), "design.kicad-value", some(group),
                    value, module.cell(line, Column.VALUE)),
                    whole
                            ? Fix.choice(module.set(line, Column.VALUE, value), "design.fix-value", value, some(group))
                            : List.of()));
        }));
    }

    private static void fitted(CheckedModule module, Map<String, KicadPlace> places, Map<String, BomLine> listed,
            Consumer<Found> found) {
        Map<BomLine, List<KicadPlace>> other = new LinkedHashMap<>();
        listed.forEach((reference, line) -> {
            KicadPlace place = places.get(reference);
            if (place != null && place.fitted() != line.fitted()) {
                other.computeIfAbsent(line, _ -> new ArrayList<>()).add(place);
            }
        });
        other.forEach((line, group) -> found.accept(new Found(Problem.warning(module.place(line, Column.REFERENCES),
                line.fitted() ? "design.kicad-unfitted" : "design.kicad-fitted", some(group)),
                new KicadFixes(module).fit(line, group))));
    }

    static String some(List<KicadPlace> places) {
        return names(places.stream().map(KicadPlace::reference).toList());
    }

    private static String names(List<String> references) {
        String first = String.join(", ", references.stream().limit(SHOWN).toList());
        return references.size() > SHOWN ? first + " … (" + references.size() + ")" : first;
    }
}
