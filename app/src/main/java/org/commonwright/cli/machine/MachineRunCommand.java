package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.heightmap.LevelMark;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.RecordedRun;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.mill.CheckMode;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine run`: looks at the program first, then streams it, with a journal.
final class MachineRunCommand {
    private final CliContext context;
    private final MachineJson json;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port, virtual:grbl or virtual:marlin, octoprint+http://host:port or moonraker+http://host:port")
        private String port = "";

        @Parameters(index = "1", paramLabel = "FILE")
        private @Nullable Path file;

        @Option(names = "--speed", description = "of a virtual machine's time: 1 as a real machine, 0 without waiting (the default)")
        private @Nullable Double speed;

        @Option(names = "--wait", paramLabel = "SECONDS", description = "how long the machine may take to say its first word; 8 without")
        private @Nullable Integer wait;

        @Option(names = "--job", defaultValue = "", description = "the job that this run is for, noted in the journal")
        private String job = "";

        @Option(names = "--answer", paramLabel = "N", description = "answers each question of the machine with this choice, from 0; without, type the number")
        private @Nullable Integer answer;

        @Mixin
        private final HostConnecting.Options key = new HostConnecting.Options();

        @Option(names = "--anyway", description = "also when something is found that will go wrong")
        private boolean anyway;

        @Option(names = "--check-first", description = "lets a GRBL machine read the whole program without moving before it runs")
        private boolean checkFirst;

        @Option(names = "--json")
        private boolean json;
    }

    MachineRunCommand(CliContext context, Options options) {
        this.context = context;
        this.json = new MachineJson(context.messages());
        this.options = options;
    }

    int run() throws InterruptedException {
        Path path = Objects.requireNonNull(options.file);
        Port where = withSpeed(Port.parse(options.port));
        if (where instanceof Port.Hosted hosted) {
            return new MachineHostCommand(context, hosted.address(), options.key).run(path, options.json);
        }
        Program program = Program.read(path);
        GcodeFile file = GcodeReader.read(program.open(), program.size(), program.name(), context.progress());
        var runs = new RecordedRun(History.of(context.folders()), InstantSource.system());
        MachineId machine = MachineId.of(where, SerialPorts.list());
        var piece = new RecordedRun.Piece(program, options.job, machine,
                MachineCards.of(context.folders()).read(machine));
        try (var interrupts = new Interrupts();
                Session session = MachineCommand.connect(where, options.wait);
                var _ = new MachinePrompts(context, session, options.answer)) {
            List<Problem> found = new FirstLook(context, options.port, options.anyway).look(program, file,
                    session.info(), MachineCommand.awaitStatus(session));
            interrupts.waitOnExit(session);
            if (options.checkFirst && !isTaken(new CheckMode(session).check(program, context.progress()))) {
                return Exit.NO;
            }
            RecordedRun.Ended ended = runs.run(session, piece, JournaledRun.BeforeFirstByte.NOTHING,
                    context.progress());
            tell(new JournaledRun.Ended(ended.outcome(), ended.record().id()), found, session, where,
                    LevelMark.in(program));
            return ended.outcome().isCompleted() ? Exit.DONE : Exit.NO;
        }
    }

    /// Tells of a check that failed; after one that did not the run tells the rest.
    private boolean isTaken(RunOutcome outcome) {
        if (outcome.isCompleted()) {
            return true;
        }
        String reason = outcome.end() instanceof RunOutcome.Failed failed
                ? context.messages().get(failed.reason())
                : context.messages().get("grbl.check-aborted");
        if (options.json) {
            ObjectNode node = json.outcome(outcome);
            context.json(node.put("outcome", "refused").put("reason", reason));
        } else {
            context.out().println(reason);
            context.say("grbl.says-check-failed");
        }
        return false;
    }

    private Port withSpeed(Port port) {
        if (!(port instanceof Port.Virtual virtual)) {
            return port;
        }
        double chosen = options.speed != null ? options.speed : options.port.contains("speed=") ? virtual.speed() : 0;
        return new Port.Virtual(virtual.kind(), chosen, virtual.faults());
    }

    private void tell(JournaledRun.Ended ended, List<Problem> found, Session session, Port port,
            Optional<LevelMark> levelled) {
        RunOutcome outcome = ended.outcome();
        if (options.json) {
            ObjectNode node = json.run(ended);
            levelled.ifPresent(mark -> node.putObject("height_map").put("name", mark.map()).put("sha256",
                    mark.id().hex()));
            ArrayNode findings = node.putArray("findings");
            found.forEach(problem -> findings.add(ProblemsJson.of(problem, context.messages())));
            MachineLinkCommand.run(node, context, session);
            context.json(node);
            return;
        }
        // Why it failed is said at the end, once.
        for (Problem problem : outcome.errors()) {
            if (!(outcome.end() instanceof RunOutcome.Failed(Problem reason) && reason.equals(problem))) {
                context.out().println(context.messages().get(problem));
            }
        }
        String key = switch (outcome.end()) {
            case RunOutcome.Completed _ -> "machine.says-completed";
            case RunOutcome.Aborted _ -> "machine.says-aborted";
            case RunOutcome.Failed _ -> "machine.says-failed";
        };
        context.say(key, outcome.progress().executed(), outcome.progress().lines(), outcome.progress().sent(),
                context.formats().number(outcome.seconds(), 1), ended.journal());
        if (outcome.end() instanceof RunOutcome.Failed failed) {
            context.out().println(context.messages().get(failed.reason()));
        }
    }
}
