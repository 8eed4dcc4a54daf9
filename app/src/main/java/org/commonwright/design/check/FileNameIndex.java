package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.design.FilesByName;
import org.commonwright.model.RepoPath;

/// The files that paths that lead nowhere may mean, by their names and how those are spelt.
final class FileNameIndex {
    /// Where more paths lead nowhere, they are no slips of the pen, and looking for near names takes its time.
    private static final int MOST_NEAR = 200;

    private final List<Named> files = new ArrayList<>();
    private final FilesByName byName;
    private final Map<Spelt, List<RepoPath>> bySpelling = new HashMap<>();
    private int asked;

    FileNameIndex(Collection<RepoPath> all) {
        byName = new FilesByName(all);
        for (RepoPath file : all) {
            var spelt = Spelt.of(file.text());
            files.add(new Named(file, spelt));
            bySpelling.computeIfAbsent(spelt, _ -> new ArrayList<>()).add(file);
        }
    }

    private record Named(RepoPath file, Spelt spelt) {}

    private record Spelt(String stem, String extension) {
        static Spelt of(String path) {
            return new Spelt(Names.stem(path), Names.extension(path));
        }

        boolean isNear(Spelt other) {
            return stem.equals(other.stem) || extension.equals(other.extension) && Names.isNear(stem, other.stem);
        }
    }

    /// The files that a path that leads nowhere may mean: those of the same name where there are any, else those of the same stem
    /// and ending, each in any spelling.
    List<RepoPath> same(String written) {
        List<RepoPath> named = byName.called(Names.name(written).strip());
        return named.isEmpty() ? bySpelling.getOrDefault(Spelt.of(written), List.of()) : named;
    }

    /// The files that it may be a slip of the pen for: the same stem with another ending, or nearly the same name.
    List<RepoPath> near(String written) {
        if (asked++ >= MOST_NEAR) {
            return List.of();
        }
        var spelt = Spelt.of(written);
        return files.stream().filter(file -> file.spelt.isNear(spelt)).map(Named::file).toList();
    }
}
