package org.commonwright.design.kicad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;

/// The sheets of a module's schematics, KiCad 6 to 9. (KiCad developer documentation, "Schematic file format": `symbol`, `sheet`,
/// `symbol_instances`, `in_bom`, `dnp`, `on_board`.)
///
/// A sheet that is used several times holds a reference for each use, in the symbol (since KiCad 7) or in the root sheet (KiCad 6).
/// Uses by other projects, and sheets that no root leads to, do not count.
final class KicadSheets {
    private static final Set<String> OWN = Set.of("Reference", "Value", "Footprint");

    private final Map<RepoPath, Sexpr> sheets;
    private final Set<String> projects;

    /// @param sheets each file's root node
    /// @param projects the names of the projects that the module has
    KicadSheets(Map<RepoPath, Sexpr> sheets, Set<String> projects) {
        this.sheets = sheets;
        this.projects = projects;
    }

    void places(Consumer<KicadPlace> found) {
        Set<RepoPath> used = used();
        Map<String, List<String>> rooted = rooted(used);
        Set<String> unlisted = new HashSet<>();
        Set<String> unfitted = new HashSet<>();
        for (RepoPath file : used) {
            sheets.get(file).children("sheet").forEach(sheet -> {
                if (sheet.first("in_bom").equals("no")) {
                    unlisted.add(sheet.first("uuid"));
                }
                if (sheet.says("dnp")) {
                    unfitted.add(sheet.first("uuid"));
                }
            });
        }
        for (RepoPath file : used) {
            sheets.get(file).children("symbol").filter(symbol -> !symbol.first("in_bom").equals("no"))
                    .forEach(symbol -> uses(symbol, rooted).stream().filter(use -> !use.isBelow(unlisted))
                            .map(use -> new KicadPlace(use.reference, use.unit, symbol.property("Value"),
                                    symbol.property("Footprint"), !symbol.says("dnp") && !use.isBelow(unfitted),
                                    !symbol.first("on_board").equals("no"), file, symbol.line(), fields(symbol)))
                            .forEach(found));
        }
    }

    /// The name before the ending, which a project and its root sheet share.
    static String stem(RepoPath file) {
        String name = file.fileName();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// The files that a sheet's own sheets are in.
    static Stream<RepoPath> below(RepoPath file, Sexpr root) {
        return written(root).flatMap(name -> RelativePath.resolve(file.parent(), name).stream());
    }

    /// The same, as the sheet writes them.
    static Stream<String> written(Sexpr root) {
        return root.children("sheet").map(s -> s.property("Sheetfile").isEmpty()
                ? s.property("Sheet file")
                : s.property("Sheetfile"));
    }

    /// What people wrote, without what the schematic is drawn and simulated by.
    private static SequencedMap<String, String> fields(Sexpr symbol) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        symbol.children("property").forEach(property -> {
            String name = property.value(0).orElse("");
            String value = property.value(1).orElse("").strip();
            boolean drawn = OWN.contains(name) || name.startsWith("ki_") || name.startsWith("Sim.");
            if (!drawn && !name.isBlank() && !value.isEmpty() && !value.equals("~")) {
                fields.putIfAbsent(name, value);
            }
        });
        return fields;
    }

    /// One use of a symbol.
    ///
    /// @param path the identifiers of the sheets that lead to it
    private record Use(String path, String reference, int unit) {
        boolean isBelow(Set<String> sheetIds) {
            return Arrays.stream(path.split("/")).anyMatch(id -> !id.isEmpty() && sheetIds.contains(id));
        }
    }

    private List<Use> uses(Sexpr symbol, Map<String, List<String>> rooted) {
        List<Use> all = new ArrayList<>();
        List<Use> ours = new ArrayList<>();
        symbol.children("instances").flatMap(i -> i.children("project")).forEach(project -> project.children("path")
                .forEach(path -> {
                    var use = new Use(path.value(0).orElse(""), path.first("reference"), unit(path, symbol));
                    all.add(use);
                    if (projects.contains(project.value(0).orElse(""))) {
                        ours.add(use);
                    }
                }));
        List<String> old = rooted.getOrDefault(symbol.first("uuid"), List.of());
        if (!all.isEmpty()) {
            return ours.isEmpty() ? all : ours;
        }
        return old.isEmpty()
                ? List.of(new Use("", symbol.property("Reference"), unit(symbol, symbol)))
                : old.stream().map(reference -> new Use("", reference, unit(symbol, symbol))).toList();
    }

    private static int unit(Sexpr use, Sexpr symbol) {
        String written = use.first("unit").isEmpty() ? symbol.first("unit") : use.first("unit");
        return written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 1;
    }

    /// The references that root sheets of KiCad 6 give to symbols, by the symbols' identifiers.
    private Map<String, List<String>> rooted(Set<RepoPath> used) {
        Map<String, List<String>> references = new HashMap<>();
        for (RepoPath file : used) {
            sheets.get(file).children("symbol_instances").flatMap(i -> i.children("path")).forEach(path -> {
                String at = path.value(0).orElse("");
                references.computeIfAbsent(at.substring(at.lastIndexOf('/') + 1), _ -> new ArrayList<>())
                        .add(path.first("reference"));
            });
        }
        return references;
    }

    /// The sheets that the projects' roots lead to; all, where no root is known.
    private Set<RepoPath> used() {
        Deque<RepoPath> todo = new ArrayDeque<>(sheets.keySet().stream()
                .filter(file -> projects.contains(stem(file))).toList());
        if (todo.isEmpty()) {
            return sheets.keySet();
        }
        Set<RepoPath> used = new HashSet<>();
        while (!todo.isEmpty()) {
            RepoPath file = todo.pop();
            if (sheets.containsKey(file) && used.add(file)) {
                below(file, sheets.get(file)).forEach(todo::push);
            }
        }
        return used;
    }
}
