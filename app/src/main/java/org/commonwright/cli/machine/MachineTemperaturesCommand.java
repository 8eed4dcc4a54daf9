package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.cli.frame.Shown;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.PrinterControl;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Pause;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine temperatures`: how warm a printer is, and how warm it is to be. What it heated is switched off again when it ends,
/// unless a person says that it stays on.
final class MachineTemperaturesCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
        private String port = "";

        @Option(names = "--nozzle", paramLabel = "CELSIUS", description = "what the nozzle is to reach, 0 for off")
        private @Nullable Double nozzle;

        @Option(names = "--bed", paramLabel = "CELSIUS", description = "what the bed is to reach, 0 for off")
        private @Nullable Double bed;

        @Option(names = "--chamber", paramLabel = "CELSIUS", description = "what the chamber is to reach, 0 for off")
        private @Nullable Double chamber;

        @Option(names = "--off", description = "switches all heaters off")
        private boolean off;

        @Option(names = "--watch", description = "tells the temperatures every second until Ctrl+C, then switches off what it heated; with --json one object a line")
        private boolean watch;

        @Option(names = "--for", paramLabel = "SECONDS", description = "ends --watch after so many seconds")
        private @Nullable Double seconds;

        @Option(names = "--stay", description = "heaters stay on when the command ends")
        private boolean stay;

        @Option(names = "--json")
        private boolean json;
    }

    MachineTemperaturesCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port port = Port.parse(options.port);
        Map<String, Double> targets = targets();
        if (targets.values().stream().anyMatch(target -> target > 0) && !options.watch && !options.stay) {
            throw new Fault("printer.stay-or-watch");
        }
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(port, "commonwright machine temperatures")) {
            if (options.stay || targets.isEmpty()) {
                session.leaveOn();
            }
            interrupts.waitOnExit(session);
            var control = new PrinterControl(session);
            targets.forEach(control::target);
            if (options.off) {
                control.coolDown();
            }
            long started = System.nanoTime();
            boolean told = tell(control);
            while (options.watch && (System.nanoTime() - started) / 1e9 < limit() && session.lost().isEmpty()) {
                Pause.millis(1000, context.progress());
                tell(control);
            }
            return told ? Exit.DONE : Exit.NO;
        }
    }

    private double limit() {
        Double seconds = options.seconds;
        return seconds == null ? Double.MAX_VALUE : seconds;
    }

    private Map<String, Double> targets() {
        Map<String, Double> targets = new LinkedHashMap<>();
        put(targets, "T", options.nozzle);
        put(targets, "B", options.bed);
        put(targets, "C", options.chamber);
        return targets;
    }

    private static void put(Map<String, Double> targets, String heater, @Nullable Double celsius) {
        if (celsius != null) {
            // Said before a machine is woken up.
            Heaters.line(heater, celsius);
            targets.put(heater, celsius);
        }
    }

    /// @return whether the machine told any
    private boolean tell(PrinterControl control) throws InterruptedException {
        List<Temperature> heaters = control.temperatures(context.progress());
        if (options.json) {
            ObjectNode node = JSON.createObjectNode().put("port", options.port);
            ArrayNode list = node.putArray("heaters");
            heaters.forEach(heater -> list.addObject().put("heater", heater.heater())
                    .put("name", name(heater)).put("celsius", heater.actual()).put("target", heater.target()));
            if (options.watch) {
                context.out().println(Shown.json(node.toString()));
            } else {
                context.json(node);
            }
        } else if (heaters.isEmpty()) {
            context.say("printer.says-none");
        } else {
            heaters.forEach(heater -> context.say(
                    heater.target() > 0 ? "printer.says-heater" : "printer.says-heater-off",
                    name(heater), context.formats().number(heater.actual(), 1),
                    context.formats().number(heater.target(), 0)));
        }
        return !heaters.isEmpty();
    }

    private String name(Temperature heater) {
        var name = Heaters.name(heater.heater());
        return context.messages().get(name.key(), name.arguments());
    }
}
