package org.commonwright.bom.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Makes assemblies of the lines of one table that stand under each other: a line with others under it is a module, `#name`, whose
/// lines are those. An assembly that is listed again with the same contents is the same module, and its rows are set aside:
/// its parts are counted where it is listed first, as often as it is asked for.
final class Levels {
    private static final int NONE = -1;
    private static final int LONGEST_NAME = 120;
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\#\\p{Cntrl}]+");

    private final List<BomLine> lines;
    private final int[] parents;
    private final List<List<Integer>> below = new ArrayList<>();
    private final int[] contents;
    private final String[] names;
    private final @Nullable BomLine[] placed;
    private final Messages.@Nullable Key[] asides;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<Integer, Integer> first = new HashMap<>();

    private Levels(List<BomLine> lines, LineParents levels) {
        this.lines = lines;
        this.parents = levels.parents();
        this.contents = new int[lines.size()];
        this.names = new String[lines.size()];
        this.placed = new BomLine[lines.size()];
        this.asides = new Messages.Key[lines.size()];
        lines.forEach(_ -> below.add(new ArrayList<>()));
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] >= 0) {
                below.get(parents[i]).add(i);
            }
        }
    }

    /// What becomes of each line: the line in its assembly, or why it is set aside.
    record Placed(List<@Nullable BomLine> lines, List<Messages.@Nullable Key> asides, int assemblies) {}

    /// @param totals whether the quantities are for the whole, not for one piece of the line above
    static Placed place(List<BomLine> lines, LineParents levels, boolean totals) {
        List<BomLine> each = totals ? perPiece(lines, levels.parents()) : lines;
        var made = new Levels(each, levels);
        List<Integer> order = made.order();
        made.number(order);
        boolean whole = levels.whole() && isOne(lines.getFirst().quantity());
        if (whole) {
            made.asides[0] = Messages.Key.of("bom.skipped-whole");
            made.names[0] = "";
        }
        order.stream().filter(i -> !whole || i != 0).forEach(made::place);
        return new Placed(Arrays.asList(made.placed), Arrays.asList(made.asides),
                (int) made.first.values().stream().filter(i -> !whole || i != 0).count());
    }

    private static boolean isOne(@Nullable Quantity quantity) {
        return quantity == null || quantity.number().compareTo(BigDecimal.ONE) == 0;
    }

    private static List<BomLine> perPiece(List<BomLine> lines, int[] parents) {
        List<BomLine> each = new ArrayList<>(lines);
        for (int i = 0; i < parents.length; i++) {
            Quantity own = lines.get(i).quantity();
            Quantity above = parents[i] < 0 ? null : lines.get(parents[i]).quantity();
            if (own != null && above != null && above.number().signum() > 0) {
                BigDecimal one = own.number().divide(above.number(), MathContext.DECIMAL64).stripTrailingZeros();
                BigDecimal plain = one.scale() < 0 ? one.setScale(0) : one;
                each.set(i, lines.get(i).with(new Quantity(plain, own.unit()), lines.get(i).references()));
            }
        }
        return each;
    }

    /// Every line, each before those under it.
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>(parents.length);
        Deque<Integer> todo = new ArrayDeque<>();
        for (int top = parents.length - 1; top >= 0; top--) {
            if (parents[top] < 0) {
                todo.push(top);
            }
        }
        while (!todo.isEmpty()) {
            int i = todo.pop();
            order.add(i);
            below.get(i).reversed().forEach(todo::push);
        }
        return order;
    }

    /// Gives assemblies with the same contents the same number.
    private void number(List<Integer> order) {
        for (int i : order.reversed()) {
            List<Object> says = new ArrayList<>();
            says.add(lines.get(i).key());
            for (int child : below.get(i)) {
                BomLine line = lines.get(child);
                Quantity quantity = line.quantity();
                says.add(List.of(line.key(), line.fitted(), contents[child],
                        quantity == null ? "" : quantity.number().stripTrailingZeros(),
                        quantity == null ? "" : quantity.unit()));
            }
            contents[i] = below.get(i).isEmpty() ? NONE : numbers.computeIfAbsent(says, _ -> numbers.size());
        }
    }

    private void place(int i) {
        int parent = parents[i];
        if (parent >= 0 && names[parent] == null) {
            Messages.Key above = asides[parent];
            BomLine listed = lines.get(first.getOrDefault(contents[parent], parent));
            asides[i] = above != null
                    ? above
                    : Messages.Key.of("bom.skipped-listed-again", listed.part(), listed.where());
            return;
        }
        String section = parent < 0 ? "" : names[parent];
        BomLine line = lines.get(i).in(section);
        if (contents[i] != NONE) {
            Integer same = first.putIfAbsent(contents[i], i);
            if (same == null) {
                names[i] = name(line.part());
            }
            line = line.asModule("#" + names[same == null ? i : same]);
        }
        placed[i] = line;
    }

    private String name(String part) {
        String safe = UNSAFE.matcher(part).replaceAll("-").strip();
        safe = safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME).strip() : safe;
        safe = safe.isEmpty() || safe.matches("\\.{1,2}|(?i)\\.git") ? "assembly" : safe;
        int n = used.merge(safe.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return n == 1 ? safe : safe + " (" + n + ")";
    }
}
