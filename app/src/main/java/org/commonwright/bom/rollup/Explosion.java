package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// All lines of a design, looked at once: which part or module each means and how much of it, in that part's unit. What N
/// pieces need is then a walk over arrays ([Demand]).
final class Explosion {
    private static final int IGNORED = -1;

    final List<ModuleOrder.Module> modules;
    final PartIndex parts = new PartIndex();
    private final Map<String, String> makers;
    private final LineFacts facts;
    private final Consumer<Problem> problems;
    private final List<Missing> missing;

    final BomLine[] lines;
    private final int[] starts;
    /// A part's number; a module as -2 - its number; or [#IGNORED].
    private final int[] targets;
    /// How much, where that is a whole number; else -1, and [#exact] has it.
    private final long[] whole;
    private @Nullable BigDecimal @Nullable [] exact;
    private @Nullable BigDecimal @Nullable [] attrition;
    private final int[] next;
    private int[] heads = new int[1 << 10];
    private int[] tails = new int[1 << 10];
    private final BitSet withAlternates = new BitSet();

    Explosion(List<ModuleOrder.Module> modules, Map<String, String> makers, LineFacts facts,
            Consumer<Problem> problems, List<Missing> missing) {
        this.modules = modules;
        this.makers = makers;
        this.facts = facts;
        this.problems = problems;
        this.missing = missing;
        this.starts = new int[modules.size() + 1];
        for (int m = 0; m < modules.size(); m++) {
            starts[m + 1] = Math.addExact(starts[m], modules.get(m).lines.size());
        }
        int all = starts[modules.size()];
        this.lines = new BomLine[all];
        this.targets = new int[all];
        this.whole = new long[all];
        this.next = new int[all];
    }

    /// Looks at a module's lines; every module once, in order.
    void add(int m) {
        ModuleOrder.Module module = modules.get(m);
        BigDecimal loss = module.node.attrition();
        int at = starts[m];
        for (BomLine line : module.lines) {
            lines[at] = line;
            targets[at] = target(module, line, at);
            if (targets[at] != IGNORED) {
                BigDecimal share = facts.attrition(line, place(module, line), loss);
                if (share.signum() > 0) {
                    attrition = attrition == null ? new BigDecimal[lines.length] : attrition;
                    attrition[at] = share;
                }
            }
            at++;
        }
    }

    private int target(ModuleOrder.Module module, BomLine line, int at) {
        Quantity each = line.quantity();
        ModuleOrder.Module child = line.kind() == LineKind.MODULE ? module.children.get(line) : null;
        if (!line.fitted()) {
            problems.accept(Problem.note(place(module, line), "bom.not-fitted", line.part()));
        } else if (each == null) {
            missing.add(new Missing(line.part(), Messages.Key.of("bom.missing-quantity"), place(module, line)));
        } else if (child == null) {
            return part(module, line, each, at);
        } else if (each.unit() != Unit.PIECE) {
            problems.accept(Problem.error(place(module, line), "bom.module-not-in-pieces", line.part(),
                    each.unit().symbol()));
            missing.add(new Missing(line.part(), Messages.Key.of("bom.missing-quantity"), place(module, line)));
        } else {
            amount(at, each.number());
            return -2 - child.index;
        }
        return IGNORED;
    }

    private int part(ModuleOrder.Module module, BomLine line, Quantity each, int at) {
        if (line.kind() == LineKind.MODULE) {
            missing.add(new Missing(line.part(), Messages.Key.of("bom.missing-module"), place(module, line)));
        }
        Unit unit = each.unit();
        int first = find(line, unit);
        int part = first;
        while (part < heads.length && isUsed(part) && parts.unit(part).dimension() != unit.dimension()) {
            int other = parts.other(part);
            if (other == PartIndex.NONE) {
                other = parts.addOther(part, unit);
                int before = heads[first] - 1;
                problems.accept(Problem.error(place(module, line), "bom.units-mixed", line.part(), unit.symbol(),
                        parts.unit(first).symbol(), place(before)));
            }
            part = other;
        }
        amount(at, parts.unit(part) == unit ? each.number() : each.in(parts.unit(part)).number());
        link(part, at);
        if (!line.alternates().isEmpty()) {
            withAlternates.set(part);
        }
        return part;
    }

