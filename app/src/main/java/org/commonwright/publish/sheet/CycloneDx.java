package org.commonwright.publish.sheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.BomLine;

/// A sheet as a CycloneDX 1.6 bill of devices: a component of type `device` for each row, those of a module inside it, with the
/// properties of the `cdx:device` taxonomy. The same sheet gives the same bytes: the serial number is reckoned from what the
/// sheet says, and there is no time in it. (CycloneDX 1.6 JSON reference; CycloneDX property taxonomy, `cdx:device`.)
final class CycloneDx {
    private static final String OURS = "commonwright:";

    private CycloneDx() {}

    static ObjectNode node(BomSheet sheet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        node.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        node.put("serialNumber", "urn:uuid:" + serial(sheet)).put("version", 1);
        node.putObject("metadata").set("component", root(sheet));
        ArrayNode components = node.putArray("components");
        Deque<ArrayNode> open = new ArrayDeque<>();
        open.push(components);
        for (int i = 0; i < sheet.rows().size(); i++) {
            SheetRow row = sheet.rows().get(i);
            while (open.size() > row.level()) {
                open.pop();
            }
            ObjectNode component = component(row, i + 1);
            open.element().add(component);
            boolean opens = i + 1 < sheet.rows().size() && sheet.rows().get(i + 1).level() > row.level();
            if (opens) {
                open.push(component.putArray("components"));
            }
        }
        return node;
    }

    private static String serial(BomSheet sheet) {
        return UUID.nameUUIDFromBytes(SheetJson.node(sheet).toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ObjectNode root(BomSheet sheet) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bom-ref", "design").put("type", "device").put("name", sheet.about().name());
        if (!sheet.about().version().isEmpty()) {
            root.put("version", sheet.about().version());
        }
        if (!sheet.about().licence().isEmpty()) {
            root.putArray("licenses").addObject().put("expression", sheet.about().licence());
        }
        ArrayNode properties = JsonNodeFactory.instance.arrayNode();
        property(properties, OURS + "revision", sheet.about().revision());
        property(properties, OURS + "pieces", String.valueOf(sheet.pieces()));
        root.set("properties", properties);
        return root;
    }

    private static ObjectNode component(SheetRow row, int number) {
        BomLine line = row.line();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("bom-ref", "row-" + number).put("type", "device");
        if (!line.manufacturer().isEmpty()) {
            node.putObject("manufacturer").put("name", line.manufacturer());
        }
        node.put("name", line.part());
        if (!line.description().isEmpty()) {
            node.put("description", line.description());
        }
        node.put("scope", line.fitted() ? "required" : "excluded");
        ArrayNode properties = node.putArray("properties");
        property(properties, "cdx:device:quantity", row.number());
        property(properties, OURS + "unit", row.quantity() == null ? "" : row.quantity().unit().symbol());
        property(properties, "cdx:device:location", String.join(" ", row.references()));
        property(properties, OURS + "mpn", line.mpn());
        property(properties, OURS + "kind", line.kind().word());
        property(properties, OURS + "file", String.join("; ", line.files()));
        property(properties, OURS + "process", line.process());
        property(properties, OURS + "material", line.material());
        for (Alternate alternate : line.alternates()) {
            property(properties, OURS + "alternate", alternate.toString());
        }
        return node;
    }

    private static void property(ArrayNode properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.addObject().put("name", name).put("value", value);
        }
    }
}
