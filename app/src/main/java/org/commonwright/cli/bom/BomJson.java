package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.check.BomChecks;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.error.Place;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Bills of materials as JSON. Quantities are JSON numbers with their exact digits.
public final class BomJson {
    private final Messages messages;

    public BomJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode bom(Bom bom) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", bom.file());
        node.put("format", bom.format());
        node.put("container", bom.container());
        node.put("encoding", bom.encoding());
        node.put("rows", bom.rows());
        ArrayNode tables = node.putArray("tables");
        ListedOffers prices = ListedOffers.of(bom);
        for (int i = 0; i < bom.tables().size(); i++) {
            tables.add(table(bom.tables().get(i), prices.columns(i)));
        }
        ArrayNode lines = node.putArray("lines");
        bom.lines().forEach(line -> lines.add(line(line)));
        ArrayNode skipped = node.putArray("skipped");
        for (SkippedRow row : bom.skipped()) {
            where(skipped.addObject(), "sheet", row.sheet()).put("row", row.row())
                    .put("reason", text(row.reason()))
                    .put("code", row.reason().key()).put("text", row.text());
        }
        node.set("problems", ProblemsJson.of(
                Stream.concat(BomChecks.check(bom).stream(), prices.problems().stream()).toList(), messages));
        return node;
    }

    /// `sheet`, `row`, `columns[]` {`header`, `cell`, `meaning`, `samples[]`}: where a value of a line stands.
    private static ObjectNode table(Bom.Table table, List<Bom.ColumnAt> prices) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        where(node, "sheet", table.sheet()).put("row", table.row());
        ArrayNode columns = node.putArray("columns");
        for (int i = 0; i < table.headers().size(); i++) {
            int index = i;
            ObjectNode column = columns.addObject().put("header", table.headers().get(i))
                    .put("cell", Place.cell(table.row(), i + 1))
                    .put("meaning", table.meaning(i).or(() -> prices.stream().filter(at -> at.index() == index)
                            .map(Bom.ColumnAt::column).findFirst()).map(Column::header).orElse(""));
            texts(column.putArray("samples"), table.samples().get(i));
        }
        return node;
    }

    public ObjectNode line(BomLine line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        where(node, "sheet", line.sheet());
        where(node, "section", line.section());
        node.put("row", line.row());
        node.put("part", line.part());
        node.put("kind", line.kind().word());
        quantity(node, line.quantity());
        texts(node.putArray("references"), line.references());
        node.put("manufacturer", line.manufacturer());
        node.put("mpn", line.mpn());
        node.put("description", line.description());
        ArrayNode alternates = node.putArray("alternates");
        for (Alternate alternate : line.alternates()) {
            alternates.addObject().put("manufacturer", alternate.manufacturer()).put("mpn", alternate.mpn());
        }
        texts(node.putArray("files"), line.files());
        node.put("process", line.process());
        node.put("material", line.material());
        node.put("module", line.module());
        node.put("notes", line.notes());
        node.put("fitted", line.fitted());
        ObjectNode attributes = node.putObject("attributes");
        line.attributes().forEach(attributes::put);
        return node;
    }

    /// `added[]`, `removed[]`, `changed[]`, `meanings[]`.
    public ObjectNode diff(List<ModuleDiff> diffs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode added = node.putArray("added");
        ArrayNode removed = node.putArray("removed");
        ArrayNode changed = node.putArray("changed");
        for (ModuleDiff one : diffs) {
            one.diff().added().forEach(line -> added.add(line(line).put("module", one.module())));
            one.diff().removed().forEach(line -> removed.add(line(line).put("module", one.module())));
            for (CellChange cell : one.diff().changed()) {
                changed.addObject().put("part", cell.part()).put("module", one.module()).put("cell", cell.cell())
                        .put("before", cell.before()).put("after", cell.after()).put("row", cell.row());
            }
        }
        ArrayNode meanings = node.putArray("meanings");
        for (ModuleDiff one : diffs) {
            meanings.addAll(meanings(one.diff(), one.module()));
        }
        return node;
    }

    /// What cells and places of rows mean together: `moved`, `resourced`, `alternates`.
    public static List<ObjectNode> meanings(BomDiff diff, String module) {
        List<ObjectNode> found = new ArrayList<>();
        diff.resourced().forEach(one -> {
            ObjectNode node = meaning(found, "resourced", one.part(), module).put("row", one.row());
            ArrayNode cells = node.putArray("cells");
            one.cells().forEach(cell -> cells.addObject().put("cell", cell.cell()).put("before", cell.before())
                    .put("after", cell.after()));
        });
        diff.alternates().forEach(one -> {
            ObjectNode node = meaning(found, "alternates", one.part(), module).put("row", one.row());
            ArrayNode added = node.putArray("added");
            one.added().forEach(alternate -> added.add(alternate.toString()));
            ArrayNode removed = node.putArray("removed");
            one.removed().forEach(alternate -> removed.add(alternate.toString()));
        });
        diff.moved().forEach(one -> meaning(found, "moved", one.part(), module).put("from", one.from()).put("row",
                one.to()));
        return found;
    }

    private static ObjectNode meaning(List<ObjectNode> found, String what, String part, String module) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("what", what).put("part", part).put("module",
                module);
        found.add(node);
        return node;
    }

    /// `conflicts[]`.
    ObjectNode merge(MergeResult result, String written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", written);
        ArrayNode conflicts = node.putArray("conflicts");
        for (CellConflict one : result.conflicts()) {
            conflicts.addObject().put("part", one.part()).put("cell", one.cell()).put("base", one.base())
                    .put("ours", one.ours()).put("theirs", one.theirs()).put("row", one.row());
        }
        return node;
    }

    public static JsonNode money(@Nullable Money money) {
        return money == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.objectNode().put("amount", plain(money.amount())).put("currency",
                        money.currency());
    }

    /// Most files have neither sheets nor sections; there the field is left out.
    private static ObjectNode where(ObjectNode node, String field, String name) {
        return name.isEmpty() ? node : node.put(field, name);
    }

    private String text(Messages.Key key) {
        return messages.get(key.key(), key.arguments());
    }

    public static void quantity(ObjectNode node, @Nullable Quantity quantity) {
        if (quantity == null) {
            node.putNull("quantity");
            node.putNull("unit");
        } else {
            node.put("quantity", plain(quantity.number()));
            node.put("unit", quantity.unit().symbol());
        }
    }

    /// Without an exponent.
    static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
