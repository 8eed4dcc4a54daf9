package org.commonwright.cli.machine;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.machine.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `machine filament`: the printer's own change of filament, with its questions.
final class MachineFilamentCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Mixin
        private final NozzleFirst nozzle = new NozzleFirst();

        @Option(names = "--answer", paramLabel = "N", description = "answers each question of the machine with this choice, from 0; without, type the number")
        private @Nullable Integer answer;
    }

    MachineFilamentCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        try (var interrupts = new Interrupts();
                Session session = options.nozzle.connect("commonwright machine filament");
                var _ = new MachinePrompts(context, session, options.answer)) {
            interrupts.waitOnExit(session);
            options.nozzle.warm(session, context, interrupts);
            session.ask("M600", context.progress());
            options.nozzle.tell(context, node -> node.put("changed", true), "printer.says-changed");
            return Exit.DONE;
        }
    }
}
