package org.commonwright.review.fork;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonwright.design.DesignModule;
import org.commonwright.git.CommitTree;
import org.commonwright.model.RepoPath;
import org.commonwright.review.ModulesOf;

/// The files and modules of the branch that forks are compared with.
final class MainFiles {
    private static final Pattern MANIFEST = Pattern.compile("okh([-_.].*)?\\.(toml|ya?ml)|.*\\.okh\\.toml");

    private final CommitTree tree;
    private final ModulesOf modules;
    private final Map<String, RepoPath> folded = new HashMap<>();

    MainFiles(CommitTree tree, ModulesOf modules) {
        this.tree = tree;
        this.modules = modules;
        tree.files().forEach(file -> folded.put(folded(file), file));
    }

    /// A path without regard to case, as the disks of Windows and macOS see it.
    static String folded(RepoPath path) {
        return path.text().toLowerCase(Locale.ROOT);
    }

    /// Whether the branch has all that a fork changes.
    boolean hasAll(ForkChanges changes) {
        return !changes.files().isEmpty() && changes.leftOut() == 0 && changes.files().stream().allMatch(this::has);
    }

    private boolean has(ForkChanges.Changed file) {
        return file.blob().isEmpty()
                ? !tree.exists(file.path()) && !tree.links().contains(file.path())
                : tree.exists(file.path()) && tree.fingerprint(file.path()).equals(file.blob());
    }

    /// Folders of the modules that are touched: those of the branch, and those that the fork adds with a manifest of their own.
    List<RepoPath> modules(ForkChanges changes) {
        Set<RepoPath> added = new HashSet<>();
        for (ForkChanges.Changed file : changes.files()) {
            if (file.isNew() && MANIFEST.matcher(file.path().fileName()).matches()) {
                added.add(file.path().parent());
            }
        }
        var touched = new TreeSet<RepoPath>();
        for (ForkChanges.Changed file : changes.files()) {
            RepoPath own = modules.of(file.path()).map(DesignModule::path).orElse(RepoPath.ROOT);
            touched.add(added.stream().filter(file.path()::isUnder).filter(folder -> folder.isUnder(own))
                    .max((a, b) -> Integer.compare(a.parts().size(), b.parts().size())).orElse(own));
        }
        return List.copyOf(touched);
    }

    /// A new path that differs only in case from another, which a disk that folds case cannot hold beside it.
    Optional<RepoPath> collision(ForkChanges changes) {
        var seen = new HashMap<String, RepoPath>();
        var gone = new HashSet<RepoPath>();
        changes.files().stream().filter(file -> file.blob().isEmpty()).forEach(file -> gone.add(file.path()));
        for (ForkChanges.Changed file : changes.files()) {
            if (file.isNew()) {
                RepoPath there = folded.get(folded(file.path()));
                RepoPath other = seen.put(folded(file.path()), file.path());
                if (other != null || there != null && !there.equals(file.path()) && !gone.contains(there)) {
                    return Optional.of(file.path());
                }
            }
        }
        return Optional.empty();
    }
}
