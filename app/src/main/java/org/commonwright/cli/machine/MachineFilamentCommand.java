package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.PrinterControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine filament`: the printer's own change of filament, with its questions.
final class MachineFilamentCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
        private String port = "";

        @Option(names = "--nozzle", paramLabel = "CELSIUS", description = "heats the nozzle first, and waits until it is warm")
        private @Nullable Double nozzle;

        @Option(names = "--answer", paramLabel = "N", description = "answers each question of the machine with this choice, from 0; without, type the number")
        private @Nullable Integer answer;

        @Option(names = "--stay", description = "heaters stay on when the command ends")
        private boolean stay;

        @Option(names = "--json")
        private boolean json;
    }

    MachineFilamentCommand(CliContext context, Options options) {
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
                Session session = new Machines().connect(port, "commonwright machine filament");
                var _ = new MachinePrompts(context, session, options.answer)) {
            if (options.stay || celsius == null) {
                session.leaveOn();
            }
            interrupts.waitOnExit(session);
            if (celsius != null) {
                MachineExtrudeCommand.warm(new PrinterControl(session), celsius,
                        interrupts.cancelledOnExit(context.progress()));
            }
            session.ask("M600", context.progress());
            if (options.json) {
                context.json(new ObjectMapper().createObjectNode().put("port", options.port).put("changed", true));
            } else {
                context.say("printer.says-changed");
            }
            return Exit.DONE;
        }
    }
}
