package org.commonwright.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.commonwright.error.Problem;

/// A design: its root module, with everything below it, and what was found wrong on the way.
public record ModuleTree(DesignModule root, List<Problem> problems) {
    public ModuleTree {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// Every module once, the root first, in the order in which the tree shows them.
    public List<DesignModule> modules() {
        List<DesignModule> modules = new ArrayList<>();
        Set<DesignModule> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<DesignModule> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty()) {
            DesignModule module = todo.pop();
            if (seen.add(module)) {
                modules.add(module);
                module.modules().reversed().forEach(todo::push);
            }
        }
        return modules;
    }
}
