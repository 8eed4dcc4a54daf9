package org.commonwright.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.design.ModuleLines.ModuleLine;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Which module asks for which, found from the root on: over folders, bills of materials and locks. Edges may still form
/// cycles.
final class ModuleGraph {
    /// A module's repository, the state of it, and its folder.
    record Key(String repository, @Nullable CommitId commit, RepoPath path) {
        /// The same module in any state.
        Key anyState() {
            return new Key(repository, null, path);
        }
    }

    /// One use of a module; `target` is null when it was not found.
    record Edge(int row, String name, @Nullable Key target) {}

    final Map<Key, ModuleFolder> folders = new HashMap<>();
    final Map<Key, List<Edge>> edges = new LinkedHashMap<>();
    final List<Problem> problems = new ArrayList<>();
    final Key root;

    private final Map<DesignSource, SourceModules> sources = new HashMap<>();
    private final Map<DesignSource, Set<RepoPath>> asked = new HashMap<>();
    private final PinResolver pins;
    private final ModuleLines moduleLines;
    private final Deque<Key> todo = new ArrayDeque<>();

    ModuleGraph(DesignSource own, ModuleLines moduleLines, RepositoryStore store) {
        this.moduleLines = moduleLines;
        this.pins = new PinResolver(store, problems::add);
        this.root = new Key(own.repository(), own.commit(), RepoPath.ROOT);
        reach(own, RepoPath.ROOT);
        drain();
        attachUnreached(open(own));
    }

    private SourceModules open(DesignSource source) {
        return sources.computeIfAbsent(source, s -> new SourceModules(s, moduleLines, problems::add));
    }

    /// Puts a module on the list of those whose own modules are still to be found; null when it is not there.
    private @Nullable Key reach(DesignSource source, RepoPath path) {
        ModuleFolder folder = open(source).module(path);
        if (folder == null) {
            return null;
        }
        var key = new Key(source.repository(), source.commit(), path);
        if (folders.putIfAbsent(key, folder) == null) {
            edges.put(key, new ArrayList<>());
            todo.addLast(key);
        }
        return key;
    }

    private void drain() {
        while (!todo.isEmpty()) {
            Key key = todo.removeFirst();
            ModuleFolder module = folders.get(key);
            SourceModules source = open(module.source());
            List<Edge> uses = edges.get(key);
            for (ModuleLine line : module.lines()) {
                uses.add(new Edge(line.row(), line.part(), target(source, module, line)));
            }
            if (module.lists().addUp()) {
                List<RepoPath> lists = module.lists().files();
                for (int i = 0; i < lists.size(); i++) {
                    Key list = reach(module.source(), lists.get(i));
                    uses.add(new Edge(i + 1, list == null ? lists.get(i).fileName() : folders.get(list).name(), list));
                }
            }
            Set<RepoPath> elsewhere = asked.computeIfAbsent(module.source(), _ -> askedFor(source));
            for (ModuleFolder below : source.below(module.path())) {
                if (!elsewhere.contains(below.path())) {
                    uses.add(new Edge(0, below.name(), reach(module.source(), below.path())));
                }
            }
        }
    }

    private @Nullable Key target(SourceModules source, ModuleFolder module, ModuleLine line) {
        Optional<RepoPath> local = local(source, module, line);
        return local.isPresent()
                ? reach(module.source(), local.get())
                : pins.resolve(source.lock(), module, line).map(p -> reach(p.source(), p.path())).orElse(null);
    }

    /// The module of the same repository that a line asks for: by its folder, else by its name.
    private static Optional<RepoPath> local(SourceModules source, ModuleFolder module, ModuleLine line) {
        if (!line.module().isEmpty()) {
            Optional<RepoPath> named = source.named(module.bom(), line).filter(source::isModule);
            boolean byName = named.isEmpty() && isText(module.bom()) && line.module().matches("[^#@/].*")
                    && line.module().indexOf('/') < 0;
            return byName ? called(source, module, line.module()) : named;
        }
        return called(source, module, line.part());
    }

    /// Texts write what an assembly is called, not where it is.
    private static boolean isText(@Nullable RepoPath bom) {
        return bom != null && Set.of("txt", "md").contains(FileNames.extension(bom));
    }

    private static Optional<RepoPath> called(SourceModules source, ModuleFolder module, String name) {
        List<RepoPath> called = source.called(name).stream().map(ModuleFolder::path)
                .filter(path -> !path.equals(module.path())).toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /// The modules that some bill of materials of this repository asks for: they are shown there, not where their folder is.
    private static Set<RepoPath> askedFor(SourceModules source) {
        Set<RepoPath> asked = new HashSet<>();
        for (ModuleFolder module : source.all()) {
            module.lines().forEach(line -> local(source, module, line).ifPresent(asked::add));
            if (module.lists().addUp()) {
                asked.addAll(module.lists().files());
            }
        }
        return asked;
    }

    /// Modules that only ask for each other are still shown, where their folder is.
    private void attachUnreached(SourceModules own) {
        for (ModuleFolder module : List.copyOf(own.all())) {
            var key = new Key(root.repository(), root.commit(), module.path());
            if (!folders.containsKey(key)) {
                var holder = new Key(key.repository(), key.commit(), own.above(module.path()));
                edges.getOrDefault(holder, edges.get(root))
                        .add(new Edge(0, module.name(), reach(module.source(), module.path())));
                drain();
            }
        }
    }
}
