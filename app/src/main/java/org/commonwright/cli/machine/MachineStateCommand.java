package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.grbl.GrblCode;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine state`: what a machine reports now.
final class MachineStateCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "a device, tcp://host:port, virtual:grbl or virtual:marlin")
        private String port = "";

        @Option(names = "--json")
        private boolean json;
    }

    MachineStateCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse(options.port), MachineCommand.HOLDER)) {
            tell(context, options.port, session, MachineCommand.awaitStatus(session), options.json);
        }
        return Exit.DONE;
    }

    /// Says a state, for this command and those that change it.
    static void tell(CliContext context, String port, Session session, MachineStatus status, boolean json) {
        boolean grbl = session.info().dialect().equals("grbl");
        Messages.@Nullable Key reason = grbl && status.state() == MachineState.ALARM && status.code() > 0
                ? GrblCode.alarm(status.code(), session.info().firmware())
                : null;
        String state = status.state().name().toLowerCase(Locale.ROOT);
        if (json) {
            ObjectNode node = JSON.createObjectNode().put("port", port).put("state", state).put("code", status.code());
            if (reason != null) {
                node.put("reason", context.messages().get(reason.key(), reason.arguments()));
            }
            array(node, "machine_position_mm", status.machine());
            array(node, "work_position_mm", status.work());
            node.put("feed_mm_min", status.feed()).put("spindle_rpm", status.spindle());
            node.putObject("overrides").put("feed", status.overrides().feed()).put("rapid", status.overrides().rapid())
                    .put("spindle", status.overrides().spindle());
            node.put("on", status.overrides().accessories()).put("pins", status.pins());
            context.json(node);
            return;
        }
        context.say("grbl.says-state", port, state, status.code());
        if (reason != null) {
            context.out().println(context.messages().get(reason.key(), reason.arguments()));
        }
        Position at = status.work() == null ? status.machine() : status.work();
        if (at != null) {
            context.say("grbl.says-at", at.x(), at.y(), at.z());
        }
        context.say("grbl.says-speeds", status.feed(), status.spindle(), status.overrides().feed(),
                status.overrides().rapid(), status.overrides().spindle());
    }

    private static void array(ObjectNode node, String name, @Nullable Position p) {
        if (p != null) {
            node.putArray(name).add(p.x()).add(p.y()).add(p.z());
        }
    }
}
