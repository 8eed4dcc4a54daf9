package org.commonwright.cli.machine;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.PrinterControl;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine extrude`: pushes filament, or pulls it back; heats first when it is told to.
final class MachineExtrudeCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Mixin
        private final NozzleFirst nozzle = new NozzleFirst();

        @Parameters(index = "1", paramLabel = "MM", description = "of filament")
        private double length;

        @Option(names = "--retract", description = "pulls it back")
        private boolean retract;

        @Option(names = "--rate", paramLabel = "MM/S", defaultValue = "3", description = "of the filament, 3 mm/s when not said")
        private double rate;
    }

    MachineExtrudeCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        try (var interrupts = new Interrupts();
                Session session = options.nozzle.connect("commonwright machine extrude")) {
            interrupts.waitOnExit(session);
            options.nozzle.warm(session, context, interrupts);
            double length = options.retract ? -options.length : options.length;
            new PrinterControl(session).extrude(length, options.rate, context.progress());
            // It stands again before anything is switched off.
            session.ask("M400", context.progress());
            options.nozzle.tell(context, node -> node.put("mm", length), "printer.says-extruded",
                    context.formats().number(length, 1));
            return Exit.DONE;
        }
    }
}
