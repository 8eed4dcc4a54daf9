package org.commonwright.licence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Commons;

/// The licences of a design's modules. A module that names none has the licence of the module around it in the same
/// repository; the root that names none has the terms of `commons.toml`. From another repository nothing is inherited.
public final class DesignLicences {
    private DesignLicences() {}

    /// @param commons the terms that the community agreed on; [Commons#NONE] when there are none
    public static ModuleLicence of(ModuleTree tree, Commons commons) {
        return of(tree, tree.root(), commons);
    }

    /// The licences of one module of the design and of all below it.
    public static ModuleLicence of(ModuleTree tree, DesignModule at, Commons commons) {
        var expressions = expressions(tree.root(), commons);
        Map<DesignModule, Inclusion> inclusions = inclusions(tree.root(), commons);
        Map<DesignModule, ModuleLicence> built = new HashMap<>();
        for (DesignModule module : bottomUp(at)) {
            List<ModuleLicence> inner = module.modules().stream().map(built::get).toList();
            // What is asked about is its own source, however it is used elsewhere.
            Inclusion inclusion = module == at ? Inclusion.SOURCE : inclusions.getOrDefault(module, Inclusion.SOURCE);
            built.put(module, new ModuleLicence(shown(module), module.name(), expressions.getOrDefault(module, ""),
                    inclusion, inner));
        }
        return built.get(at);
    }

    /// How problems and verdicts name a module: its folder, `.` for the root, with the repository in front when that is
    /// another one.
    public static String shown(DesignModule module) {
        String path = module.source().show(module.path());
        return path.isEmpty() ? "." : path;
    }

    /// As `commons.toml` says, by a module's folder, by what a bill of materials calls it, or by its own name.
    private static Map<DesignModule, Inclusion> inclusions(DesignModule root, Commons commons) {
        Map<DesignModule, Inclusion> inclusions = new HashMap<>();
        Map<String, String> said = commons.licence().inclusion();
        for (DesignModule module : bottomUp(root)) {
            for (DesignModule.Submodule use : module.submodules()) {
                DesignModule inner = use.module();
                if (inner != null) {
                    String folder = inner.source().own() ? inner.path().text() : "";
                    Stream.of(folder, use.name(), "@" + use.name(), inner.name()).map(said::get)
                            .filter(Objects::nonNull).findFirst()
                            .ifPresent(word -> inclusions.put(inner, Inclusion.named(word)));
                }
            }
        }
        return inclusions;
    }

    private static Map<DesignModule, String> expressions(DesignModule root, Commons commons) {
        Map<DesignModule, String> expressions = new HashMap<>();
        List<DesignModule> topDown = bottomUp(root).reversed();
        expressions.put(root, root.licence().isBlank() ? commons.licence().terms() : root.licence());
        for (DesignModule module : topDown) {
            String around = expressions.getOrDefault(module, "");
            for (DesignModule inner : module.modules()) {
                boolean same = inner.source().repository().equals(module.source().repository());
                String own = inner.licence().isBlank() && same ? around : inner.licence();
                expressions.merge(inner, own, (a, b) -> a.isBlank() ? b : a);
            }
        }
        return expressions;
    }

    /// Every module once, after all that it contains.
    private static List<DesignModule> bottomUp(DesignModule root) {
        var order = new ArrayList<DesignModule>();
        var seen = new HashMap<DesignModule, Boolean>();
        Deque<DesignModule> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty()) {
            DesignModule module = todo.peek();
            if (seen.putIfAbsent(module, false) == null) {
                module.modules().reversed().stream().filter(m -> !seen.containsKey(m)).forEach(todo::push);
            } else {
                todo.pop();
                if (!seen.put(module, true)) {
                    order.add(module);
                }
            }
        }
        return order;
    }
}
