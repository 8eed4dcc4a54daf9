package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.PrinterControl;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine fan`: the speed of the fan that cools the part.
final class MachineFanCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
        private String port = "";

        @Parameters(index = "1", paramLabel = "PERCENT", description = "0 to 100")
        private double percent;

        @Option(names = "--json")
        private boolean json;
    }

    MachineFanCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse(options.port), "commonwright machine fan")) {
            session.leaveOn();
            new PrinterControl(session).fan(options.percent);
            if (options.json) {
                context.json(
                        new ObjectMapper().createObjectNode().put("port", options.port).put("fan", options.percent));
            } else {
                context.say("printer.says-fan", context.formats().number(options.percent, 0));
            }
            return Exit.DONE;
        }
    }
}