    private boolean isUsed(int part) {
        return heads[part] != 0;
    }

    private int find(BomLine line, Unit unit) {
        if (line.mpn().isBlank()) {
            return parts.find(PartKey.normalise(line.part()), null, unit);
        }
        PartKey key = line.key();
        String maker = key.manufacturer().isEmpty() ? makers.getOrDefault(key.name(), "") : key.manufacturer();
        return parts.find(key.name(), maker, unit);
    }

    private void link(int part, int at) {
        if (part >= heads.length) {
            int size = Math.max(part + 1, heads.length * 2);
            heads = Arrays.copyOf(heads, size);
            tails = Arrays.copyOf(tails, size);
        }
        if (heads[part] == 0) {
            heads[part] = at + 1;
        } else {
            next[tails[part] - 1] = at + 1;
        }
        tails[part] = at + 1;
    }

    private void amount(int at, BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= 18) {
            whole[at] = number.longValue();
        } else {
            whole[at] = -1;
            exact = exact == null ? new BigDecimal[lines.length] : exact;
            exact[at] = number;
        }
    }

    boolean hasAttrition() {
        return attrition != null;
    }

    int start(int m) {
        return starts[m];
    }

    /// The part that a line means; negative when it means none.
    int partOf(int line) {
        return targets[line];
    }

    /// The module that a line means; negative when it means none.
    int moduleOf(int line) {
        return targets[line] < IGNORED ? -2 - targets[line] : -1;
    }

    /// How much of what it means; -1 when that is no whole number.
    long whole(int line) {
        return whole[line];
    }

    BigDecimal amount(int line) {
        return whole[line] >= 0 || exact == null ? BigDecimal.valueOf(whole[line]) : exact[line];
    }

    /// The share that gets lost; null for none.
    @Nullable
    BigDecimal attrition(int line) {
        return attrition == null ? null : attrition[line];
    }

    BomLine firstLine(int part) {
        return lines[heads[part] - 1];
    }

    Place firstPlace(int part) {
        return place(heads[part] - 1);
    }

    /// The lines of a part, in order.
    List<Integer> linesOf(int part) {
        List<Integer> all = new ArrayList<>(2);
        for (int at = heads[part]; at != 0; at = next[at - 1]) {
            all.add(at - 1);
        }
        return all;
    }

    /// The rows of a part, in order.
    List<BomLine> bomLines(int part) {
        List<BomLine> all = new ArrayList<>(2);
        for (int at = heads[part]; at != 0; at = next[at - 1]) {
            all.add(lines[at - 1]);
        }
        return all;
    }

    /// The names and numbers under which a part is sold or kept, normalised.
    List<String> names(int part) {
        if (!parts.isNumbered(part)) {
            return List.of(parts.name(part));
        }
        Set<String> names = new LinkedHashSet<>();
        for (int at = heads[part]; at != 0; at = next[at - 1]) {
            names.add(PartKey.normalise(lines[at - 1].part()));
            names.add(PartKey.normalise(lines[at - 1].mpn()));
        }
        return List.copyOf(names);
    }

    /// What may replace a part, the best first, without the part itself.
    List<Alternate> alternates(int part) {
        if (!withAlternates.get(part)) {
            return List.of();
        }
        Set<String> seen = new LinkedHashSet<>(names(part));
        List<Alternate> found = new ArrayList<>();
        for (int line : linesOf(part)) {
            for (Alternate alternate : lines[line].alternates()) {
                if (seen.add(PartKey.normalise(alternate.mpn()))) {
                    found.add(alternate);
                }
            }
        }
        return found;
    }

    /// The module that a line stands in.
    ModuleOrder.Module holder(int line) {
        int m = Arrays.binarySearch(starts, line);
        if (m < 0) {
            m = -m - 2;
        }
        while (starts[m + 1] <= line) {
            m++;
        }
        return modules.get(m);
    }

    private Place place(int line) {
        return place(holder(line), lines[line]);
    }

    private static Place place(ModuleOrder.Module module, BomLine line) {
        return Place.line(module.node.bomFile(), line.row());
    }
}
