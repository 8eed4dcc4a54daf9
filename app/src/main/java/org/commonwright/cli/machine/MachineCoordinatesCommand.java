package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.mill.AxisWords;
import org.commonwright.machine.mill.ParserState;
import org.commonwright.machine.mill.WorkCoordinates;
import org.commonwright.machine.mill.WorkSystems;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine coordinates`: where a mill's zeros are, and setting them. Moves nothing.
final class MachineCoordinatesCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "a device, tcp://host:port or virtual:grbl")
        private String port = "";

        @Option(names = "--select", paramLabel = "SYSTEM", description = "makes a system the active one: G54 to G59")
        private @Nullable String select;

        @Option(names = "--zero", paramLabel = "AXES", description = "calls the place of the tool zero in the active system: X,Y; or another value: Z1.5")
        private @Nullable String zero;

        @Option(names = "--shift", paramLabel = "AXES", description = "the same by G92, for all systems, until the next reset")
        private @Nullable String shift;

        @Option(names = "--clear-shift", description = "takes the shift of G92 away")
        private boolean clearShift;

        @Option(names = "--tool-length", paramLabel = "MM", description = "the tool is this much longer than the one that the zero was set with (G43.1); 0 takes it away")
        private @Nullable Double toolLength;

        @Option(names = "--json")
        private boolean json;
    }

    MachineCoordinatesCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        var zero = options.zero == null ? null : AxisWords.parse(options.zero);
        var shift = options.shift == null ? null : AxisWords.parse(options.shift);
        try (Session session = new Machines().connect(Port.parse(options.port), "commonwright machine coordinates")) {
            var coordinates = new WorkCoordinates(session);
            coordinates.modes(context.progress());
            MachineCommand.awaitStatus(session);
            if (options.select != null) {
                coordinates.select(options.select, context.progress());
            }
            if (options.clearShift) {
                coordinates.clearShift(context.progress());
            }
            if (options.toolLength != null && options.toolLength == 0) {
                coordinates.clearToolLength(context.progress());
            } else if (options.toolLength != null) {
                coordinates.toolLength(options.toolLength, context.progress());
            }
            if (zero != null) {
                coordinates.set(zero, context.progress());
            }
            if (shift != null) {
                coordinates.shift(shift, context.progress());
            }
            WorkSystems systems = coordinates.read(context.progress());
            ParserState modes = coordinates.modes(context.progress());
            tell(systems, modes, Objects.requireNonNullElse(session.status().machine(), Position.ORIGIN));
        }
        return Exit.DONE;
    }

    private void tell(WorkSystems systems, ParserState modes, Position machine) {
        if (options.json) {
            context.json(json(systems, modes, machine));
            return;
        }
        if (systems.blank() > 0) {
            context.say("grbl.says-blank", systems.blank());
        }
        systems.systems().forEach((name, zero) -> context.say(
                name.equals(systems.active()) ? "grbl.says-system-active" : "grbl.says-system", name, text(zero)));
        systems.places().forEach((name, place) -> context.say("grbl.says-system", name, text(place)));
        context.say("grbl.says-system", "G92", text(systems.shift()));
        context.say("grbl.says-tool-length", number(systems.toolLength()));
        context.say("grbl.says-position", text(machine.minus(systems.offset())), text(machine));
        modes.words().forEach(word -> ParserState.meaning(word).ifPresent(
                meaning -> context.say("grbl.says-mode", word, meaning)));
    }

    private String text(Position p) {
        return "X " + number(p.x()) + "  Y " + number(p.y()) + "  Z " + number(p.z());
    }

    private String number(double value) {
        return context.formats().number(value, 3);
    }

    private ObjectNode json(WorkSystems systems, ParserState modes, Position machine) {
        ObjectNode node = JSON.createObjectNode().put("port", options.port).put("active", systems.active());
        ObjectNode zeros = node.putObject("systems");
        systems.systems().forEach((name, zero) -> array(zeros, name, zero));
        ObjectNode places = node.putObject("places");
        systems.places().forEach((name, place) -> array(places, name, place));
        array(node, "shift_mm", systems.shift());
        node.put("tool_length_mm", systems.toolLength());
        array(node.putObject("probe").put("touched", systems.probe().found()), "machine_mm", systems.probe().at());
        array(node, "machine_position_mm", machine);
        array(node, "work_position_mm", machine.minus(systems.offset()));
        List<String> words = modes.words();
        words.forEach(node.putArray("modes")::add);
        return node.put("blank_places", systems.blank());
    }

    private static void array(ObjectNode node, String name, Position p) {
        node.putArray(name).add(round(p.x())).add(round(p.y())).add(round(p.z()));
    }

    private static double round(double mm) {
        return Math.rint(mm * 10_000) / 10_000 + 0.0;
    }
}
