package org.commonwright.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// The files of a tree by folder, to be asked often.
final class FolderIndex {
    private final Map<RepoPath, List<RepoPath>> files = new HashMap<>();
    private final Map<RepoPath, List<RepoPath>> roleFolders = new HashMap<>();

    FolderIndex(FileTree tree) {
        files.put(RepoPath.ROOT, new ArrayList<>());
        for (RepoPath file : tree.files()) {
            RepoPath folder = file.parent();
            boolean known = files.containsKey(folder);
            files.computeIfAbsent(folder, _ -> new ArrayList<>()).add(file);
            while (!known && !folder.isRoot()) {
                RepoPath above = folder.parent();
                if (FileNames.folderRole(folder.fileName()).isPresent()) {
                    roleFolders.computeIfAbsent(above, _ -> new ArrayList<>()).add(folder);
                }
                known = files.putIfAbsent(above, new ArrayList<>()) != null;
                folder = above;
            }
        }
    }

    boolean isFolder(RepoPath path) {
        return files.containsKey(path);
    }

    /// The first file in `folder` itself that fits.
    Optional<RepoPath> in(RepoPath folder, Predicate<RepoPath> fits) {
        return files.getOrDefault(folder, List.of()).stream().filter(fits).findFirst();
    }

    /// The files in `folder` itself and in its folders that are named for what they hold (`docs`, `export`, `bom` …), to any
    /// depth (`docs/bom`).
    List<RepoPath> inAndBelow(RepoPath folder) {
        List<RepoPath> all = new ArrayList<>();
        below(folder).forEach(f -> all.addAll(files.getOrDefault(f, List.of())));
        return all;
    }

    /// The first file that fits in `folder` itself, then in those folders, the nearest first.
    Optional<RepoPath> inOrBelow(RepoPath folder, Predicate<RepoPath> fits) {
        return below(folder).stream().flatMap(f -> in(f, fits).stream()).findFirst();
    }

    private List<RepoPath> below(RepoPath folder) {
        List<RepoPath> found = new ArrayList<>(List.of(folder));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(roleFolders.getOrDefault(found.get(i), List.of()).stream().sorted().toList());
        }
        return found;
    }
}
