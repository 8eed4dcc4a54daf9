package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.kicad.KicadLegacy;
import org.commonwright.design.kicad.KicadPlace;
import org.commonwright.design.kicad.KicadSheets;
import org.commonwright.design.kicad.Sexpr;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The places for components in a module's schematics and boards.
///
/// @param schematic by reference; null when there is no schematic
/// @param board by reference; null when there is no board
record KicadFiles(@Nullable SortedMap<String, KicadPlace> schematic, @Nullable SortedMap<String, KicadPlace> board) {
    private static final long LIMIT = 64L << 20;

    static KicadFiles of(CheckedModule module, Consumer<Problem> problems) {
        Map<RepoPath, Sexpr> sheets = new TreeMap<>();
        Set<String> projects = new HashSet<>();
        SortedMap<String, KicadPlace> schematic = new TreeMap<>();
        SortedMap<String, KicadPlace> board = new TreeMap<>();
        boolean drawn = false;
        boolean placed = false;
        for (ModuleFile file : module.module().files()) {
            String name = file.path().fileName();
            if (name.startsWith("_autosave-") || file.path().text().contains("-backups/")) {
                continue;
            }
            switch (Names.extension(name)) {
                case "kicad_pro", "pro" -> projects.add(CountInNameCheck.stem(name));
                case "kicad_sch" -> tree(module, file.path(), problems).ifPresent(s -> sheets.put(file.path(), s));
                case "sch" -> drawn |= legacy(module, file.path(), schematic, problems);
                case "kicad_pcb" -> {
                    Optional<Sexpr> root = tree(module, file.path(), problems);
                    root.ifPresent(r -> footprints(r, file.path(), place -> board.put(place.reference(), place)));
                    placed |= root.isPresent();
                }
                default -> {
                    // Neither a schematic nor a board.
                }
            }
        }
        new KicadSheets(sheets, projects).places(place -> schematic.put(place.reference(), place));
        return new KicadFiles(drawn || !sheets.isEmpty() ? schematic : null, placed ? board : null);
    }

    private static Optional<Sexpr> tree(CheckedModule module, RepoPath file, Consumer<Problem> problems) {
        try {
            return Optional.of(Sexpr.parse(file.text(), text(module, file)));
        } catch (Fault fault) {
            problems.accept(Problem.warning(Place.file(file.text()), fault.code(), fault.arguments().toArray()));
            return Optional.empty();
        }
    }

    /// `.sch` may be another program's, which is left alone.
    private static boolean legacy(CheckedModule module, RepoPath file, Map<String, KicadPlace> places,
            Consumer<Problem> problems) {
        try {
            String text = text(module, file);
            if (KicadLegacy.isOne(text)) {
                KicadLegacy.places(file, text, place -> places.put(place.reference(), place));
                return true;
            }
        } catch (Fault fault) {
            problems.accept(Problem.warning(Place.file(file.text()), fault.code(), fault.arguments().toArray()));
        }
        return false;
    }

    private static String text(CheckedModule module, RepoPath file) {
        return new String(module.module().source().tree().read(file, LIMIT), StandardCharsets.UTF_8);
    }

    /// `footprint` since KiCad 6, `module` before. (KiCad developer documentation, "Board file format": `attr`.)
    private static void footprints(Sexpr root, RepoPath file, Consumer<KicadPlace> found) {
        Stream.concat(root.children("footprint"), root.children("module")).forEach(footprint -> {
            Set<String> marks = new HashSet<>();
            footprint.children("attr").forEach(attr -> marks.addAll(attr.values()));
            String name = footprint.property("Reference").isEmpty()
                    ? text(footprint, "reference")
                    : footprint.property("Reference");
            String value = footprint.property("Value").isEmpty()
                    ? text(footprint, "value")
                    : footprint.property("Value");
            var place = new KicadPlace(name, value, footprint.value(0).orElse(""), !marks.contains("dnp"), true, file,
                    footprint.line(), new LinkedHashMap<>());
            if (place.isNamed() && !marks.contains("exclude_from_bom") && !marks.contains("board_only")) {
                found.accept(place);
            }
        });
    }

    private static String text(Sexpr footprint, String what) {
        return footprint.children("fp_text").filter(t -> t.value(0).filter(what::equals).isPresent())
                .flatMap(t -> t.value(1).stream()).findFirst().orElse("");
    }
}
