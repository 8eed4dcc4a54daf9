package org.commonwright.fabrication.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.rollup.BomNode;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleBom;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// How often N pieces of a module need each module below it, as the roll-up of its bill of materials counts, with the lines
/// of each. What may get lost is not added: a piece that turns out scrap is made again.
///
/// @param modules users before what they use
/// @param problems modules whose lines cannot be read
record Needs(List<Module> modules, List<Problem> problems) {
    /// @param times how many of it are in the whole; more than none
    record Module(DesignModule module, List<BomLine> lines, BigDecimal times) {}

    static Needs of(DesignModule root, long quantity) {
        var reading = new Reading();
        var node = new Node(ModuleBom.of(root), reading);
        var modules = new ArrayList<Module>();
        try {
            Rollup.of(node, quantity, null).modules().stream().filter(use -> use.times().signum() > 0)
                    .filter(use -> reading.lines.containsKey(use.path())).forEach(use -> modules.add(new Module(
                            reading.modules.get(use.path()), reading.lines.get(use.path()), use.times())));
        } catch (Fault fault) {
            // The root's lines cannot be read, or the modules cannot be counted at all.
            reading.tell(Place.file(node.bomFile()), fault);
        }
        return new Needs(modules, List.copyOf(reading.problems));
    }

    /// What the roll-up came by, by the module's path.
    private static final class Reading {
        private final Map<String, List<BomLine>> lines = new HashMap<>();
        private final Map<String, DesignModule> modules = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        void tell(Place place, Fault fault) {
            Problem problem = Problem.error(place, fault.code(), fault.arguments().toArray());
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }

    /// Prices and losses play no part here, so they are not read.
    private record Node(ModuleBom of, Reading reading) implements BomNode {
        @Override
        public String path() {
            return of.path();
        }

        @Override
        public String name() {
            return of.name();
        }

        @Override
        public String bomFile() {
            return of.bomFile();
        }

        @Override
        public List<BomLine> lines() {
            try {
                List<BomLine> lines = of.lines();
                reading.lines.put(path(), lines);
                reading.modules.put(path(), of.module());
                return lines;
            } catch (Fault fault) {
                reading.tell(Place.file(bomFile()), fault);
                throw fault;
            }
        }

        @Override
        public List<Offer> offers() {
            return List.of();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public @Nullable BomNode child(BomLine line) {
            return of.child(line) instanceof ModuleBom child ? new Node(child, reading) : null;
        }
    }
}
