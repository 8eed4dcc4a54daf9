package org.commonwright.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.design.RepositoryStore.StoredRepository;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.RelativePath;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Remote;
import org.commonwright.git.Remotes;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// The modules that a design takes from other repositories, as they stand: what is pinned, what is newer, who asks for them.
public final class Pins {
    /// What is wrong with pins, by the codes of problems.
    private static final Set<String> CODES = Set.of("design.module-unknown", "design.pin-missing",
            "design.url-not-pinned", "design.repository-missing", "design.commit-missing",
            "design.pinned-folder-missing", "design.tree-mismatch", "design.cycle", "design.two-versions",
            "design.lock-version", "design.lock-twice", "design.lock-entry", "design.lock-edited", "design.toml",
            "design.module-missing");

    private final Workspace workspace;

    public Pins(Workspace workspace) {
        this.workspace = workspace;
    }

    /// One of them.
    ///
    /// @param local the folder of the clone on this computer; empty when there is none
    /// @param pinned the commit that is pinned; null when it is not here
    /// @param newest the last commit of the branch that is checked out in the clone, as far as it has been fetched; null without
    ///        a clone
    /// @param behind how many commits lie between the two
    /// @param uses the lines of this design's own lists that ask for it
    public record Pin(LockEntry entry, String local, @Nullable CommitInfo pinned, @Nullable CommitInfo newest,
            int behind, List<Place> uses) {
        public Pin {
            uses = List.copyOf(uses);
        }

        /// Whether there is something newer to move to.
        public boolean isBehind() {
            return newest != null && !newest.id().equals(entry.commit());
        }
    }

    /// All of them.
    ///
    /// @param problems what is wrong with pins, or between modules
    public record State(List<Pin> pins, List<Problem> problems) {
        public State {
            pins = List.copyOf(pins);
            problems = List.copyOf(problems);
        }
    }

    /// @throws Fault what reading the design throws
    public State read(Path design) {
        ModuleTree tree = new DesignReader(workspace).read(design).tree();
        List<Problem> problems = new ArrayList<>(
                tree.problems().stream().filter(problem -> CODES.contains(problem.code())).toList());
        LockFile lock = Pinning.lock(design, unused -> {});
        RepositoryStore near = workspace.near(design);
        return new State(lock.entries().stream().map(entry -> pin(near, entry, tree)).toList(), problems);
    }

    /// Fetches what is new in the repositories that pins come from; those without a remote stay as they are.
    ///
    /// @return how many were asked
    /// @throws Fault what fetching throws
    public int fetch(Path design, Progress progress) {
        RepositoryStore near = workspace.near(design);
        List<GitRepository> clones = Pinning.lock(design, unused -> {}).entries().stream()
                .flatMap(entry -> near.find(entry.repository()).stream()).map(StoredRepository::key).distinct()
                .map(key -> workspace.open(Path.of(key))).filter(Pins::hasOrigin).toList();
        for (int i = 0; i < clones.size(); i++) {
            progress.check();
            progress.update((double) i / clones.size());
            clones.get(i).remotes().fetch(Remotes.ORIGIN, List.of(), progress.silently());
        }
        return clones.size();
    }

    /// Takes a pin out of the lock; lines that ask for it are then told as missing it.
    ///
    /// @throws Fault `design.pin-unknown`, `design.lock-broken`
    public void remove(Path design, String name) {
        KeptLock kept = KeptLock.whole(design);
        if (kept.lock().entry(name).isEmpty()) {
            throw new Fault("design.pin-unknown", name);
        }
        kept.replace(kept.lock().without(name));
    }

    /// Where the branch that is checked out in a clone has come to, as far as it has been fetched.
    static Optional<CommitId> newest(GitRepository clone) {
        Optional<CommitId> head = clone.head();
        Optional<CommitId> fetched = clone.currentBranch()
                .flatMap(branch -> clone.refs().get("refs/remotes/" + Remotes.ORIGIN + "/" + branch));
        return head.isPresent() && fetched.isPresent() && clone.history().isAncestor(head.get(), fetched.get())
                ? fetched
                : head.or(() -> fetched);
    }

    private Pin pin(RepositoryStore near, LockEntry entry, ModuleTree tree) {
        List<Place> uses = uses(entry, tree);
        Optional<StoredRepository> stored = near.find(entry.repository());
        if (stored.isEmpty()) {
            return new Pin(entry, "", null, null, 0, uses);
        }
        GitRepository clone = workspace.open(Path.of(stored.get().key()));
        CommitInfo pinned = stored.get().at(entry.commit()).isPresent()
                ? clone.history().commit(entry.commit())
                : null;
        CommitInfo newest = newest(clone).map(clone.history()::commit).orElse(null);
        int behind = pinned == null || newest == null
                ? 0
                : clone.history().aheadBehind(entry.commit(), newest.id()).behind();
        return new Pin(entry, stored.get().key(), pinned, newest, behind, uses);
    }

    private static List<Place> uses(LockEntry entry, ModuleTree tree) {
        List<Place> uses = new ArrayList<>();
        for (DesignModule module : tree.modules()) {
            if (module.source().own() && module.bom() != null && module.section().isEmpty()) {
                uses.addAll(uses(entry, module));
            }
        }
        return uses;
    }

    private static List<Place> uses(LockEntry entry, DesignModule module) {
        String file = module.source().show(Objects.requireNonNull(module.bom()));
        try {
            return DesignBoms.bom(module.source(), module.bom()).lines().stream().filter(line -> asks(line, entry))
                    .map(line -> Place.line(file, line.row())).toList();
        } catch (Fault _) {
            // A list that cannot be read is told where the design's problems are.
            return List.of();
        }
    }

    private static boolean asks(BomLine line, LockEntry entry) {
        String module = line.module();
        return module.equals("@" + entry.name())
                || RelativePath.isUrl(module)
                        && RepositoryUrl.normal(module).equals(RepositoryUrl.normal(entry.repository()))
                || module.isEmpty() && line.kind() == LineKind.MODULE && line.part().equals(entry.name());
    }

    private static boolean hasOrigin(GitRepository clone) {
        return clone.remotes().list().stream().map(Remote::name).anyMatch(Remotes.ORIGIN::equals);
    }
}
