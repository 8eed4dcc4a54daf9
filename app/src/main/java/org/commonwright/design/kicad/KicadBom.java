package org.commonwright.design.kicad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.read.Components;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;

/// The bill of materials that a KiCad schematic is, for boards of which nobody exported one: its sheets are followed from the root,
/// and components with the same value, footprint and fields are one line.
public final class KicadBom {
    private static final int MOST_SHEETS = 1000;
    /// All sheets together, since all are held at once.
    private static final long ALL_LIMIT = 128L << 20;
    /// A schematic with such a sheet is none that can be counted.
    private static final Set<String> NOT_KICADS = Set.of("bom.not-a-schematic", "design.kicad-broken");
    /// R2 before R10.
    private static final Comparator<KicadPlace> BY_NUMBER = Comparator
            .comparing((KicadPlace place) -> place.reference().length()).thenComparing(KicadPlace::reference);

    private final RepoPath root;
    private final String shownAs;
    private final KicadSchematic schematic;
    private final SequencedMap<String, KicadPlace> places = new LinkedHashMap<>();
    private final Map<String, Map<Integer, KicadPlace>> units = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Components components;

    private KicadBom(FileTree tree, RepoPath root, String shownAs) {
        this.schematic = new KicadSchematic(tree);
        this.root = root;
        this.shownAs = shownAs;
        this.components = new Components(shownAs);
    }

    /// Whether a file is called as KiCad calls schematics.
    public static boolean isSchematic(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".kicad_sch") || name.endsWith(".sch");
    }

    /// Whether it is the root of a project: KiCad's project file of the same name lies beside it.
    public static boolean isRoot(FileTree tree, RepoPath file) {
        String folder = file.parent().isRoot() ? "" : file.parent().text() + "/";
        return isSchematic(file) && Stream.of(".kicad_pro", ".pro")
                .anyMatch(ending -> tree.exists(new RepoPath(folder + KicadSheets.stem(file) + ending)));
    }

    /// @param shownAs the root's name, for places and sentences
    /// @throws Fault `design.kicad-broken`, `bom.not-a-schematic`, or what reading the root throws
    public static Bom read(FileTree tree, RepoPath root, String shownAs) {
        return new KicadBom(tree, root, shownAs).read();
    }

    private Bom read() {
        Deque<RepoPath> todo = new ArrayDeque<>(List.of(root));
        Set<RepoPath> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            RepoPath file = todo.removeFirst();
            if (!seen.add(file)) {
                continue;
            }
            if (seen.size() > MOST_SHEETS || schematic.bytes() > ALL_LIMIT) {
                problems.add(Problem.error(Place.file(shownAs), "bom.sheets-too-many", file));
                break;
            }
            open(file).stream().filter(below -> !seen.contains(below)).distinct().forEach(todo::add);
        }
        schematic.places(Set.of(KicadSheets.stem(root)), this::keep);
        places.values().stream().sorted(BY_NUMBER)
                .collect(Collectors.groupingBy(KicadBom::alike, TreeMap::new, Collectors.toList()))
                .values().forEach(this::add);
        Bom bom = components.bom("kicad-schematic", "schematic", "UTF-8");
        return bom.withProblems(Stream.concat(problems.stream(), bom.problems().stream()).toList());
    }

    /// @return the sheets below
    private List<RepoPath> open(RepoPath file) {
        try {
            List<String> written = schematic.add(file).orElseThrow(() -> new Fault("bom.not-a-schematic", file));
            return below(file, written.stream());
        } catch (Fault fault) {
            if (file.equals(root) || NOT_KICADS.contains(fault.code())) {
                throw fault;
            }
            problems.add(Problem.warning(Place.file(shownAs), fault.code(), fault.arguments().toArray()));
            return List.of();
        }
    }

    /// The sheets that are written, each told that leads out of the repository.
    private List<RepoPath> below(RepoPath file, Stream<String> written) {
        return written.filter(name -> !name.isBlank()).distinct().flatMap(name -> {
            Optional<RepoPath> path = RelativePath.resolve(file.parent(), name);
            if (path.isEmpty()) {
                problems.add(Problem.warning(Place.file(shownAs), "bom.sheet-outside", name));
            }
            return path.stream();
        }).toList();
    }

    private void keep(KicadPlace place) {
        if (place.isMark()) {
            return;
        }
        if (place.isUnnumbered()) {
            components.unnumbered(sheet(place), place.line(), place.reference(), place.value());
            return;
        }
        KicadPlace first = places.putIfAbsent(place.reference(), place);
        boolean newUnit = units.computeIfAbsent(place.reference(), _ -> new HashMap<>()).putIfAbsent(place.unit(),
                place) == null;
        boolean same = first == null || first.place().equals(place.place());
        if (!same && (!newUnit || !first.value().equals(place.value()))) {
            String where = sheet(first).isEmpty() ? String.valueOf(first.line()) : first.place().toString();
            components.again(sheet(place), place.line(), place.reference(), place.value(), first.value(), where);
        }
    }

    /// The sheet that a component is on; empty for the root.
    private String sheet(KicadPlace place) {
        return place.file().equals(root) ? "" : RelativePath.from(root.parent(), place.file());
    }

    /// What components share that are one line; begins with their letters, so that resistors stand together.
    private static String alike(KicadPlace place) {
        return String.join("\n", place.reference().replaceAll("[0-9].*", ""), place.value(), place.footprint(),
                String.valueOf(place.fitted()), place.fields().toString());
    }

    private void add(List<KicadPlace> group) {
        KicadPlace first = group.getFirst();
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("Value", first.value());
        fields.put("Footprint", first.footprint());
        fields.put("Quantity", String.valueOf(group.size()));
        first.fields().forEach(fields::putIfAbsent);
        if (!first.fitted()) {
            fields.put("DNP", "DNP");
        }
        components.add(sheet(first), first.line(),
                group.stream().map(KicadPlace::reference).collect(Collectors.joining(" ")), fields);
    }
}
