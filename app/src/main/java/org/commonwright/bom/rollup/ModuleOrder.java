package org.commonwright.bom.rollup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// The modules under a root, each once and before every module that it uses. Walks with a stack of its own, so depth is
/// no danger to the thread.
final class ModuleOrder {
    /// Deeper than anything that is built.
    private static final int DEEPEST = 20_000;
    private static final int SHOWN = 12;

    private final Map<String, Module> known = new HashMap<>();
    private final Deque<Module> path = new ArrayDeque<>();
    private final List<Module> finished = new ArrayList<>();

    /// A module with its lines and what its lines of kind module mean.
    static final class Module {
        final BomNode node;
        final List<BomLine> lines;
        /// Why its lines could not be read; null when they could.
        final @Nullable Fault unread;
        final Map<BomLine, Module> children = new IdentityHashMap<>();
        /// What bills of materials call it, normalised.
        final Set<String> calledAs = new HashSet<>();
        /// Its place in the order.
        int index;
        private int next;
        private boolean open = true;

        Module(BomNode node, List<BomLine> lines, @Nullable Fault unread) {
            this.node = node;
            this.lines = lines;
            this.unread = unread;
        }
    }

    private ModuleOrder() {}

    /// @throws Fault `bom.cycle` when a module contains itself, `bom.too-deep`
    static List<Module> of(BomNode root) {
        var order = new ModuleOrder();
        order.enter(root);
        while (!order.path.isEmpty()) {
            order.step(order.path.getLast());
        }
        List<Module> ordered = List.copyOf(order.finished.reversed());
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).index = i;
        }
        return ordered;
    }

    private void step(Module module) {
        while (module.next < module.lines.size()) {
            BomLine line = module.lines.get(module.next++);
            BomNode child = line.kind() == LineKind.MODULE ? module.node.child(line) : null;
            if (child == null) {
                continue;
            }
            Module target = known.get(child.path());
            if (target == null) {
                Module entered = enter(child);
                entered.calledAs.add(PartKey.normalise(line.part()));
                module.children.put(line, entered);
                return;
            }
            if (target.open) {
                throw cycle(target);
            }
            target.calledAs.add(PartKey.normalise(line.part()));
            module.children.put(line, target);
        }
        path.removeLast();
        module.open = false;
        finished.add(module);
    }

    private Module enter(BomNode node) {
        if (path.size() == DEEPEST) {
            throw new Fault("bom.too-deep", DEEPEST, node.path());
        }
        Module module = read(node);
        known.put(node.path(), module);
        path.addLast(module);
        return module;
    }

    private static Module read(BomNode node) {
        try {
            return new Module(node, node.lines(), null);
        } catch (Fault unread) {
            return new Module(node, List.of(), unread);
        }
    }

    private Fault cycle(Module target) {
        List<String> names = path.stream().dropWhile(m -> m != target).map(ModuleOrder::name)
                .collect(Collectors.toCollection(ArrayList::new));
        names.add(names.getFirst());
        if (names.size() > SHOWN) {
            names.subList(SHOWN / 2, names.size() - SHOWN / 2).clear();
            names.add(SHOWN / 2, "…");
        }
        return new Fault("bom.cycle", String.join(" → ", names));
    }

    private static String name(Module module) {
        return module.node.path().isEmpty() ? module.node.name() : module.node.path();
    }
}
