package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.PrinterControl;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine extrude`: pushes filament, or pulls it back; heats first when it is told to.
final class MachineExtrudeCommand {
    private static final double NEAR = 2;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
        private String port = "";

        @Parameters(index = "1", paramLabel = "MM", description = "of filament")
        private double length;

        @Option(names = "--retract", description = "pulls it back")
        private boolean retract;

        @Option(names = "--rate", paramLabel = "MM/S", defaultValue = "3", description = "of the filament, 3 mm/s when not said")
        private double rate;

        @Option(names = "--nozzle", paramLabel = "CELSIUS", description = "heats the nozzle first, and waits until it is warm")
        private @Nullable Double nozzle;

        @Option(names = "--stay", description = "heaters stay on when the command ends")
        private boolean stay;

        @Option(names = "--json")
        private boolean json;
    }

    MachineExtrudeCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port port = Port.parse(options.port);
        Double celsius = options.nozzle;
        if (celsius != null) {
            Heaters.line("T", celsius);
        }
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(port, "commonwright machine extrude")) {
            if (options.stay || celsius == null) {
                session.leaveOn();
            }
            interrupts.waitOnExit(session);
            var control = new PrinterControl(session);
            if (celsius != null) {
                warm(control, celsius, interrupts.cancelledOnExit(context.progress()));
            }
            double length = options.retract ? -options.length : options.length;
            control.extrude(length, options.rate, context.progress());
            // It stands again before anything is switched off.
            session.ask("M400", context.progress());
            if (options.json) {
                context.json(new ObjectMapper().createObjectNode().put("port", options.port).put("mm", length));
            } else {
                context.say("printer.says-extruded", context.formats().number(length, 1));
            }
            return Exit.DONE;
        }
    }

    /// Heats the nozzle and waits until it is warm.
    static void warm(PrinterControl control, double celsius, Progress progress) throws InterruptedException {
        control.target("T", celsius);
        while (true) {
            Temperature nozzle = control.temperatures(progress).stream().filter(t -> t.heater().startsWith("T"))
                    .findFirst().orElseThrow(() -> new Fault("printer.cold-unknown"));
            progress.update(Math.clamp(nozzle.actual() / celsius, 0, 1));
            progress.check();
            if (nozzle.actual() >= celsius - NEAR) {
                return;
            }
            Thread.sleep(500);
        }
    }
}
