package org.commonwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.check.BomChecks;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.ModuleUse;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Bills of materials as JSON. Quantities are JSON numbers with their exact digits.
final class BomJson {
    private final Messages messages;

    BomJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode bom(Bom bom) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", bom.file());
        node.put("format", bom.format());
        node.put("encoding", bom.encoding());
        node.put("rows", bom.rows());
        ArrayNode lines = node.putArray("lines");
        bom.lines().forEach(line -> lines.add(line(line)));
        ArrayNode skipped = node.putArray("skipped");
        for (SkippedRow row : bom.skipped()) {
            skipped.addObject().put("row", row.row())
                    .put("reason", text(row.reason()))
                    .put("code", row.reason().key()).put("text", row.text());
        }
        problems(node.putArray("problems"), BomChecks.check(bom));
        return node;
    }

    ObjectNode line(BomLine line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
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

    /// `quantity`, `lines[]`, `modules[]`, `cost`, `complete`, `missing[]`, `problems[]`.
    ObjectNode rollup(RollupResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("quantity", result.quantity());
        ArrayNode lines = node.putArray("lines");
        result.lines().forEach(line -> lines.add(line(line)));
        ArrayNode modules = node.putArray("modules");
        for (ModuleUse use : result.modules()) {
            modules.addObject().put("path", use.path()).put("name", use.name()).put("quantity", plain(use.times()));
        }
        node.set("cost", money(result.cost()));
        node.put("complete", result.isComplete());
        ArrayNode missing = node.putArray("missing");
        for (Missing one : result.missing()) {
            missing.addObject().put("part", one.part()).put("reason", text(one.reason()))
                    .put("code", one.reason().key()).put("place", one.place().toString());
        }
        problems(node.putArray("problems"), result.problems());
        return node;
    }

    private ObjectNode line(RollupLine line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        BomLine first = line.first();
        node.put("part", line.part()).put("kind", line.kind().word());
        quantity(node, line.total());
        node.put("description", first.description()).put("manufacturer", first.manufacturer()).put("mpn", first.mpn());
        Purchase purchase = line.purchase();
        node.set("cost", purchase == null ? JsonNodeFactory.instance.nullNode() : money(purchase.cost()));
        if (purchase != null) {
            ObjectNode order = node.putObject("order");
            order.put("supplier", purchase.offer().supplier()).put("sku", purchase.offer().sku());
            quantity(order, purchase.ordered());
            order.put("unit_price", purchase.offer().unitPrice().amount());
            order.put("lead_time_days", purchase.offer().leadTimeDays());
        }
        ArrayNode sources = node.putArray("sources");
        for (Source source : line.sources()) {
            ObjectNode one = sources.addObject().put("module", source.module()).put("file", source.file())
                    .put("row", source.line().row());
            quantity(one, source.line().quantity());
            one.put("times", plain(source.times()));
        }
        return node;
    }

    /// `added[]`, `removed[]`, `changed[]`.
    ObjectNode diff(List<ModuleDiff> diffs) {
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

    static JsonNode money(@Nullable Money money) {
        return money == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.objectNode().put("amount", plain(money.amount())).put("currency",
                        money.currency());
    }

    private String text(Messages.Key key) {
        return messages.get(key.key(), key.arguments());
    }

    static void quantity(ObjectNode node, @Nullable Quantity quantity) {
        if (quantity == null) {
            node.putNull("quantity");
            node.putNull("unit");
        } else {
            node.put("quantity", plain(quantity.number()));
            node.put("unit", quantity.unit().symbol());
        }
    }

    /// Without an exponent.
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    void problems(ArrayNode array, List<Problem> problems) {
        for (Problem problem : problems) {
            ObjectNode node = array.addObject();
            node.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            node.put("code", problem.code());
            node.put("text", messages.get(problem.code(), problem.arguments()));
            Place place = problem.place();
            if (place != null) {
                node.put("file", place.file());
                node.put("row", place.line());
                node.put("column", place.column());
            }
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
