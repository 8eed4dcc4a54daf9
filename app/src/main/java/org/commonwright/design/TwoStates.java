package org.commonwright.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.commonwright.design.ModuleGraph.Key;
import org.commonwright.error.Problem;

/// Finds modules that one design uses in two states, and says who asks for which.
final class TwoStates {
    private TwoStates() {}

    static void explain(ModuleGraph graph, Consumer<Problem> problems) {
        Map<Key, Map<String, TreeSet<String>>> usersByState = new LinkedHashMap<>();
        graph.edges.forEach((user, edges) -> edges.forEach(edge -> {
            Key target = edge.target();
            if (target != null && target.commit() != null) {
                usersByState.computeIfAbsent(target.anyState(), _ -> new TreeMap<>())
                        .computeIfAbsent(state(graph.folders.get(target)), _ -> new TreeSet<>())
                        .add(graph.folders.get(user).name());
            }
        }));
        usersByState.forEach((module, states) -> {
            if (states.size() > 1) {
                String name = graph.folders.entrySet().stream()
                        .filter(e -> e.getKey().anyState().equals(module)).findFirst().orElseThrow().getValue().name();
                String who = states.entrySet().stream().map(s -> s.getKey() + " ← " + String.join(", ", s.getValue()))
                        .collect(Collectors.joining("; "));
                problems.accept(Problem.warning(null, "design.two-versions", name, who));
            }
        });
    }

    private static String state(ModuleFolder folder) {
        String version = folder.manifest() == null ? "" : folder.manifest().version();
        String commit = folder.source().commit() == null ? "" : folder.source().commit().abbreviated();
        return version.isEmpty() ? commit : version + " (" + commit + ")";
    }
}
