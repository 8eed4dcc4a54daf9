package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;

/// A program for a machine, by what it makes the machine do.
///
/// @param before null when it is new
/// @param after null when it is removed
/// @param added moves that only the program afterwards has
/// @param removed moves that only the program before has
public record ProgramDiff(@Nullable ProgramFacts before, @Nullable ProgramFacts after, int added, int removed)
        implements
            FileDiff {
    private static final double MM_PER_M = 1_000;

    /// @param before null when it is new
    /// @param after null when it is removed
    public static ProgramDiff of(@Nullable GcodeFile before, @Nullable GcodeFile after) {
        if (before == null || after == null) {
            return new ProgramDiff(before == null ? null : ProgramFacts.of(before),
                    after == null ? null : ProgramFacts.of(after), after == null ? 0 : after.toolpath().size(),
                    before == null ? 0 : before.toolpath().size());
        }
        var moves = PathDifference.between(before.toolpath(), after.toolpath());
        return new ProgramDiff(ProgramFacts.of(before), ProgramFacts.of(after), moves.added(), moves.removed());
    }

    @Override
    public List<Row> rows(Messages messages, Formats f) {
        var rows = new ArrayList<Row>();
        add(rows, messages.get("filediff.duration"), p -> f.duration(Duration.ofSeconds(Math.round(p.seconds()))));
        add(rows, messages.get("filediff.moves"), p -> f.number(p.moves(), 0));
        if (before != null && after != null && added + removed > 0) {
            rows.add(new Row(messages.get("filediff.moves-changed"), "", "+" + f.number(added, 0) + "  −"
                    + f.number(removed, 0)));
        }
        add(rows, messages.get("filediff.length"), p -> metres(f, p.length()));
        add(rows, messages.get("filediff.travel"), p -> metres(f, p.travel()));
        add(rows, messages.get("filediff.box"), p -> box(f, p.box()));
        some(rows, messages.get("filediff.filament"), ProgramFacts::filament, v -> metres(f, v));
        some(rows, messages.get("filediff.hotend"), p -> p.needs().hotend(), v -> f.number(v, 0) + " °C");
        some(rows, messages.get("filediff.bed"), p -> p.needs().bed(), v -> f.number(v, 0) + " °C");
        some(rows, messages.get("filediff.spindle"), p -> p.needs().spindle(), v -> "S " + f.number(v, 0));
        some(rows, messages.get("filediff.tool"), p -> p.needs().tools(), v -> "T" + f.number(v, 0));
        add(rows, messages.get("filediff.dialect"), ProgramFacts::dialect);
        if (after != null && after.refused()) {
            rows.add(Row.said(messages.get("filediff.refused"), ""));
        }
        return rows;
    }

    private void add(List<Row> rows, String what, Function<ProgramFacts, String> value) {
        rows.add(new Row(what, before == null ? null : value.apply(before), after == null ? null : value.apply(after)));
    }

    /// A figure that most programs have not: no row where both lack it.
    private void some(List<Row> rows, String what, Function<ProgramFacts, Number> figure,
            Function<Double, String> value) {
        if (before != null && figure.apply(before).doubleValue() > 0
                || after != null && figure.apply(after).doubleValue() > 0) {
            add(rows, what, p -> {
                double v = figure.apply(p).doubleValue();
                return v > 0 ? value.apply(v) : "–";
            });
        }
    }

    private static String metres(Formats f, double mm) {
        return f.number(mm / MM_PER_M, 2) + " m";
    }

    private static String box(Formats f, Bounds box) {
        return box.isEmpty()
                ? "–"
                : String.join("  ", axis(f, "X", box.minX(), box.maxX()), axis(f, "Y", box.minY(), box.maxY()),
                        axis(f, "Z", box.minZ(), box.maxZ())) + " mm";
    }

    private static String axis(Formats f, String name, double from, double to) {
        return name + " " + f.number(from, 2) + "…" + f.number(to, 2);
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", "program").put("moves_added", added).put("moves_removed", removed);
        side(node, "before", before);
        side(node, "after", after);
    }

    private static void side(ObjectNode node, String key, @Nullable ProgramFacts p) {
        if (p == null) {
            node.putNull(key);
            return;
        }
        ObjectNode side = node.putObject(key).put("dialect", p.dialect()).put("lines", p.lines())
                .put("moves", p.moves()).put("length_mm", p.length()).put("travel_mm", p.travel())
                .put("filament_mm", p.filament()).put("seconds", p.seconds()).put("hotend_c", p.needs().hotend())
                .put("bed_c", p.needs().bed()).put("spindle", p.needs().spindle())
                .put("highest_tool", p.needs().tools())
                .put("refused", p.refused());
        Bounds box = p.box();
        if (!box.isEmpty()) {
            side.putArray("box_mm").add(box.minX()).add(box.minY()).add(box.minZ()).add(box.maxX()).add(box.maxY())
                    .add(box.maxZ());
        }
    }
}
