package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonwright.bom.BomLine;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Whether the places on the board are the same in the bill of materials, the schematic (`.kicad_sch`, all sheets) and the layout
/// (`.kicad_pcb`) of a module. Power symbols and what the schematic keeps out of the bill do not count. (KiCad developer
/// documentation, "Schematic file format" and "Board file format", KiCad 6 to 9.)
final class KicadCheck implements DesignCheck {
    private static final long LIMIT = 64L << 20;
    private static final int SHOWN = 12;

    @Override
    public String id() {
        return "kicad";
    }

    @Override
    public List<Problem> check(CheckedModule module) {
        List<Problem> problems = new ArrayList<>();
        var schematic = new TreeMap<String, RepoPath>();
        var board = new TreeMap<String, RepoPath>();
        boolean sheets = false;
        boolean layouts = false;
        for (ModuleFile file : module.module().files()) {
            String name = file.path().fileName();
            if (file.role() == FileRole.OTHER || !name.endsWith(".kicad_sch") && !name.endsWith(".kicad_pcb")) {
                continue;
            }
            Optional<Sexpr> root = read(module, file.path(), problems);
            if (root.isPresent() && name.endsWith(".kicad_sch")) {
                sheets = true;
                root.get().children("symbol")
                        .forEach(symbol -> places(symbol).forEach(p -> schematic.put(p, file.path())));
            } else if (root.isPresent()) {
                layouts = true;
                footprints(root.get()).forEach(place -> board.put(place, file.path()));
            }
        }
        Set<String> listed = new TreeSet<>();
        module.lines().stream().map(BomLine::references).forEach(listed::addAll);
        if (sheets && !listed.isEmpty()) {
            compare(schematic, listed, "design.kicad-not-listed", "design.kicad-not-drawn", problems);
        }
        if (layouts && !listed.isEmpty()) {
            compare(board, listed, "design.kicad-not-listed", "design.kicad-not-placed", problems);
        }
        return problems;
    }

    private static Optional<Sexpr> read(CheckedModule module, RepoPath file, List<Problem> problems) {
        try {
            byte[] bytes = module.module().source().tree().read(file, LIMIT);
            return Optional.of(Sexpr.parse(file.text(), new String(bytes, StandardCharsets.UTF_8)));
        } catch (Fault fault) {
            problems.add(Problem.warning(Place.file(file.text()), fault.code(), fault.arguments().toArray()));
            return Optional.empty();
        }
    }

    /// A symbol on a sheet that is used several times has a place for each use.
    private static Stream<String> places(Sexpr symbol) {
        boolean kept = symbol.children("in_bom").flatMap(s -> s.value(0).stream()).noneMatch("no"::equals);
        List<String> uses = symbol.children("instances").flatMap(i -> i.children("project"))
                .flatMap(p -> p.children("path")).flatMap(p -> p.children("reference"))
                .flatMap(r -> r.value(0).stream())
                .toList();
        Stream<String> own = uses.isEmpty() ? property(symbol) : uses.stream();
        return kept ? own.filter(KicadCheck::isPlace) : Stream.empty();
    }

    private static Stream<String> footprints(Sexpr root) {
        return root.children("footprint")
                .filter(f -> f.children("attr").flatMap(a -> a.values().stream()).noneMatch("exclude_from_bom"::equals))
                .flatMap(f -> Stream.concat(property(f),
                        f.children("fp_text").filter(t -> t.value(0).filter("reference"::equals).isPresent())
                                .flatMap(t -> t.value(1).stream())))
                .filter(KicadCheck::isPlace);
    }

    private static Stream<String> property(Sexpr node) {
        return node.children("property").filter(p -> p.value(0).filter("Reference"::equals).isPresent())
                .flatMap(p -> p.value(1).stream());
    }

    private static boolean isPlace(String reference) {
        return !reference.startsWith("#") && reference.matches("[A-Za-z]{1,10}[0-9]{1,6}[A-Za-z]?");
    }

    private static void compare(TreeMap<String, RepoPath> drawn, Set<String> listed, String notListed, String notDrawn,
            List<Problem> problems) {
        Set<String> more = new TreeSet<>(drawn.keySet());
        more.removeAll(listed);
        if (!more.isEmpty()) {
            problems.add(Problem.warning(Place.file(drawn.get(more.iterator().next()).text()), notListed, some(more)));
        }
        Set<String> less = new TreeSet<>(listed);
        less.removeAll(drawn.keySet());
        if (!less.isEmpty()) {
            problems.add(Problem.warning(null, notDrawn, some(less)));
        }
    }

    private static String some(Set<String> places) {
        String first = String.join(", ", places.stream().limit(SHOWN).toList());
        return places.size() > SHOWN ? first + " … (" + places.size() + ")" : first;
    }
}
