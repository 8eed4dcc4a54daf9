package org.commonwright.machine.printer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/// Temperatures that suit a material, in °C.
///
/// @param chamber 0 where it does not matter
public record Material(String name, double nozzle, double bed, double chamber) {
    /// What most spools say.
    public static final List<Material> USUAL = List.of(new Material("PLA", 210, 60, 0),
            new Material("PETG", 240, 80, 0),
            new Material("ABS", 245, 100, 0), new Material("TPU", 225, 50, 0));
    private static final int MOST = 30;

    /// What it is to be for a heater of this letter.
    public double target(String heater) {
        return switch (heater.charAt(0)) {
            case 'B' -> bed;
            case 'C' -> chamber;
            default -> nozzle;
        };
    }

    /// Reads what [#toJson] wrote; what cannot be one is left out.
    ///
    /// @return the usual ones when nothing was ever kept
    public static List<Material> read(JsonNode node) {
        if (!node.isArray()) {
            return USUAL;
        }
        List<Material> materials = new ArrayList<>();
        for (JsonNode one : node) {
            var material = new Material(one.path("name").asText("").strip(), one.path("nozzle").asDouble(0),
                    one.path("bed").asDouble(0), one.path("chamber").asDouble(0));
            if (!material.name().isEmpty() && materials.size() < MOST) {
                materials.add(material);
            }
        }
        return List.copyOf(materials);
    }

    public static ArrayNode toJson(List<Material> materials) {
        ArrayNode list = new ObjectMapper().createArrayNode();
        materials.forEach(m -> list.addObject().put("name", m.name()).put("nozzle", m.nozzle()).put("bed", m.bed())
                .put("chamber", m.chamber()));
        return list;
    }
}
