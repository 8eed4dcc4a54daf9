package org.commonwright.design.kicad;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// The sheets of schematics, of KiCad 4 to 9, gathered one after the other, and the places for components that they hold.
public final class KicadSchematic {
    private static final long LIMIT = 64L << 20;

    private final FileTree tree;
    private final Map<RepoPath, Sexpr> sheets = new TreeMap<>();
    private final Map<RepoPath, String> old = new TreeMap<>();
    private boolean any;
    private long bytes;

    /// @param tree what the sheets are read from
    public KicadSchematic(FileTree tree) {
        this.tree = tree;
    }

    /// Reads a sheet.
    ///
    /// @return the files of the sheets below it, as it writes them; empty for a file that is another program's, as `.sch` may be
    /// @throws org.commonwright.error.Fault `design.kicad-broken`, or what reading the file throws
    public Optional<List<String>> add(RepoPath file) {
        byte[] read = tree.read(file, LIMIT);
        bytes += read.length;
        String text = new String(read, StandardCharsets.UTF_8);
        List<String> below;
        if (KicadLegacy.isOne(text)) {
            old.put(file, text);
            below = LegacyPaths.files(text).toList();
        } else if (text.stripLeading().startsWith("(kicad_sch")
                || file.fileName().toLowerCase(Locale.ROOT).endsWith(".kicad_sch")) {
            Sexpr sheet = Sexpr.parse(file.text(), text);
            sheets.put(file, sheet);
            below = KicadSheets.written(sheet).toList();
        } else {
            return Optional.empty();
        }
        any = true;
        return Optional.of(below);
    }

    /// Whether there is a sheet at all.
    public boolean isDrawn() {
        return any;
    }

    /// How many bytes were read for it.
    long bytes() {
        return bytes;
    }

    /// @param projects the names of the projects whose roots are followed
    public void places(Set<String> projects, Consumer<KicadPlace> found) {
        KicadLegacy.places(old, old.keySet().stream().filter(f -> projects.contains(KicadSheets.stem(f))).toList(),
                found);
        new KicadSheets(sheets, projects).places(found);
    }
}
