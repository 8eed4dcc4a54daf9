package org.commonwright.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;

/// A design: its root module, with everything below it, and what was found wrong on the way.
public record ModuleTree(DesignModule root, List<Problem> problems) {
    public ModuleTree {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// A module by its path, else by its name, else by its folder's.
    ///
    /// @param at empty or `.` for the root
    /// @throws Fault `design.no-such-module`
    public DesignModule find(String at) {
        if (at.isBlank() || at.equals(".")) {
            return root;
        }
        String path = at.replaceAll("/+$", "").replaceFirst("^\\./", "");
        List<DesignModule> modules = modules();
        return modules.stream().filter(m -> m.source().own() && m.path().text().equals(path)).findFirst()
                .or(() -> modules.stream().filter(m -> m.name().equalsIgnoreCase(at)).findFirst())
                .or(() -> modules.stream().filter(m -> m.path().fileName().equals(path)).findFirst())
                .orElseThrow(() -> new Fault("design.no-such-module", at));
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
