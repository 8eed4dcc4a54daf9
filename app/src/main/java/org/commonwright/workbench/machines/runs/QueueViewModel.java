package org.commonwright.workbench.machines.runs;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.queue.MachineQueue;
import org.commonwright.machine.queue.QueueItem;
import org.commonwright.machine.queue.Queues;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The queue of one connected machine. Nothing in it starts by itself.
public final class QueueViewModel {
    private final MachineId machine;
    private final Queues queues;
    private final Tasks tasks;
    private final Notices notices;
    private final InstantSource clock;
    private final Starting starting;
    private final ReadOnlyObjectWrapper<MachineQueue> queue = new ReadOnlyObjectWrapper<>(MachineQueue.EMPTY);
    private final ObservableList<QueueItem> items = FXCollections.observableArrayList();
    private volatile @Nullable String begun;

    /// @param outcome how the machine's last run ended; null while one goes on
    public QueueViewModel(MachineId machine, Queues queues, Tasks tasks, Notices notices, InstantSource clock,
            Starting starting, ObservableValue<@Nullable RunOutcome> outcome) {
        this.machine = machine;
        this.queues = queues;
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
        this.starting = starting;
        queue.subscribe(now -> items.setAll(now.items()));
        outcome.subscribe(ended -> {
            if (ended != null && begun != null) {
                begun = null;
                String word = ended.word();
                change(now -> now.end(word));
            }
        });
        refresh();
    }

    public ReadOnlyObjectProperty<MachineQueue> queue() {
        return queue.getReadOnlyProperty();
    }

    public ObservableList<QueueItem> items() {
        return items;
    }

    void refresh() {
        tasks.submit(title(), _ -> queues.read(machine), Outcome.of(queue::set, notices::fault));
    }

    public void add(List<Path> files, int copies) {
        tasks.submit(title(), watch -> {
            MachineQueue now = queues.read(machine);
            for (Path file : files) {
                watch.check();
                now = queues.add(machine, Program.read(file), copies, clock.instant());
            }
            return now;
        }, Outcome.of(queue::set, this::told));
    }

    void remove(List<String> ids) {
        change(now -> {
            MachineQueue left = now;
            for (String id : ids) {
                left = left.remove(id);
            }
            return left;
        });
    }

    /// @param by places down; negative for up
    void move(String id, int by) {
        change(now -> now.move(id, now.items().indexOf(now.item(id)) + 1 + by));
    }

    void copies(String id, int copies) {
        change(now -> now.copies(id, copies));
    }

    void pause(boolean paused) {
        change(now -> now.pause(paused));
    }

    void clearPlate() {
        change(MachineQueue::clearPlate);
    }

    /// Looks at the next one with the eyes of the machine, and hands it over.
    public void look(Consumer<Ready> then) {
        tasks.submit(title(), watch -> {
            Optional<QueueItem> item = queues.read(machine).next();
            return item.map(next -> {
                Program program = queues.program(next);
                return new Ready(next, program, starting.look(program, watch));
            });
        }, Outcome.<Optional<Ready>>of(ready -> ready.ifPresent(then), this::told));
    }

    /// What would be made now, and what speaks against it.
    public record Ready(QueueItem item, Program program, List<Problem> findings) {
        public Ready {
            findings = List.copyOf(findings);
        }
    }

    /// Begins it. The person has looked at the machine and at what was found, and said so.
    public void begin(Ready ready) {
        tasks.submit(title(), _ -> queues.change(machine, MachineQueue::clearPlate),
                Outcome.of(_ -> start(ready), this::told));
    }

    private void start(Ready ready) {
        starting.start(ready.program(), journal -> {
            queues.change(machine, now -> now.begin(ready.item().id(), journal));
            begun = journal;
        }, this::takeBack);
    }

    private void takeBack() {
        String journal = begun;
        if (journal != null) {
            begun = null;
            tasks.submit(title(), _ -> queues.takeBack(machine, journal), Outcome.of(queue::set, this::told));
        }
    }

    private void told(Fault fault) {
        notices.fault(fault);
        refresh();
    }

    private void change(UnaryOperator<MachineQueue> how) {
        tasks.submit(title(), _ -> queues.change(machine, how), Outcome.of(queue::set, this::told));
    }

    private Messages.Key title() {
        return Messages.Key.of("queue.working", machine.text());
    }
}
