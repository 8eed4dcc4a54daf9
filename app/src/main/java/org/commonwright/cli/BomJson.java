package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
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
                    .put("reason", messages.get(row.reason().key(), row.reason().arguments()))
                    .put("code", row.reason().key()).put("text", row.text());
        }
        problems(node.putArray("problems"), bom.problems());
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

    static void quantity(ObjectNode node, @Nullable Quantity quantity) {
        if (quantity == null) {
            node.putNull("quantity");
            node.putNull("unit");
        } else {
            node.put("quantity", quantity.number());
            node.put("unit", quantity.unit().symbol());
        }
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
