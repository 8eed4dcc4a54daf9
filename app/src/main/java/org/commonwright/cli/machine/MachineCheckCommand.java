package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.FirmwareAccess;
import org.commonwright.machine.firmware.MachineMotion;
import org.commonwright.machine.preflight.Preflight;
import org.commonwright.machine.protocol.Program;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine check`: what can be known to go wrong with a program on a machine, and how long it would take there.
final class MachineCheckCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port, virtual:grbl or virtual:marlin")
        private String port = "";

        @Parameters(index = "1", paramLabel = "FILE")
        private @Nullable Path file;

        @Option(names = "--json")
        private boolean json;
    }

    MachineCheckCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Program program = Program.read(Objects.requireNonNull(options.file));
        GcodeFile file = GcodeReader.read(program.open(), program.size(), program.name(),
                context.progress());
        try (Session session = new Machines().connect(Port.parse(options.port), "commonwright machine check")) {
            var settings = new FirmwareAccess(session).read(context.progress());
            double seconds = TimeEstimator.estimate(file.toolpath(),
                    MachineMotion.of(settings, session.info().plannerBlocks())).seconds();
            List<Problem> found = Preflight.check(program, file, session.info(),
                    MachineCommand.awaitStatus(session), context.progress());
            boolean wrong = found.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
            tell(program, seconds, found);
            return wrong ? Exit.NO : Exit.DONE;
        }
    }

    private void tell(Program program, double seconds, List<Problem> found) {
        if (options.json) {
            ObjectNode node = JSON.createObjectNode().put("port", options.port).put("program", program.name())
                    .put("lines", program.lines()).put("seconds", Math.round(seconds * 10) / 10.0);
            ArrayNode list = node.putArray("findings");
            found.forEach(problem -> list.add(ProblemsJson.of(problem, context.messages())));
            context.json(node);
            return;
        }
        for (Problem problem : found) {
            context.out().println(context.messages().get(problem));
        }
        context.say("machine.says-checked", program.name(), found.size(),
                context.formats().duration(Duration.ofMillis((long) (seconds * 1000))));
    }
}
