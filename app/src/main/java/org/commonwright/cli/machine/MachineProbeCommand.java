package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.mill.Axis;
import org.commonwright.machine.mill.AxisWords;
import org.commonwright.machine.mill.Probing;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine probe`: moves until the probe touches. "No" when it does not.
final class MachineProbeCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "a device, tcp://host:port or virtual:grbl")
        private String port = "";

        @Option(names = "--to", paramLabel = "WAY", required = true, description = "axis and farthest way from here, mm: Z-10 is up to 10 mm down")
        private String to = "";

        @Option(names = "--feed", paramLabel = "MM/MIN", defaultValue = "50", description = "speed, mm/min (50 by default)")
        private double feed;

        @Option(names = "--plate", paramLabel = "MM", description = "puts the zero of the active system there: under a plate so thick, or for X and Y beside a tip of that radius")
        private @Nullable Double plate;

        @Option(names = "--retract", paramLabel = "MM", defaultValue = "2", description = "goes back so far after the contact (2 mm by default)")
        private double retract;

        @Option(names = "--json")
        private boolean json;
    }

    MachineProbeCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Map<Axis, Double> way = AxisWords.parse(options.to);
        if (way.size() != 1) {
            throw new Fault("grbl.bad-axes", options.to);
        }
        Axis axis = way.keySet().iterator().next();
        var task = new Probing.Task(axis, way.get(axis), options.feed, Optional.ofNullable(options.plate),
                options.retract);
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(Port.parse(options.port), "commonwright machine probe")) {
            interrupts.stopOnExit(session);
            Probing.Found found = new Probing(session).probe(task, context.progress());
            tell(found);
            return found.contact().found() ? Exit.DONE : Exit.NO;
        }
    }

    private void tell(Probing.Found found) {
        Axis axis = found.axis();
        if (options.json) {
            ObjectNode node = JSON.createObjectNode().put("port", options.port)
                    .put("touched", found.contact().found()).put("axis", axis.name())
                    .put("zeroed", found.zeroed());
            array(node, "machine_mm", found.contact().at());
            array(node, "work_mm", found.work());
            context.json(node);
        } else if (found.contact().found()) {
            context.say("grbl.says-touched", axis, number(axis.of(found.work())),
                    number(axis.of(found.contact().at())));
            if (found.zeroed()) {
                context.say("grbl.says-zeroed", axis);
            }
        } else {
            context.say("grbl.says-not-touched", axis,
                    number(Math.abs(found.distance())));
        }
    }

    private String number(double value) {
        return context.formats().number(value, 3);
    }

    private static void array(ObjectNode node, String name, Position p) {
        node.putArray(name).add(p.x()).add(p.y()).add(p.z());
    }
}
