package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.cli.frame.Shown;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.PrinterControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine adjust`: speed, flow, the nozzle's height, the bed's shape, motors.
final class MachineAdjustCommand {
    private final CliContext context;
    private final Options options;
    private final ObjectNode node = new ObjectMapper().createObjectNode();

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
        private String port = "";

        @Option(names = "--feed", paramLabel = "PERCENT", description = "how fast programs move")
        private @Nullable Double feed;

        @Option(names = "--flow", paramLabel = "PERCENT", description = "how much filament programs push")
        private @Nullable Double flow;

        @Option(names = "--z", paramLabel = "MM", description = "shifts the nozzle by a small step; up is positive")
        private @Nullable Double step;

        @Option(names = "--level", description = "homes, then measures the bed; the printer moves")
        private boolean level;

        @Option(names = "--motors-off", description = "lets the motors go; the position is lost")
        private boolean motorsOff;

        @Option(names = "--json")
        private boolean json;
    }

    MachineAdjustCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        boolean nothing = options.feed == null && options.flow == null && options.step == null && !options.level
                && !options.motorsOff;
        if (nothing) {
            throw new Fault("printer.adjust-what");
        }
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(Port.parse(options.port), "commonwright machine adjust")) {
            interrupts.waitOnExit(session);
            var control = new PrinterControl(session);
            node.put("port", options.port);
            set("feed", options.feed, control::feed);
            set("flow", options.flow, control::flow);
            set("z", options.step, control::babystep);
            if (options.level) {
                List<String> said = control.level(context.progress());
                said.forEach(node.putArray("bed")::add);
                if (!options.json) {
                    said.forEach(line -> context.out().println(Shown.text(line)));
                }
            }
            if (options.motorsOff) {
                control.motorsOff();
                node.put("motors", "off");
            }
            // What was sent has been taken, or refused in words.
            session.ask("M105", context.progress());
            if (options.json) {
                context.json(node);
            } else {
                context.say("printer.says-adjusted");
            }
            return Exit.DONE;
        }
    }

    private void set(String name, @Nullable Double value, DoubleConsumer what) {
        if (value != null) {
            what.accept(value);
            node.put(name, value);
        }
    }
}
