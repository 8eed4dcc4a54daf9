package org.commonwright.design;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.RepositoryStore.StoredRepository;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FolderTree;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// Moves pins to newer commits, and says beforehand what that does to the parts, the cost and the licences. Only what is on
/// this computer is looked at: fetch first.
public final class PinUpdate {
    private final Workspace workspace;

    public PinUpdate(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A pin before and after.
    public record Change(LockEntry before, LockEntry after) {}

    /// A module whose licence is another one afterwards; empty for none, or for no such module.
    public record LicenceChange(String module, String before, String after) {}

    /// What would change.
    ///
    /// @param pins those that move; none when all are where they would go
    /// @param costBefore of one; null when it is not known
    /// @param missingBefore how many parts that sum is without
    /// @param problems what is wrong: with pins that cannot be moved, and what would be wrong afterwards and is not now
    public record Preview(List<Change> pins, List<ModuleDiff> boms, @Nullable Money costBefore,
            @Nullable Money costAfter, int missingBefore, int missingAfter, List<LicenceChange> licences,
            List<Problem> problems) {}

    /// @param names the pins to move; empty for all
    /// @param revision where to, in each pin's repository; empty for the newest commit that has been fetched of the branch that
    ///        is checked out there
    /// @throws Fault `design.lock-broken`, `design.lock-none`, `design.pin-unknown`, what the roll-up throws
    public Preview preview(Path design, Set<String> names, String revision) {
        LockFile lock = Pinning.lock(design);
        for (String name : names) {
            if (lock.entry(name).isEmpty()) {
                throw new Fault("design.pin-unknown", name);
            }
        }
        if (lock.entries().isEmpty()) {
            throw new Fault("design.lock-none", design);
        }
        List<Problem> problems = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        LockFile next = lock;
        RepositoryStore near = workspace.near(design);
        for (LockEntry entry : lock.entries()) {
            if (names.isEmpty() || names.contains(entry.name())) {
                Optional<LockEntry> moved = moved(near, entry, revision, problems);
                if (moved.isPresent() && !moved.get().equals(entry)) {
                    changes.add(new Change(entry, moved.get()));
                    next = next.with(moved.get());
                }
            }
        }
        return compare(design, changes, next, problems);
    }

    /// Writes the pins of a preview. An entry that somebody changed by hand and that is not moved is left for people to settle.
    ///
    /// @throws Fault `design.lock-broken`, `design.lock-hand`, `files.changed-since` when a pin is not what the preview showed
    public void apply(Path design, Preview preview) {
        KeptLock kept = KeptLock.whole(design);
        LockFile lock = kept.lock();
        Set<String> edited = new LinkedHashSet<>(Pinning.edited(design));
        preview.pins().forEach(change -> edited.remove(change.before().name()));
        if (!edited.isEmpty()) {
            throw new Fault("design.lock-hand", String.join(", ", edited));
        }
        RepositoryStore near = workspace.near(design);
        for (Change change : preview.pins()) {
            if (!lock.entry(change.before().name()).equals(Optional.of(change.before()))) {
                throw new Fault("files.changed-since", design.resolve(LockFile.PATH.text()));
            }
        }
        for (Change change : preview.pins()) {
            near.find(change.after().repository()).ifPresent(clone -> Pinning.keep(
                    workspace.open(Path.of(clone.key())), change.after().commit()));
            lock = lock.with(change.after());
        }
        kept.replace(lock);
    }

    private Optional<LockEntry> moved(RepositoryStore near, LockEntry entry, String revision, List<Problem> problems) {
        Optional<StoredRepository> stored = near.find(entry.repository());
        if (stored.isEmpty()) {
            return no(problems, "design.repository-missing", entry.name(), entry.repository());
        }
        GitRepository repository = workspace.open(Path.of(stored.get().key()));
        Optional<CommitId> commit = revision.isEmpty() ? Pins.newest(repository) : repository.resolve(revision);
        if (commit.isEmpty()) {
            return no(problems, "design.update-no-revision", entry.name(), revision, stored.get().name());
        }
        Optional<String> tree = repository.treeId(commit.get(), entry.path());
        return tree.isEmpty()
                ? no(problems, "design.update-no-folder", entry.name(), entry.path(), commit.get().abbreviated())
                : Optional.of(new LockEntry(entry.name(), entry.repository(), entry.path(), commit.get(), tree.get()));
    }

    private static Optional<LockEntry> no(List<Problem> problems, String code, Object... arguments) {
        problems.add(Problem.error(Place.file(LockFile.PATH.text()), code, arguments));
        return Optional.empty();
    }

    private Preview compare(Path design, List<Change> changes, LockFile next, List<Problem> problems) {
        if (changes.isEmpty()) {
            return new Preview(changes, List.of(), null, null, 0, 0, List.of(), problems);
        }
        ModuleTree before = new DesignReader(workspace).read(design).tree();
        DesignSource own = before.root().source();
        var overlay = new OverlayTree(new FolderTree(design), LockFile.PATH,
                next.write().getBytes(StandardCharsets.UTF_8));
        ModuleTree after = new ModuleTreeReader(new BomModuleLines(), workspace.near(design))
                .read(new DesignSource(own.name(), own.repository(), own.commit(), overlay, true));
        Set<Problem> known = new LinkedHashSet<>(before.problems());
        after.problems().stream().filter(p -> !known.contains(p)).forEach(problems::add);
        List<ModuleDiff> boms = ModuleDiff.between(DesignBoms.of(before, after, problems::add),
                DesignBoms.of(after, before, problems::add));
        RollupResult costs = DesignSupplies.cost(before.root(), 1, null);
        Money cost = costs.cost();
        RollupResult costsThen = DesignSupplies.cost(after.root(), 1,
                cost == null ? null : cost.currency());
        return new Preview(changes, boms, cost, costsThen.cost(), costs.missing().size(), costsThen.missing().size(),
                licences(before, after), problems);
    }

    private static List<LicenceChange> licences(ModuleTree before, ModuleTree after) {
        Map<String, String> were = licences(before);
        Map<String, String> are = licences(after);
        Set<String> all = new LinkedHashSet<>(were.keySet());
        all.addAll(are.keySet());
        return all.stream()
                .map(m -> new LicenceChange(m, were.getOrDefault(m, ""), are.getOrDefault(m, "")))
                .filter(c -> !c.before().equals(c.after())).toList();
    }

    private static Map<String, String> licences(ModuleTree tree) {
        Map<String, String> licences = new LinkedHashMap<>();
        for (DesignModule module : tree.modules()) {
            String path = module.path().text();
            licences.put(module.source().own() ? path : module.source().name() + ":" + path, module.licence());
        }
        return licences;
    }
}
