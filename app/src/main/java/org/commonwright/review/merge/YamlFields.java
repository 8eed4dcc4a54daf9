package org.commonwright.review.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.commonwright.review.merge.FieldMerge.Field;
import org.commonwright.review.merge.YamlMerge.Piece;
import org.jspecify.annotations.Nullable;

/// The three-way rule for blocks of YAML, item by item; below an item where both sides changed something else in it.
final class YamlFields {
    /// @return empty when one of them cannot be taken apart
    Optional<List<Piece>> merge(String base, String ours, String theirs) {
        return merge("", base, ours, theirs);
    }

    private Optional<List<Piece>> merge(String path, String base, String ours, String theirs) {
        Optional<YamlBlock> b = YamlBlock.of(base);
        Optional<YamlBlock> o = YamlBlock.of(ours);
        Optional<YamlBlock> t = YamlBlock.of(theirs);
        return b.isPresent() && o.isPresent() && t.isPresent() && isAlike(o.get(), t.get())
                && (b.get().items().isEmpty() || isAlike(b.get(), o.get()))
                        ? Optional.of(new Blocks(path, b.get(), o.get(), t.get()).pieces())
                        : Optional.empty();
    }

    private static boolean isAlike(YamlBlock a, YamlBlock b) {
        return a.indent() == b.indent() && a.list() == b.list() && !a.items().isEmpty() && !b.items().isEmpty();
    }

    private static SequencedMap<String, YamlItem> byId(YamlBlock block) {
        var items = new LinkedHashMap<String, YamlItem>();
        block.items().forEach(item -> items.put(item.id(), item));
        return items;
    }

    /// Three blocks that are being merged.
    private final class Blocks {
        /// Stands for what comes before all items; no id has an end of line in front.
        private static final String FIRST = "\n";
        private final String path;
        private final SequencedMap<String, YamlItem> base;
        private final SequencedMap<String, YamlItem> ours;
        private final SequencedMap<String, YamlItem> theirs;
        private final String tail;

        Blocks(String path, YamlBlock base, YamlBlock ours, YamlBlock theirs) {
            this.path = path;
            this.base = byId(base);
            this.ours = byId(ours);
            this.theirs = byId(theirs);
            this.tail = ManifestMerge.notes(base.tail(), ours.tail(), theirs.tail());
        }

        List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            String carried = "";
            for (String id : order()) {
                String lead = lead(id);
                List<Piece> item = item(id);
                if (!item.isEmpty()) {
                    pieces.add(new Piece.Lines(carried + lead));
                    pieces.addAll(item);
                    carried = "";
                } else if (!lead.equals(lead(base.get(id)))) {
                    // The item goes; what was noted above it since stays.
                    carried += lead;
                }
            }
            pieces.add(new Piece.Lines(carried + tail));
            return pieces;
        }

        /// Ours' order; what only theirs has stands behind what it follows there.
        private List<String> order() {
            Map<String, String> next = new HashMap<>();
            String before = FIRST;
            for (String id : theirs.keySet()) {
                if (!ours.containsKey(id)) {
                    next.put(before, id);
                }
                before = id;
            }
            List<String> order = new ArrayList<>();
            Stream.concat(Stream.of(FIRST), ours.keySet().stream())
                    .forEach(id -> Stream.iterate(id, Objects::nonNull, next::get).forEach(order::add));
            order.removeFirst();
            return order;
        }

        private List<Piece> item(String id) {
            YamlItem b = base.get(id);
            YamlItem o = ours.get(id);
            YamlItem t = theirs.get(id);
            if (same(o, t) || same(b, t)) {
                return lines(o);
            }
            if (same(b, o)) {
                return lines(t);
            }
            return o == null || t == null
                    ? asked(path + id, b, o, t)
                    : below(path + id + "\n", b, o, t).orElseGet(() -> asked(path + id, b, o, t));
        }

        /// Where both changed the same map or list, its own items are looked at.
        private Optional<List<Piece>> below(String at, @Nullable YamlItem b, YamlItem o, YamlItem t) {
            String head = o.head();
            boolean opens = head.stripTrailing().endsWith(":") && head.equals(t.head())
                    && (b == null || head.equals(b.head()));
            if (opens) {
                return merge(at, b == null ? "" : b.body(), o.body(), t.body()).map(pieces -> {
                    List<Piece> all = new ArrayList<>(List.of(new Piece.Lines(head + "\n")));
                    all.addAll(pieces);
                    return all;
                });
            }
            Optional<String> base = b == null ? Optional.of("") : YamlBlock.inside(b.text());
            Optional<String> ours = YamlBlock.inside(o.text());
            Optional<String> theirs = YamlBlock.inside(t.text());
            return o.text().stripLeading().startsWith("-") && base.isPresent() && ours.isPresent()
                    && theirs.isPresent()
                            ? merge(at, base.get(), ours.get(), theirs.get())
                                    .flatMap(pieces -> dashed(pieces, o.text()))
                            : Optional.empty();
        }

        /// The dash back in front; it has a place only where the first line is settled and is no comment.
        private static Optional<List<Piece>> dashed(List<Piece> pieces, String element) {
            int dash = element.indexOf('-');
            List<Piece> rest = new ArrayList<>(pieces);
            while (!rest.isEmpty() && rest.getFirst() instanceof Piece.Lines(var text) && text.isEmpty()) {
                rest.removeFirst();
            }
            if (rest.isEmpty() || !(rest.getFirst() instanceof Piece.Lines(var first))
                    || first.length() <= dash + 1 || !first.substring(0, dash + 1).isBlank()
                    || first.stripLeading().startsWith("#") || first.startsWith("\n")) {
                return Optional.empty();
            }
            rest.set(0, new Piece.Lines(first.substring(0, dash) + "-" + first.substring(dash + 1)));
            return Optional.of(rest);
        }

        private String lead(String id) {
            return ManifestMerge.notes(lead(base.get(id)), lead(ours.get(id)), lead(theirs.get(id)));
        }

        private static String lead(@Nullable YamlItem item) {
            return item == null ? "" : item.lead();
        }

        private static List<Piece> lines(@Nullable YamlItem item) {
            return item == null ? List.of() : List.of(new Piece.Lines(item.text()));
        }

        private static List<Piece> asked(String id, @Nullable YamlItem b, @Nullable YamlItem o, @Nullable YamlItem t) {
            return List.of(new Piece.Asked(new Field(id, text(b), text(o), text(t))));
        }

        private static String text(@Nullable YamlItem item) {
            return item == null ? "" : item.text();
        }

        private static boolean same(@Nullable YamlItem a, @Nullable YamlItem b) {
            return a == null ? b == null : b != null && a.saysLike(b);
        }
    }
}
