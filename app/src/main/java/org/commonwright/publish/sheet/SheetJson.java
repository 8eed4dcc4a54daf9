package org.commonwright.publish.sheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.bom.BomLine;
import org.commonwright.model.Quantity;

/// A sheet as JSON, format `commonwright-bom`, version 1. Quantities are numbers with their exact digits.
final class SheetJson {
    private SheetJson() {}

    static ObjectNode node(BomSheet sheet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", "commonwright-bom").put("version", 1);
        ObjectNode about = node.putObject("about");
        about.put("name", sheet.about().name()).put("version", sheet.about().version())
                .put("licence", sheet.about().licence()).put("revision", sheet.about().revision());
        node.put("pieces", sheet.pieces());
        ArrayNode lines = node.putArray("lines");
        sheet.rows().forEach(row -> lines.add(row(row)));
        return node;
    }

    private static ObjectNode row(SheetRow row) {
        BomLine line = row.line();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("level", row.level()).put("part", line.part()).put("kind", line.kind().word());
        Quantity quantity = row.quantity();
        if (quantity != null) {
            node.put("quantity", quantity.number()).put("unit", quantity.unit().symbol());
        }
        node.put("description", line.description()).put("manufacturer", line.manufacturer()).put("mpn", line.mpn());
        row.references().forEach(node.putArray("references")::add);
        line.files().forEach(node.putArray("files")::add);
        node.put("process", line.process()).put("material", line.material()).put("module", line.module());
        ArrayNode alternates = node.putArray("alternates");
        line.alternates().forEach(
                a -> alternates.addObject().put("manufacturer", a.manufacturer()).put("mpn", a.mpn()));
        node.put("notes", line.notes()).put("fitted", line.fitted());
        ObjectNode attributes = node.putObject("attributes");
        line.attributes().forEach(attributes::put);
        return node;
    }
}
