package org.commonwright.cli.machine;

import java.io.IOException;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.mill.BuildOption;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine list`, `machine info`, `machine run`: machines on a wire.
@Command(name = "machine", description = "Machines: find, ask, run programs on them, see what became of a run, practise on virtual ones.")
public final class MachineCommand implements NounCommand {
    static final String HOLDER = "commonwright machine";
    private static final double FIRST_REPORT_SECONDS = 2;
    private static final int LONGEST_WAIT = 86_400;

    private final CliContext context;
    private final MachineJson json;

    public MachineCommand(CliContext context) {
        this.context = context;
        this.json = new MachineJson(context.messages());
    }

    @Command(name = "list", description = "The ports there are.")
    int list(@Option(names = "--json") boolean asJson) {
        return new MachineListCommand(context, SerialPorts.list()).run(asJson);
    }

    @Command(name = "info", description = "What the machine at a port says it is.")
    int info(@Parameters(paramLabel = "PORT") String port, @Mixin HostConnecting.Options key,
            @Option(names = "--wait", paramLabel = "SECONDS", description = "how long it may take to say its first word; 8 without") @Nullable Integer wait,
            @Option(names = "--json") boolean asJson) throws InterruptedException {
        Port where = Port.parse(port);
        if (where instanceof Port.Hosted hosted) {
            return new MachineHostCommand(context, hosted.address(), key).info(asJson);
        }
        try (Session session = connect(where, wait)) {
            MachineInfo info = session.info();
            MachineStatus status = awaitStatus(session);
            if (asJson) {
                context.json(json.info(port, info, status));
                return Exit.DONE;
            }
            context.say("machine.says-info", port, info.firmware(), info.version(), info.receiveBytes(),
                    info.plannerBlocks(), status.state().name().toLowerCase(context.messages().locale()));
            if (info.dialect().equals("grbl")) {
                info.capabilities().forEach(letter -> BuildOption.meaning(letter)
                        .ifPresent(meaning -> context.say("grbl.says-option", letter, meaning)));
            }
            info.settings().forEach((name, value) -> context.out().println(name + " = " + value));
            return Exit.DONE;
        }
    }

    /// @param seconds how long it may take to say its first word; null for the usual
    /// @throws Fault `machine.bad-wait`, and what connecting throws
    static Session connect(Port port, @Nullable Integer seconds) throws InterruptedException {
        if (seconds != null && (seconds < 1 || seconds > LONGEST_WAIT)) {
            throw new Fault("machine.bad-wait", seconds, LONGEST_WAIT);
        }
        var machines = new Machines();
        return machines.connect(port, HOLDER, seconds == null ? machines.patience() : seconds, Progress.NONE);
    }

    /// The first report comes a moment after the handshake.
    static MachineStatus awaitStatus(Session session) throws InterruptedException {
        return session.awaitStatus(status -> status.state() != MachineState.CONNECTING, FIRST_REPORT_SECONDS,
                Progress.NONE);
    }

    @Command(name = "check", description = "Looks at a program with the eyes of the machine that is to run it. Sends none of it.")
    int check(@Mixin MachineCheckCommand.Options options) throws InterruptedException {
        return new MachineCheckCommand(context, options).run();
    }

    @Command(name = "run", description = "Looks at a program, then streams it, with a journal. Ctrl+C aborts in order.")
    int run(@Mixin MachineRunCommand.Options options) throws InterruptedException {
        return new MachineRunCommand(context, options).run();
    }

    @Command(name = "state", description = "What a machine reports now: state, position, speeds, overrides, inputs.")
    int state(@Mixin MachineStateCommand.Options options) throws InterruptedException {
        return new MachineStateCommand(context, options).run();
    }

    @Command(name = "do", description = "Tells a machine one thing at once: hold, resume, home, unlock, door, reset, overrides; then says its state.")
    int act(@Mixin MachineDoCommand.Options options) throws InterruptedException {
        return new MachineDoCommand(context, options).run();
    }

    @Command(name = "coordinates", description = "Where a mill's zeros are, its places, shift and tool length; sets them. Moves nothing.")
    int coordinates(@Mixin MachineCoordinatesCommand.Options options) throws InterruptedException {
        return new MachineCoordinatesCommand(context, options).run();
    }

    @Command(name = "probe", description = "Moves a mill until its probe touches, at most so far; sets the zero there with --plate.")
    int probe(@Mixin MachineProbeCommand.Options options) throws InterruptedException {
        return new MachineProbeCommand(context, options).run();
    }

    @Command(name = "key", description = "The API key of a host (OctoPrint, Moonraker): tried, then kept where only you may read it.")
    int key(@Mixin MachineKeyCommand.Options options) {
        return new MachineKeyCommand(context, options).run();
    }

    @Command(name = "journal", description = "Runs that did not come to their end: what was done, and what a resume would send. Sends nothing.")
    int journal(@Mixin MachineJournalCommand.Options options) throws InterruptedException {
        return new MachineJournalCommand(context, options).run();
    }

    @Command(name = "queue", description = "What a machine is to make next. Nothing in it starts by itself: a person says that the plate is clear, and next makes the next one.")
    int queue(@Mixin MachineQueueCommand.Options options) throws InterruptedException {
        return new MachineQueueCommand(context, options).run();
    }

    @Command(name = "history", description = "The runs of this computer: time beside the estimate, material, energy, outcome, what was said, what a person found.")
    int history(@Mixin MachineHistoryCommand.Options options) {
        return new MachineHistoryCommand(context, options).run();
    }

    @Command(name = "card", description = "What a machine cannot say itself: its name, what it draws, what it prints with, where its camera is.")
    int card(@Mixin MachineCardCommand.Options options) {
        return new MachineCardCommand(context, options).run();
    }

    @Command(name = "settings", description = "The settings of a machine's firmware: lists, saves, compares, changes them and puts them back. Writes nothing without --write.")
    int settings(@Mixin MachineSettingsCommand.Options options) throws InterruptedException {
        return new MachineSettingsCommand(context, options).run();
    }

    @Command(name = "link", description = "How well the link to a machine works: round trip, damage, what keeps it back. Asks what changes nothing.")
    int link(@Mixin MachineLinkCommand.Options options) throws InterruptedException {
        return new MachineLinkCommand(context, options).run();
    }

    @Command(name = "heightmap", description = "Probes how uneven the surface under a program is, and keeps it as a map. Ctrl+C lifts the tool and keeps what was probed.")
    int heightmap(@Mixin MachineHeightmapCommand.Options options) throws InterruptedException {
        return new MachineHeightmapCommand(context, options).run();
    }

    @Command(name = "pads", description = "The gamepads there are, what is pressed on them, and what their buttons do. Moves nothing.")
    int pads(@Mixin MachinePadsCommand.Options options) throws InterruptedException {
        return new MachinePadsCommand(context, options).run();
    }

    @Command(name = "temperatures", description = "How warm a printer is, and how warm it is to be.")
    int temperatures(@Mixin MachineTemperaturesCommand.Options options) throws InterruptedException {
        return new MachineTemperaturesCommand(context, options).run();
    }

    @Command(name = "extrude", description = "Pushes a printer's filament, or pulls it back. Refused while the nozzle is cold.")
    int extrude(@Mixin MachineExtrudeCommand.Options options) throws InterruptedException {
        return new MachineExtrudeCommand(context, options).run();
    }

    @Command(name = "filament", description = "The printer's own change of filament, with its questions.")
    int filament(@Mixin MachineFilamentCommand.Options options) throws InterruptedException {
        return new MachineFilamentCommand(context, options).run();
    }

    @Command(name = "adjust", description = "A printer's speed, flow, height of the nozzle, shape of the bed, motors.")
    int adjust(@Mixin MachineAdjustCommand.Options options) throws InterruptedException {
        return new MachineAdjustCommand(context, options).run();
    }

    @Command(name = "fan", description = "Sets the fan that cools the part.")
    int fan(@Mixin MachineFanCommand.Options options) throws InterruptedException {
        return new MachineFanCommand(context, options).run();
    }

    @Command(name = "sd", description = "The card in a printer: lists it, prints from it, writes to it.")
    int sd(@Mixin MachineSdCommand.Options options) throws InterruptedException {
        return new MachineSdCommand(context, options).run();
    }

    @Command(name = "macros", description = "The macros there are, with their lines and parameters.")
    int macros(
            @Option(names = "--file", paramLabel = "FILE", description = "a macros.toml of a design (otherwise your own)") @Nullable Path file,
            @Option(names = "--json") boolean asJson) {
        return new MachineMacrosCommand(context).run(file, asJson);
    }

    @Command(name = "macro", description = "Sends the lines of a macro one by one, its parameters filled in. A design's macro runs only with --trust.")
    int macro(@Mixin MachineMacroCommand.Options options) throws InterruptedException {
        return new MachineMacroCommand(context, options).run();
    }

    @Command(name = "simulate", description = "A virtual machine for any program to talk to, until Ctrl+C.")
    int simulate(@Mixin MachineSimulateCommand.Options options) throws IOException, InterruptedException {
        return new MachineSimulateCommand(context, options).run();
    }

    @Command(name = "boards", description = "The Arduino boards that can be written to, and which of them the ports say they are.")
    int boards(@Option(names = "--json") boolean asJson) {
        return new MachineBoardsCommand(context, asJson).run();
    }

    @Command(name = "flash", description = "Writes a program into an Arduino board, and compares what is in it then. Ends with 1 when it did not succeed.")
    int flash(@Mixin MachineFlashCommand.Options options) throws InterruptedException {
        return new MachineFlashCommand(context, options).run();
    }

    @Command(name = "monitor", description = "What a board says, as text, or its numbers as CSV; until Ctrl+C.")
    int monitor(@Mixin MachineMonitorCommand.Options options) throws InterruptedException {
        return new MachineMonitorCommand(context, options).run();
    }
}
