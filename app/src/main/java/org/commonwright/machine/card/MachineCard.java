package org.commonwright.machine.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a person says of one machine.
///
/// @param name what people call it; empty for none
public record MachineCard(String name, PowerModel power, Filament filament, Camera camera) {
    public static final MachineCard EMPTY = new MachineCard("", PowerModel.UNKNOWN, Filament.USUAL, Camera.NONE);
    static final int VERSION = 1;
    private static final double MOST_WATTS = 100_000;
    private static final int LONGEST_NAME = 80;

    public MachineCard withName(String newName) {
        return new MachineCard(plain(newName), power, filament, camera);
    }

    public MachineCard withPower(PowerModel newPower) {
        return new MachineCard(name, newPower, filament, camera);
    }

    public MachineCard withFilament(Filament newFilament) {
        return new MachineCard(name, power, newFilament, camera);
    }

    public MachineCard withCamera(Camera newCamera) {
        return new MachineCard(name, power, filament, newCamera);
    }

    public ObjectNode json() {
        ObjectNode node = new ObjectMapper().createObjectNode().put("version", VERSION).put("name", name);
        node.putObject("watts").put("idle", power.idle()).put("motion", power.motion()).put("hotend", power.hotend())
                .put("bed", power.bed()).put("spindle", power.spindle());
        node.putObject("filament").put("diameter", filament.diameter()).put("density", filament.density());
        node.putObject("camera").put("url", camera.url()).put("seconds", camera.seconds());
        return node;
    }

    static MachineCard of(JsonNode node) {
        JsonNode watts = node.path("watts");
        JsonNode filament = node.path("filament");
        JsonNode camera = node.path("camera");
        return new MachineCard(plain(node.path("name").asText()),
                new PowerModel(watts(watts, "idle"), watts(watts, "motion"), watts(watts, "hotend"),
                        watts(watts, "bed"), watts(watts, "spindle")),
                new Filament(Math.clamp(filament.path("diameter").asDouble(Filament.USUAL.diameter()), 0.1, 10),
                        Math.clamp(filament.path("density").asDouble(), 0, 30)),
                Camera.of(camera.path("url").asText(), Math.max(1, camera.path("seconds").asInt(1))));
    }

    private static double watts(JsonNode node, String name) {
        return Math.clamp(node.path(name).asDouble(), 0, MOST_WATTS);
    }

    private static String plain(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", " ").strip();
        return visible.substring(0, Math.min(LONGEST_NAME, visible.length()));
    }
}
