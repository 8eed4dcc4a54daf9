package org.commonwright.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.RepoPath;

/// Files by their names, whatever folders they are in.
public final class FilesByName {
    private final Map<String, List<RepoPath>> byName = new HashMap<>();

    public FilesByName(Collection<RepoPath> files) {
        files.forEach(file -> byName.computeIfAbsent(key(file.fileName()), _ -> new ArrayList<>(1)).add(file));
    }

    /// Those of a name, in capital or small letters.
    public List<RepoPath> called(String name) {
        return byName.getOrDefault(key(name), List.of());
    }

    /// The one of exactly this name that lies in the fewest folders; empty where two lie in as few.
    public Optional<RepoPath> nearest(String name) {
        List<RepoPath> same = called(name).stream().filter(file -> file.fileName().equals(name)).toList();
        int least = same.stream().mapToInt(file -> file.parts().size()).min().orElse(0);
        List<RepoPath> near = same.stream().filter(file -> file.parts().size() == least).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
