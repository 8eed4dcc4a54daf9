package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.Heaters;
import org.commonwright.machine.printer.PrinterControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What every command is asked that moves filament: at which port, how warm the nozzle is to be before, and whether it stays so.
final class NozzleFirst {
    @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
    private String port = "";

    @Option(names = "--nozzle", paramLabel = "CELSIUS", description = "heats the nozzle first, and waits until it is warm")
    private @Nullable Double nozzle;

    @Option(names = "--stay", description = "heaters stay on when the command ends")
    private boolean stay;

    @Option(names = "--json")
    private boolean json;

    /// Connects. Heaters go off at the end where this heats and they are not to stay.
    ///
    /// @throws org.commonwright.error.Fault before anything is opened when the temperature is none
    Session connect(String holder) throws InterruptedException {
        Port where = Port.parse(port);
        Double celsius = nozzle;
        if (celsius != null) {
            Heaters.line("T", celsius);
        }
        Session session = new Machines().connect(where, holder);
        if (stay || celsius == null) {
            session.leaveOn();
        }
        return session;
    }

    /// Heats the nozzle where that was asked for, and waits until it is warm.
    void warm(Session session, CliContext context, Interrupts interrupts) throws InterruptedException {
        Double celsius = nozzle;
        if (celsius != null) {
            new PrinterControl(session).warm(celsius, interrupts.cancelledOnExit(context.progress()));
        }
    }

    /// Says what was done: in the JSON object, or in a sentence.
    void tell(CliContext context, Consumer<ObjectNode> done, String key, Object... arguments) {
        if (json) {
            ObjectNode node = new ObjectMapper().createObjectNode().put("port", port);
            done.accept(node);
            context.json(node);
        } else {
            context.say(key, arguments);
        }
    }
}
