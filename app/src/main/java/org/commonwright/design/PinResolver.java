package org.commonwright.design;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.design.ModuleLines.ModuleLine;
import org.commonwright.design.RepositoryStore.StoredRepository;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Finds the pinned module of another repository that a line asks for, and says why when it cannot.
final class PinResolver {
    /// Where a module lies.
    record Pinned(DesignSource source, RepoPath path) {}

    private record State(String repository, CommitId commit) {}

    private final RepositoryStore store;
    private final Consumer<Problem> problems;
    private final Map<State, DesignSource> states = new HashMap<>();

    PinResolver(RepositoryStore store, Consumer<Problem> problems) {
        this.store = store;
        this.problems = problems;
    }

    Optional<Pinned> resolve(LockFile lock, ModuleFolder module, ModuleLine line) {
        Place place = place(module, line);
        String asked = line.module();
        if (asked.startsWith("@") || asked.isEmpty()) {
            String name = asked.isEmpty() ? line.part() : asked.substring(1).strip();
            Optional<LockEntry> entry = lock.entry(name);
            if (entry.isEmpty()) {
                problems.accept(Problem.error(place, asked.isEmpty() ? "design.module-unknown" : "design.pin-missing",
                        name));
            }
            return entry.flatMap(e -> open(e, place));
        }
        if (RelativePath.isUrl(asked)) {
            String url = RepositoryUrl.normal(asked);
            Optional<LockEntry> entry = lock.entries().stream()
                    .filter(e -> RepositoryUrl.normal(e.repository()).equals(url)).findFirst();
            if (entry.isEmpty()) {
                problems.accept(Problem.error(place, "design.url-not-pinned", asked));
            }
            return entry.flatMap(e -> open(e, place));
        }
        problems.accept(Problem.error(place, "design.module-missing", asked));
        return Optional.empty();
    }

    private Optional<Pinned> open(LockEntry pin, Place place) {
        Optional<StoredRepository> repository = store.find(pin.repository());
        if (repository.isEmpty()) {
            return no(place, "design.repository-missing", pin.name(), pin.repository());
        }
        Optional<FileTree> tree = repository.get().at(pin.commit());
        if (tree.isEmpty()) {
            return no(place, "design.commit-missing", pin.name(), pin.commit().abbreviated(),
                    repository.get().name());
        }
        Optional<String> hash = repository.get().treeHash(pin.commit(), pin.path());
        if (hash.isEmpty()) {
            return no(place, "design.pinned-folder-missing", pin.name(), pin.path(), pin.commit().abbreviated());
        }
        if (!hash.get().equals(pin.tree())) {
            return no(place, "design.tree-mismatch", pin.name(), pin.commit().abbreviated(),
                    hash.get().substring(0, 10), pin.tree().substring(0, 10));
        }
        var state = new State(repository.get().key(), pin.commit());
        DesignSource source = states.computeIfAbsent(state,
                s -> new DesignSource(repository.get().name(), s.repository(), s.commit(), tree.get(), false));
        return Optional.of(new Pinned(source, pin.path()));
    }

    private Optional<Pinned> no(Place place, String code, Object... arguments) {
        problems.accept(Problem.error(place, code, arguments));
        return Optional.empty();
    }

    static Place place(ModuleFolder module, ModuleLine line) {
        String file = module.bom() == null ? module.source().show(module.path()) : module.source().show(module.bom());
        return Place.line(file, line.row());
    }
}
