package org.commonwright.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Which folders of a repository are modules, and which files belong to each. The root is always one: it is the design.
///
/// With at least one manifest in the repository, the folders of manifests are the modules. Without any, modules are the
/// folders that hold a bill of materials, exports or a KiCad project; folders named for what they hold (`export`, `stl`,
/// `docs` …) belong to the folder above them with all that is in them, and so do libraries and what is kept of earlier days.
/// A folder that a bill of materials names as a module is one in either case, and so is one in which a person chose which lists
/// count.
final class ModuleFolders {
    private final FileTree tree;
    private final SortedSet<RepoPath> modules = new TreeSet<>();

    ModuleFolders(FileTree tree) {
        this.tree = tree;
        tree.files().stream().filter(f -> FileNames.isManifest(f) || FileNames.isOldManifest(f))
                .forEach(f -> modules.add(f.parent()));
        if (modules.isEmpty()) {
            tree.files().stream().filter(f -> FileNames.isBom(f) || FileNames.isExport(f) || KicadBom.isRoot(tree, f))
                    .forEach(f -> modules.add(aboveRoleFolders(f.parent())));
        }
        tree.files().stream().filter(f -> f.fileName().equals(ListChoice.NAME)).forEach(f -> modules.add(f.parent()));
        modules.add(RepoPath.ROOT);
    }

    List<RepoPath> folders() {
        return List.copyOf(modules);
    }

    boolean contains(RepoPath folder) {
        return modules.contains(folder);
    }

    void add(RepoPath folder) {
        modules.add(folder);
    }

    /// The module that a folder belongs to: itself or the nearest above it.
    RepoPath owner(RepoPath folder) {
        RepoPath at = folder;
        while (!modules.contains(at)) {
            at = at.parent();
        }
        return at;
    }

    /// Every module with its own files, both sorted by path.
    SequencedMap<RepoPath, List<RepoPath>> files() {
        SequencedMap<RepoPath, List<RepoPath>> files = new TreeMap<>();
        modules.forEach(m -> files.put(m, new ArrayList<>()));
        Map<RepoPath, RepoPath> owners = new HashMap<>();
        for (RepoPath file : tree.files()) {
            RepoPath owner = owners.computeIfAbsent(file.parent(), this::owner);
            files.computeIfAbsent(owner, _ -> new ArrayList<>()).add(file);
        }
        return files;
    }

    /// The folder that a folder's files are about: the nearest that is not named for what it holds.
    static RepoPath aboveRoleFolders(RepoPath folder) {
        RepoPath at = folder;
        for (RepoPath above = folder; !above.isRoot(); above = above.parent()) {
            if (FileNames.holdsNoModules(above.fileName())) {
                at = above.parent();
            }
        }
        while (!at.isRoot() && FileNames.folderRole(at.fileName()).isPresent()) {
            at = at.parent();
        }
        return at;
    }
}
