package org.commonwright.cli.machine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.mill.MillAct;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.task.Progress;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine do`: one thing that an operator tells a machine at once, then the state that came of it.
final class MachineDoCommand {
    private static final int HOMING_SECONDS = 180;
    private static final double SETTLES_SECONDS = 4;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:grbl")
        private String port = "";

        @Parameters(index = "1", paramLabel = "WHAT", description = "hold, resume, door, reset, sleep, unlock, home, abort, spindle-stop, flood, mist; feed-up, feed-down, feed-normal, the same with spindle, and rapid-full, rapid-half, rapid-quarter")
        private String what = "";

        @Option(names = "--json")
        private boolean json;
    }

    MachineDoCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Optional<MillAct> act = Arrays.stream(MillAct.values()).filter(a -> a.word().equals(options.what)).findFirst();
        if (act.isEmpty() && !options.what.equals("abort")) {
            throw new Fault("grbl.no-act", options.what,
                    Arrays.stream(MillAct.values()).map(MillAct::word).collect(Collectors.joining(", ")) + ", abort");
        }
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(Port.parse(options.port), MachineCommand.HOLDER)) {
            interrupts.stopOnExit(session);
            MachineStatus now = MachineCommand.awaitStatus(session);
            if (act.isEmpty()) {
                session.abort();
            } else {
                act(session, act.get(), now);
            }
            MachineStatus after = settled(session, act.orElse(MillAct.RESET));
            MachineStateCommand.tell(context, options.port, session, after, options.json);
            boolean locked = after.state() == MachineState.ALARM
                    && act.filter(a -> a == MillAct.UNLOCK || a == MillAct.HOME).isPresent();
            return locked ? Exit.NO : Exit.DONE;
        }
    }

    private void act(Session session, MillAct act, MachineStatus now) throws InterruptedException {
        boolean grbl = session.info().dialect().equals("grbl");
        boolean known = act == MillAct.HOLD || act == MillAct.RESUME || act == MillAct.HOME || act == MillAct.UNLOCK;
        if (!grbl && !known) {
            throw new Fault("grbl.only", session.info().firmware());
        }
        Optional<Messages.Key> blocked = grbl ? act.blocked(session.info(), now) : Optional.empty();
        if (blocked.isPresent()) {
            throw new Fault("grbl.act-blocked", options.what, blocked.get());
        }
        if (grbl && act == MillAct.HOME) {
            session.ask("$H", HOMING_SECONDS, context.progress());
        } else {
            act.tell(session);
        }
    }

    /// The state once a new report brought it; a reset takes a moment to say its banner.
    private static MachineStatus settled(Session session, MillAct act) throws InterruptedException {
        long end = System.nanoTime() + (long) (SETTLES_SECONDS * 1e9);
        MachineStatus now = session.status();
        for (int reports = act == MillAct.RESET || act == MillAct.UNLOCK ? 3 : 2; reports > 0; reports--) {
            MachineStatus old = now;
            now = session.awaitStatus(status -> status != old, (end - System.nanoTime()) / 1e9, Progress.NONE);
        }
        return now;
    }
}
