package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.kicad.KicadPlace;
import org.commonwright.design.kicad.KicadSchematic;
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
        var drawing = new KicadSchematic(module.module().source().tree());
        Set<String> projects = new HashSet<>();
        SortedMap<String, KicadPlace> schematic = new TreeMap<>();
        SortedMap<String, KicadPlace> board = new TreeMap<>();
        boolean placed = false;
        for (ModuleFile file : module.module().files()) {
            String name = file.path().fileName();
            if (name.startsWith("_autosave-") || file.path().text().contains("-backups/")) {
                continue;
            }
            switch (Names.extension(name)) {
                case "kicad_pro", "pro" -> projects.add(CountInNameCheck.stem(name));
                case "kicad_sch", "sch" -> sheet(drawing, file.path(), problems);
                case "kicad_pcb" -> {
                    Optional<Sexpr> root = board(module, file.path(), problems);
                    root.ifPresent(r -> footprints(r, file.path(), place -> board.put(place.reference(), place)));
                    placed |= root.isPresent();
                }
                default -> {
                    // Neither a schematic nor a board.
                }
            }
        }
        drawing.places(projects, place -> {
            if (place.isNamed()) {
                schematic.put(place.reference(), place);
            }
        });
        return new KicadFiles(drawing.isDrawn() ? schematic : null, placed ? board : null);
    }

    private static void sheet(KicadSchematic drawing, RepoPath file, Consumer<Problem> problems) {
        try {
            drawing.add(file);
        } catch (Fault fault) {
            problems.accept(Problem.warning(Place.file(file.text()), fault.code(), fault.arguments().toArray()));
        }
    }

    private static Optional<Sexpr> board(CheckedModule module, RepoPath file, Consumer<Problem> problems) {
        try {
            byte[] bytes = module.module().source().tree().read(file, LIMIT);
            return Optional.of(Sexpr.parse(file.text(), new String(bytes, StandardCharsets.UTF_8)));
        } catch (Fault fault) {
            problems.accept(Problem.warning(Place.file(file.text()), fault.code(), fault.arguments().toArray()));
            return Optional.empty();
        }
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
            var place = new KicadPlace(name, 1, value, footprint.value(0).orElse(""), !marks.contains("dnp"), true,
                    file,
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
