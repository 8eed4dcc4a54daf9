package org.commonwright.design.add;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.design.DesignModule;
import org.commonwright.design.RepositoryStore.StoredRepository;
import org.commonwright.design.RepositoryUrl;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.files.RelativePath;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Remote;
import org.commonwright.git.Remotes;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// How a list asks for a module: by its folder, or, when it is in another repository, by the name of a pin.
final class ModuleReference {
    private final Workspace workspace;
    private final Path design;
    private final LockFile lock;
    private final List<PinWish> pending;
    private final List<PinWish> pins = new ArrayList<>();

    /// @param lock the design's own, as it is
    /// @param pending pins that other lists, which are not saved yet, ask for
    ModuleReference(Workspace workspace, Path design, LockFile lock, List<PinWish> pending) {
        this.pending = pending;
        this.workspace = workspace;
        this.design = design;
        this.lock = lock;
    }

    /// The pins that are asked for and are not in the lock.
    List<PinWish> pins() {
        return pins;
    }

    /// @param list the list that asks
    /// @throws Fault `design.add-uncommitted` for a module that no commit of its repository has, `git.not-a-repository`
    String of(DesignModule target, RepoPath list, DesignModule module) {
        return module.source().repository().equals(target.source().repository())
                ? RelativePath.toFolder(list.parent(), module.path())
                : "@" + pinned(module);
    }

    private String pinned(DesignModule module) {
        GitRepository clone = workspace.open(Path.of(module.source().repository()));
        CommitId commit = module.source().commit() == null
                ? clone.head().orElseThrow(() -> new Fault("design.add-uncommitted", module.name()))
                : module.source().commit();
        if (clone.treeId(commit, module.path()).isEmpty()) {
            throw new Fault("design.add-uncommitted", module.name());
        }
        Optional<LockEntry> here = lock.entries().stream().filter(e -> isSame(e, module)).findFirst();
        if (here.isPresent()) {
            return here.get().name();
        }
        Optional<PinWish> wished = Stream.concat(pins.stream(), pending.stream())
                .filter(p -> p.path().equals(module.path()) && p.repository().equals(address(clone))).findFirst();
        if (wished.isPresent()) {
            return wished.get().name();
        }
        var wish = new PinWish(free(module), address(clone), module.path(), commit);
        pins.add(wish);
        return wish.name();
    }

    /// Whether an entry pins that module, in whatever state: a second state of it would only confuse.
    private boolean isSame(LockEntry entry, DesignModule module) {
        return entry.path().equals(module.path()) && workspace.near(design).find(entry.repository())
                .map(StoredRepository::key).filter(module.source().repository()::equals).isPresent();
    }

    /// Where others can fetch it from; a repository that has no such place is called by its name.
    private static String address(GitRepository clone) {
        return clone.remotes().list().stream().filter(r -> r.name().equals(Remotes.ORIGIN)).map(Remote::url)
                .filter(RepositoryUrl::isAddress).findFirst()
                .orElseGet(() -> RepositoryUrl.name(clone.folder().toAbsolutePath().normalize().toString()));
    }

    private String free(DesignModule module) {
        String base = (module.path().isRoot() ? module.source().name() : module.path().fileName())
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^[._-]+", "");
        String plain = base.isEmpty() ? "module" : base;
        String name = plain;
        for (int n = 2; isTaken(name); n++) {
            name = plain + "-" + n;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return lock.entry(name).isPresent()
                || Stream.concat(pins.stream(), pending.stream()).anyMatch(p -> p.name().equals(name));
    }
}
