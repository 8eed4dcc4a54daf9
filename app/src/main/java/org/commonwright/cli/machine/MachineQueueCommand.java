package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.RecordedRun;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.queue.MachineQueue;
import org.commonwright.machine.queue.QueueItem;
import org.commonwright.machine.queue.QueueJson;
import org.commonwright.machine.queue.QueueRun;
import org.commonwright.machine.queue.Queues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine queue`: what a machine is to make next.
final class MachineQueueCommand {
    private static final String HOLDER = "commonwright machine queue";

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "the machine, by its port")
        private String port = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "WHAT", description = "list (the default), add FILE, remove N, move N PLACE, copies N COUNT, pause, go, clear-plate (a person looked and says so), next (makes the next one)")
        private Verb verb = Verb.LIST;

        @Parameters(index = "2..*", arity = "0..*", paramLabel = "WITH", description = "what it is done with")
        private List<String> with = List.of();

        @Option(names = "--copies", paramLabel = "COUNT", defaultValue = "1", description = "how often an added program is made")
        private int copies;

        @Option(names = "--speed", description = "of a virtual machine's time: 1 as a real machine, 0 without waiting (the default)")
        private @Nullable Double speed;

        @Option(names = "--anyway", description = "also when something is found that will go wrong")
        private boolean anyway;

        @Option(names = "--json")
        private boolean json;
    }

    /// What can be done.
    enum Verb {
        LIST, ADD, REMOVE, MOVE, COPIES, PAUSE, GO, CLEAR_PLATE, NEXT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    MachineQueueCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port port = Port.parse(options.port);
        MachineId machine = MachineId.of(port, SerialPorts.list());
        Queues queues = Queues.of(context.folders());
        int code = Exit.DONE;
        switch (options.verb) {
            case LIST -> {
                // Shown below.
            }
            case ADD -> queues.add(machine, Program.read(Path.of(with(0))), options.copies, Instant.now());
            case REMOVE -> queues.change(machine, queue -> queue.remove(with(0)));
            case MOVE -> queues.change(machine, queue -> queue.move(with(0), number(1)));
            case COPIES -> queues.change(machine, queue -> queue.copies(with(0), number(1)));
            case PAUSE -> queues.change(machine, queue -> queue.pause(true));
            case GO -> queues.change(machine, queue -> queue.pause(false));
            case CLEAR_PLATE -> queues.change(machine, MachineQueue::clearPlate);
            case NEXT -> code = next(port, machine, queues);
        }
        show(machine, queues.read(machine));
        return code;
    }

    private int next(Port port, MachineId machine, Queues queues) throws InterruptedException {
        var runs = new RecordedRun(History.of(context.folders()), InstantSource.system());
        Port where = port instanceof Port.Virtual virtual && (options.speed != null || !options.port.contains("?"))
                ? new Port.Virtual(virtual.kind(), options.speed == null ? 0 : options.speed)
                : port;
        try (var interrupts = new Interrupts(); Session session = new Machines().connect(where, HOLDER)) {
            interrupts.waitOnExit(session);
            MachineStatus status = MachineCommand.awaitStatus(session);
            var first = new FirstLook(context, options.port, options.anyway);
            RecordedRun.Ended ended = new QueueRun(queues, runs).next(session, machine,
                    MachineCards.of(context.folders()).read(machine),
                    program -> first.look(program, session.info(), status), JournaledRun.BeforeFirstByte.NOTHING,
                    context.progress());
            if (!options.json) {
                new HistorySaying(context).line(ended.record());
            }
            return ended.outcome().isCompleted() ? Exit.DONE : Exit.NO;
        }
    }

    private void show(MachineId machine, MachineQueue queue) {
        if (options.json) {
            ObjectNode node = QueueJson.json(machine.text(), queue);
            context.json(node);
            return;
        }
        for (QueueItem item : queue.items()) {
            context.say("queue.says-item", item.id(), item.program(), item.done(), item.copies(), item.last());
        }
        if (queue.items().isEmpty()) {
            context.say("queue.says-empty", machine);
        }
        context.say(queue.running().isPresent()
                ? "queue.says-running"
                : queue.plateClear() ? "queue.says-clear" : "queue.says-not-clear");
        if (queue.paused()) {
            context.say("queue.says-paused");
        }
    }

    private String with(int n) {
        if (options.with.size() <= n) {
            throw new Fault("queue.says-what", options.verb.toString());
        }
        return options.with.get(n);
    }

    private int number(int n) {
        String text = with(n);
        if (!text.matches("[0-9]{1,6}")) {
            throw new Fault("queue.says-what", options.verb.toString());
        }
        return Integer.parseInt(text);
    }
}
