package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;

/// A schematic or a board of KiCad by its items.
///
/// @param board whether it is a board
/// @param added whether the file is new
/// @param removed whether the file is removed
/// @param items components that are not the same
/// @param netsAdded names of nets, or of labels in a schematic
/// @param counts what else is drawn, where it is not the same
/// @param sizeBefore of the board
/// @param componentsBefore how many there were
public record DrawingDiff(boolean board, boolean added, boolean removed, List<ItemChange> items,
        List<String> netsAdded, List<String> netsRemoved, List<Count> counts, Size sizeBefore, Size sizeAfter,
        int componentsBefore, int componentsAfter) implements FileDiff {
    private static final int MOST_NETS = 40;
    private static final int MOST_ITEMS = 500;
    private static final Map<String, String> WORDS = Map.of("reference", "filediff.item-reference", "value",
            "filediff.item-value", "footprint", "filediff.item-footprint", "position", "filediff.item-position",
            "angle", "filediff.item-angle", "side", "filediff.item-side", "shape", "filediff.item-shape", "kind",
            "filediff.item-kind");
    private static final Map<String, String> KINDS = Map.of("segment", "filediff.tracks", "via", "filediff.vias",
            "zone", "filediff.zones", "wire", "filediff.wires", "junction", "filediff.junctions", "sheet",
            "filediff.sheets", "power", "filediff.power", "setup", "filediff.setup", "layers", "filediff.layers");

    /// mm; 0 where no edge is drawn.
    public record Size(double width, double height) {}

    /// What is drawn of one kind.
    ///
    /// @param kind as KiCad calls it
    /// @param come how many are new or changed
    /// @param gone how many are removed or were otherwise
    public record Count(String kind, int before, int after, int come, int gone) {}

    public DrawingDiff {
        items = List.copyOf(items);
        netsAdded = List.copyOf(netsAdded);
        netsRemoved = List.copyOf(netsRemoved);
        counts = List.copyOf(counts);
    }

    @Override
    public List<Row> rows(Messages messages, Formats f) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(messages.get("filediff.components"), added ? null : f.number(componentsBefore, 0),
                removed ? null : f.number(componentsAfter, 0)));
        if (board && !sizeBefore.equals(sizeAfter)) {
            rows.add(new Row(messages.get("filediff.board-size"), added ? null : size(f, sizeBefore),
                    removed ? null : size(f, sizeAfter)));
        }
        if (!added && !removed) {
            items.stream().limit(MOST_ITEMS).forEach(item -> rows.add(row(messages, item)));
            if (items.size() > MOST_ITEMS) {
                rows.add(Row.said(messages.get("filediff.more", items.size() - MOST_ITEMS), ""));
            }
            nets(rows, messages.get(board ? "filediff.nets" : "filediff.labels"));
            counts.forEach(c -> rows.add(new Row(kind(messages, c.kind()), "", f.number(c.before(), 0) + " → "
                    + f.number(c.after(), 0) + "  (+" + f.number(c.come(), 0) + " −" + f.number(c.gone(), 0) + ")")));
            if (items.isEmpty() && counts.isEmpty() && netsAdded.isEmpty() && netsRemoved.isEmpty()) {
                rows.add(Row.said(messages.get("filediff.drawing-same"), ""));
            }
        }
        return rows;
    }

    private static Row row(Messages messages, ItemChange item) {
        String name = SafeText.of(item.name());
        String what = item.what().stream().map(field -> {
            String key = WORDS.get(field.name());
            return (key == null ? SafeText.of(field.name()) : messages.get(key)) + values(field, item.kind());
        }).collect(Collectors.joining("; "));
        return switch (item.kind()) {
            case ADDED -> new Row(name, null, what);
            case REMOVED -> new Row(name, what, null);
            case MOVED -> new Row(messages.get("filediff.moved", name), "", what);
            case CHANGED -> new Row(name, "", what);
        };
    }

    private static String values(Field field, ItemChange.Kind kind) {
        String before = field.before() == null ? "–" : SafeText.of(field.before());
        String after = field.after() == null ? "–" : SafeText.of(field.after());
        return switch (kind) {
            case ADDED -> " " + after;
            case REMOVED -> " " + before;
            case MOVED, CHANGED -> before.isEmpty() && after.isEmpty() ? "" : " " + before + " → " + after;
        };
    }

    private void nets(List<Row> rows, String word) {
        netsAdded.stream().limit(MOST_NETS).forEach(net -> rows.add(new Row(word, null, SafeText.of(net))));
        netsRemoved.stream().limit(MOST_NETS).forEach(net -> rows.add(new Row(word, SafeText.of(net), null)));
    }

    private static String kind(Messages messages, String kind) {
        String key = KINDS.get(kind);
        return key == null ? kind : messages.get(key);
    }

    private static String size(Formats f, Size size) {
        return size.width() == 0 ? "–" : f.number(size.width(), 2) + " × " + f.number(size.height(), 2) + " mm";
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", board ? "board" : "schematic").put("components_before", componentsBefore)
                .put("components_after", componentsAfter);
        ArrayNode list = node.putArray("items");
        items.forEach(item -> {
            ObjectNode one = list.addObject().put("reference", item.name()).put("what",
                    item.kind().name().toLowerCase(Locale.ROOT));
            ArrayNode fields = one.putArray("changed");
            item.what().forEach(field -> fields.addObject().put("field", field.name()).put("before", field.before())
                    .put("after", field.after()));
        });
        ArrayNode come = node.putArray("nets_added");
        netsAdded.forEach(come::add);
        ArrayNode gone = node.putArray("nets_removed");
        netsRemoved.forEach(gone::add);
        ObjectNode drawn = node.putObject("drawn");
        counts.forEach(c -> drawn.putObject(c.kind()).put("before", c.before()).put("after", c.after())
                .put("added", c.come()).put("removed", c.gone()));
        if (board) {
            node.putArray("size_before_mm").add(sizeBefore.width()).add(sizeBefore.height());
            node.putArray("size_after_mm").add(sizeAfter.width()).add(sizeAfter.height());
        }
    }
}
