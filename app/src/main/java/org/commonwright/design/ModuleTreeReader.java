package org.commonwright.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.design.DesignModule.Submodule;
import org.commonwright.design.ModuleGraph.Edge;
import org.commonwright.design.ModuleGraph.Key;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// Reads the module tree of a design: from folders, bills of materials and `commons.lock`, to any depth. Whatever is wrong
/// becomes a problem of the tree; an edge that would close a cycle is left out.
public final class ModuleTreeReader {
    /// Of a longer circle only both ends are named.
    private static final int SHOWN = 12;

    private final ModuleLines moduleLines;
    private final RepositoryStore store;

    public ModuleTreeReader(ModuleLines moduleLines, RepositoryStore store) {
        this.moduleLines = moduleLines;
        this.store = store;
    }

    public ModuleTree read(DesignSource design) {
        var graph = new ModuleGraph(design, moduleLines, store);
        var walk = new Walk(graph);
        DesignModule root = walk.build();
        TwoStates.explain(graph, graph.problems::add);
        return new ModuleTree(root, graph.problems);
    }

    /// Depth first with a stack of its own: a module is built when all below it are.
    private static final class Walk {
        private record Step(Key key, Iterator<Edge> uses, List<Submodule> found) {}

        private final ModuleGraph graph;
        private final Map<Key, DesignModule> built = new HashMap<>();
        private final Set<Key> open = new HashSet<>();
        private final Deque<Step> stack = new ArrayDeque<>();
        private final Deque<Edge> taken = new ArrayDeque<>();

        Walk(ModuleGraph graph) {
            this.graph = graph;
        }

        DesignModule build() {
            enter(graph.root);
            while (true) {
                Step step = stack.getLast();
                if (step.uses.hasNext()) {
                    use(step, step.uses.next());
                    continue;
                }
                stack.removeLast();
                open.remove(step.key.anyState());
                var module = new DesignModule(graph.folders.get(step.key), step.found);
                built.put(step.key, module);
                if (stack.isEmpty()) {
                    return module;
                }
                Edge edge = taken.removeLast();
                stack.getLast().found.add(new Submodule(edge.row(), edge.name(), module));
            }
        }

        private void enter(Key key) {
            open.add(key.anyState());
            stack.addLast(new Step(key, graph.edges.get(key).iterator(), new ArrayList<>()));
        }

        private void use(Step step, Edge edge) {
            @Nullable
            Key target = edge.target();
            if (target == null) {
                step.found.add(new Submodule(edge.row(), edge.name(), null));
            } else if (open.contains(target.anyState())) {
                graph.problems.add(cycle(step.key, edge.row(), target));
            } else if (built.containsKey(target)) {
                step.found.add(new Submodule(edge.row(), edge.name(), built.get(target)));
            } else {
                taken.addLast(edge);
                enter(target);
            }
        }

        private Problem cycle(Key from, int row, Key target) {
            List<String> names = stack.stream().map(Step::key)
                    .dropWhile(k -> !k.anyState().equals(target.anyState()))
                    .map(k -> name(graph.folders.get(k))).collect(Collectors.toCollection(ArrayList::new));
            names.add(names.getFirst());
            if (names.size() > SHOWN) {
                names.subList(SHOWN / 2, names.size() - SHOWN / 2).clear();
                names.add(SHOWN / 2, "…");
            }
            ModuleFolder module = graph.folders.get(from);
            var bom = module.bom() == null ? module.path() : module.bom();
            Place place = Place.line(module.source().show(bom), row);
            return Problem.error(place, "design.cycle", String.join(" → ", names));
        }

        private static String name(ModuleFolder folder) {
            return folder.path().isRoot() ? folder.name() : folder.path().text();
        }
    }
}
