package org.commonwright.review.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.commonwright.design.kicad.KicadDrawing;
import org.commonwright.design.kicad.KicadItem;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Compares two drawings of KiCad. Components meet by the identifier that KiCad gives them for good, else by reference, so that
/// one that is numbered anew is a changed one.
public final class Drawings {
    private static final KicadDrawing NOTHING = new KicadDrawing(false, "", List.of(), Set.of(), new LinkedHashMap<>(),
            0, 0);
    private static final double NEAR = 0.0005;

    private Drawings() {}

    public static boolean isOne(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".kicad_sch") || name.endsWith(".kicad_pcb");
    }

    /// @param before null when it is new
    /// @param after null when it is removed
    public static DrawingDiff compare(@Nullable KicadDrawing before, @Nullable KicadDrawing after) {
        KicadDrawing a = Objects.requireNonNullElse(before, NOTHING);
        KicadDrawing b = Objects.requireNonNullElse(after, NOTHING);
        var items = new ArrayList<ItemChange>();
        boolean redrawn = !a.version().equals(b.version());
        Map<KicadItem, KicadItem> pairs = pairs(a.items(), b.items());
        Set<KicadItem> met = Collections.newSetFromMap(new IdentityHashMap<>());
        met.addAll(pairs.values());
        b.items().stream().filter(item -> !met.contains(item))
                .forEach(item -> items.add(new ItemChange(item.name(), ItemChange.Kind.ADDED, said(item, false))));
        for (KicadItem item : a.items()) {
            KicadItem now = pairs.get(item);
            if (now == null) {
                items.add(new ItemChange(item.name(), ItemChange.Kind.REMOVED, said(item, true)));
            } else {
                changed(item, now, redrawn, items);
            }
        }
        items.sort(Comparator.comparing(ItemChange::kind).thenComparing(i -> i.name().replaceAll("[0-9].*", ""))
                .thenComparing(i -> i.name().length()).thenComparing(ItemChange::name));
        Set<String> come = new TreeSet<>(b.nets());
        come.removeAll(a.nets());
        Set<String> gone = new TreeSet<>(a.nets());
        gone.removeAll(b.nets());
        return new DrawingDiff(a.board() || b.board(), before == null, after == null, items, List.copyOf(come),
                List.copyOf(gone), counts(a.others(), b.others()), new DrawingDiff.Size(a.width(), a.height()),
                new DrawingDiff.Size(b.width(), b.height()), a.items().size(), b.items().size());
    }

    /// Pairs what is the same, then what has the same identity, then what has the same name. Items are told apart as objects: a file may
    /// hold one twice.
    private static Map<KicadItem, KicadItem> pairs(List<KicadItem> before, List<KicadItem> after) {
        Map<KicadItem, KicadItem> pairs = new IdentityHashMap<>();
        Set<KicadItem> met = Collections.newSetFromMap(new IdentityHashMap<>());
        pair(before, after, pairs, met, item -> item);
        pair(before, after, pairs, met, item -> item.id().isEmpty() ? item : item.id());
        pair(before, after, pairs, met, KicadItem::name);
        return pairs;
    }

    private static void pair(List<KicadItem> before, List<KicadItem> after, Map<KicadItem, KicadItem> pairs,
            Set<KicadItem> met, Function<KicadItem, Object> key) {
        Map<Object, Deque<KicadItem>> free = new HashMap<>();
        after.stream().filter(item -> !met.contains(item))
                .forEach(item -> free.computeIfAbsent(key.apply(item), _ -> new ArrayDeque<>()).add(item));
        for (KicadItem item : before) {
            Deque<KicadItem> same = pairs.containsKey(item) ? null : free.get(key.apply(item));
            if (same != null && !same.isEmpty()) {
                pairs.put(item, same.getFirst());
                met.add(same.removeFirst());
            }
        }
    }

    private static List<Field> said(KicadItem item, boolean gone) {
        var fields = new ArrayList<Field>();
        add(fields, "value", gone ? item.value() : "", gone ? "" : item.value());
        String kind = item.footprint().isEmpty() ? item.kind() : item.footprint();
        add(fields, "footprint", gone ? kind : "", gone ? "" : kind);
        return fields;
    }

    private static void changed(KicadItem a, KicadItem b, boolean redrawn, List<ItemChange> items) {
        var what = new ArrayList<Field>();
        add(what, "reference", a.name(), b.name());
        add(what, "value", a.value(), b.value());
        add(what, "kind", a.kind(), b.kind());
        add(what, "footprint", a.footprint(), b.footprint());
        maps("", a.fields(), b.fields(), what);
        maps("pad ", a.pads(), b.pads(), what);
        boolean turned = Math.abs(a.angle() - b.angle()) > NEAR || !a.side().equals(b.side());
        if (what.isEmpty() && !redrawn && !turned && a.shape() != b.shape()) {
            what.add(new Field("shape", "", ""));
        }
        ItemChange.Kind kind = what.isEmpty() ? ItemChange.Kind.MOVED : ItemChange.Kind.CHANGED;
        add(what, "side", a.side(), b.side());
        if (Math.abs(a.x() - b.x()) > NEAR || Math.abs(a.y() - b.y()) > NEAR) {
            what.add(new Field("position", place(a), place(b)));
        }
        if (Math.abs(a.angle() - b.angle()) > NEAR) {
            what.add(new Field("angle", number(a.angle()), number(b.angle())));
        }
        if (!what.isEmpty()) {
            items.add(new ItemChange(b.name(), kind, what));
        }
    }

    private static void maps(String prefix, SequencedMap<String, String> a, SequencedMap<String, String> b,
            List<Field> what) {
        Set<String> names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        names.forEach(name -> add(what, prefix + name, a.getOrDefault(name, ""), b.getOrDefault(name, "")));
    }

    private static void add(List<Field> what, String name, String before, String after) {
        if (!before.equals(after)) {
            what.add(new Field(name, before.isEmpty() ? null : before, after.isEmpty() ? null : after));
        }
    }

    private static String place(KicadItem item) {
        return number(item.x()) + ", " + number(item.y());
    }

    private static String number(double mm) {
        return new BigDecimal(mm).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }

    private static List<DrawingDiff.Count> counts(SequencedMap<String, List<Long>> a,
            SequencedMap<String, List<Long>> b) {
        Set<String> kinds = new TreeSet<>(a.keySet());
        kinds.addAll(b.keySet());
        var counts = new ArrayList<DrawingDiff.Count>();
        for (String kind : kinds) {
            List<Long> was = a.getOrDefault(kind, List.of());
            List<Long> is = b.getOrDefault(kind, List.of());
            int stayed = stayed(was, is);
            if (stayed < was.size() || stayed < is.size()) {
                counts.add(new DrawingDiff.Count(kind, was.size(), is.size(), is.size() - stayed,
                        was.size() - stayed));
            }
        }
        return counts;
    }

    private static int stayed(List<Long> was, List<Long> is) {
        Map<Long, Integer> left = new HashMap<>();
        was.forEach(hash -> left.merge(hash, 1, Integer::sum));
        int stayed = 0;
        for (Long hash : is) {
            int n = left.getOrDefault(hash, 0);
            if (n > 0) {
                left.put(hash, n - 1);
                stayed++;
            }
        }
        return stayed;
    }
}
