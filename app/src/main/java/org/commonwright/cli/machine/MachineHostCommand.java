package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.host.HostInfo;
import org.commonwright.machine.host.HostJob;
import org.commonwright.machine.host.HostMachine;
import org.commonwright.machine.host.HostOutcome;
import org.commonwright.machine.host.HostStatus;
import org.commonwright.machine.host.HostWords;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;

/// `machine info` and `machine run` where a host runs the machine.
final class MachineHostCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final HostAddress address;
    private final HostConnecting.Options options;

    MachineHostCommand(CliContext context, HostAddress address, HostConnecting.Options options) {
        this.context = context;
        this.address = address;
        this.options = options;
    }

    int info(boolean asJson) {
        try (HostMachine machine = new HostConnecting(context).connect(address, options)) {
            HostInfo info = machine.info();
            HostStatus status = machine.status(context.progress());
            if (asJson) {
                context.json(json(info, status));
                return Exit.DONE;
            }
            context.say("hosts.says-info", address, info.software(), info.version(), info.firmware(),
                    HostWords.of(status.state()), status.words());
            status.temperatures()
                    .forEach(heater -> context.say("hosts.says-heater", heater.heater(), heater.actual(),
                            heater.target()));
            if (!status.job().file().isEmpty()) {
                context.say("hosts.says-file", status.job().file(), percent(status.job().fraction()));
            }
            return Exit.DONE;
        }
    }

    private ObjectNode json(HostInfo info, HostStatus status) {
        ObjectNode node = JSON.createObjectNode().put("port", address.toString()).put("host", info.software())
                .put("version", info.version()).put("firmware", info.firmware())
                .put("state", status.state().name().toLowerCase(Locale.ROOT)).put("words", status.words());
        ArrayNode heaters = node.putArray("temperatures");
        status.temperatures().forEach(heater -> heaters.addObject().put("heater", heater.heater())
                .put("actual", heater.actual()).put("target", heater.target()));
        HostJob job = status.job();
        if (!job.file().isEmpty()) {
            node.putObject("job").put("file", job.file()).put("phase", job.phase().name().toLowerCase(Locale.ROOT))
                    .put("fraction", known(job.fraction())).put("seconds", known(job.seconds()))
                    .put("seconds_left", known(job.left()));
        }
        return node;
    }

    int run(Path file, boolean asJson) {
        Program program = Program.read(file);
        try (var interrupts = new Interrupts();
                HostMachine machine = new HostConnecting(context).connect(address, options)) {
            HostOutcome outcome = machine.run(program, _ -> {}, interrupts.cancelledOnExit(context.progress()));
            tell(outcome, program, asJson);
            return outcome.isCompleted() ? Exit.DONE : Exit.NO;
        }
    }

    private void tell(HostOutcome outcome, Program program, boolean asJson) {
        if (asJson) {
            ObjectNode node = JSON.createObjectNode().put("outcome", outcome.word()).put("port", address.toString())
                    .put("file", outcome.file()).put("lines", program.lines())
                    .put("fraction", known(outcome.fraction())).put("seconds", known(outcome.seconds()));
            if (outcome.end() instanceof RunOutcome.Failed failed) {
                node.put("reason", context.messages().get(failed.reason())).put("reason_code", failed.reason().code());
            }
            // The host sent the lines: nobody here can say which were executed.
            node.putNull("executed").putNull("journal");
            context.json(node);
            return;
        }
        switch (outcome.end()) {
            case RunOutcome.Completed _ -> context.say("hosts.says-completed", address, outcome.file(),
                    context.formats().duration(Duration.ofMillis((long) (Math.max(0, outcome.seconds()) * 1000))));
            case RunOutcome.Aborted _ -> context.say("hosts.says-aborted", address, outcome.file(),
                    percent(outcome.fraction()));
            case RunOutcome.Failed failed -> {
                context.say("hosts.says-failed", address, outcome.file(), percent(outcome.fraction()));
                context.out().println(context.messages().get(failed.reason()));
            }
        }
        context.say("hosts.says-no-journal");
    }

    private static Object percent(double fraction) {
        return fraction < 0 ? "?" : Math.round(fraction * 100);
    }

    private static Double known(double value) {
        return value < 0 ? null : value;
    }
}
