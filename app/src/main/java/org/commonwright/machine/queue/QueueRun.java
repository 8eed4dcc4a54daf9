package org.commonwright.machine.queue;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.history.RecordedRun;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// Makes the next thing of a queue. That it has begun, and that the plate is no longer clear, is on the disk before the first byte.
public final class QueueRun {
    private final Queues queues;
    private final RecordedRun runs;

    public QueueRun(Queues queues, RecordedRun runs) {
        this.queues = queues;
        this.runs = runs;
    }

    /// Runs it and waits for its end.
    ///
    /// @param look looks at the program before anything is begun; a fault of its own keeps the run from beginning
    /// @param before called with the journal's id before anything is sent
    /// @throws Fault `queue.empty`, `queue.plate`, `queue.is-running`, or when the program cannot be run here: then nothing was sent
    ///         and the plate still counts as clear
    public RecordedRun.Ended next(Session session, MachineId machine, MachineCard card,
            Consumer<Program> look, JournaledRun.BeforeFirstByte before, Progress progress) {
        MachineQueue now = queues.read(machine);
        QueueItem item = now.next().orElseThrow(() -> new Fault("queue.empty"));
        now.begin(item.id(), "");
        Program program = queues.program(item);
        look.accept(program);
        var begun = new AtomicReference<String>("");
        RecordedRun.Ended ended;
        try {
            ended = runs.run(session, new RecordedRun.Piece(program, "", machine, card), journal -> {
                before.journal(journal);
                queues.change(machine, queue -> queue.begin(item.id(), journal));
                begun.set(journal);
            }, progress);
        } catch (Fault fault) {
            takeBack(machine, begun.get(), fault);
            throw fault;
        }
        String outcome = ended.outcome().word();
        queues.change(machine, queue -> queue.end(outcome));
        return ended;
    }

    private void takeBack(MachineId machine, String journal, Fault why) {
        if (journal.isEmpty()) {
            return;
        }
        try {
            queues.takeBack(machine, journal);
        } catch (Fault fault) {
            // Why nothing runs is what a person needs to know first.
            why.addSuppressed(fault);
        }
    }
}
