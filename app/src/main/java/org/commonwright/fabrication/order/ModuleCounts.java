package org.commonwright.fabrication.order;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignModule;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// How many pieces of each module N pieces of the root need. Quantities multiply along every way down and add up where
/// ways meet. A module without a bill of materials needs one of each module in it; where there is a bill of materials, a
/// module that it does not ask for counts for nothing.
final class ModuleCounts {
    private ModuleCounts() {}

    /// @param lines the lines of a module's bill of materials
    static Map<DesignModule, BigDecimal> of(DesignModule root, long quantity,
            Function<DesignModule, List<BomLine>> lines) {
        Map<DesignModule, BigDecimal> counts = new LinkedHashMap<>();
        counts.put(root, BigDecimal.valueOf(quantity));
        for (DesignModule module : topDown(root)) {
            BigDecimal count = counts.getOrDefault(module, BigDecimal.ZERO);
            if (count.signum() == 0) {
                continue;
            }
            Map<Integer, BomLine> byRow = new HashMap<>();
            lines.apply(module).forEach(line -> byRow.put(line.row(), line));
            for (DesignModule.Submodule use : module.submodules()) {
                BomLine line = byRow.get(use.row());
                BigDecimal each = module.bom() == null
                        ? BigDecimal.ONE
                        : line == null ? BigDecimal.ZERO : pieces(line);
                if (use.module() != null) {
                    counts.merge(use.module(), count.multiply(each), BigDecimal::add);
                }
            }
        }
        return counts;
    }

    /// A line without a usable number asks for one: the reader of the bill of materials has said so as a problem.
    static BigDecimal pieces(BomLine line) {
        Quantity quantity = line.quantity();
        return quantity == null || quantity.unit() != Unit.PIECE ? BigDecimal.ONE : quantity.number();
    }

    /// Each module after every module that uses it.
    private static List<DesignModule> topDown(DesignModule root) {
        var finished = new ArrayList<DesignModule>();
        Map<DesignModule, Boolean> seen = new HashMap<>();
        Deque<DesignModule> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty()) {
            DesignModule module = todo.peek();
            if (seen.putIfAbsent(module, false) == null) {
                module.modules().reversed().stream().filter(m -> !seen.containsKey(m)).forEach(todo::push);
            } else {
                todo.pop();
                if (!seen.put(module, true)) {
                    finished.add(module);
                }
            }
        }
        return finished.reversed();
    }
}
