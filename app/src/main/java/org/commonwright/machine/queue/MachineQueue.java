package org.commonwright.machine.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;

/// The queue of one machine. A run may begin only after a person said that the plate is clear, and each run uses that word up.
///
/// @param paused after the next confirmation nothing is offered to begin at once; so it is after each failure
/// @param plateClear a person said so, and nothing was begun since
/// @param running what is being made now
public record MachineQueue(List<QueueItem> items, boolean paused, boolean plateClear, Optional<Running> running) {
    public static final MachineQueue EMPTY = new MachineQueue(List.of(), false, false, Optional.empty());
    public static final int MOST_COPIES = 10_000;
    private static final int MOST_ITEMS = 10_000;

    /// A run under way.
    public record Running(String item, String journal) {}

    public MachineQueue {
        items = List.copyOf(items);
    }

    /// @throws Fault `queue.full`
    public MachineQueue add(QueueItem item) {
        if (items.size() >= MOST_ITEMS) {
            throw new Fault("queue.full", MOST_ITEMS);
        }
        var more = new ArrayList<>(items);
        more.add(item);
        return with(more);
    }

    /// @throws Fault `queue.no-item`, `queue.is-running`
    public MachineQueue remove(String id) {
        var fewer = new ArrayList<>(items);
        fewer.remove(resting(id));
        return with(fewer);
    }

    /// @param place from 1
    /// @throws Fault `queue.no-item`
    public MachineQueue move(String id, int place) {
        QueueItem item = item(id);
        var other = new ArrayList<>(items);
        other.remove(item);
        other.add(Math.clamp(place - 1L, 0, other.size()), item);
        return with(other);
    }

    /// @throws Fault `queue.no-item`, `queue.bad-copies`
    public MachineQueue copies(String id, int copies) {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new Fault("queue.bad-copies", copies, MOST_COPIES);
        }
        return with(
                items.stream().map(item -> item.id().equals(item(id).id()) ? item.withCopies(copies) : item).toList());
    }

    public MachineQueue pause(boolean now) {
        return new MachineQueue(items, now, plateClear, running);
    }

    /// A person looked: the plate is clear.
    ///
    /// @throws Fault `queue.is-running`
    public MachineQueue clearPlate() {
        running.ifPresent(run -> {
            throw new Fault("queue.is-running", run.item());
        });
        return new MachineQueue(items, paused, true, running);
    }

    /// What would be made next.
    public Optional<QueueItem> next() {
        return items.stream().filter(item -> item.left() > 0).findFirst();
    }

    /// @throws Fault `queue.no-item`
    public QueueItem item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst()
                .orElseThrow(() -> new Fault("queue.no-item", id));
    }

    /// A run begins.
    ///
    /// @throws Fault `queue.is-running`, `queue.plate`
    public MachineQueue begin(String id, String journal) {
        resting(id);
        if (!plateClear) {
            throw new Fault("queue.plate");
        }
        return new MachineQueue(items, paused, false, Optional.of(new Running(id, journal)));
    }

    /// The run has ended. Whatever did not complete stays, and pauses the queue.
    public MachineQueue end(String outcome) {
        if (running.isEmpty()) {
            return this;
        }
        String id = running.get().item();
        boolean completed = outcome.equals("completed");
        List<QueueItem> left = items.stream().map(item -> item.id().equals(id) ? item.tried(outcome, completed) : item)
                .filter(item -> item.left() > 0).toList();
        return new MachineQueue(left, paused || !completed, false, Optional.empty());
    }

    /// A run that had begun was refused, and nothing of it was sent: the plate is as clear as it was.
    MachineQueue takeBack() {
        return new MachineQueue(items, paused, true, Optional.empty());
    }

    private QueueItem resting(String id) {
        running.ifPresent(run -> {
            throw new Fault("queue.is-running", run.item());
        });
        return item(id);
    }

    private MachineQueue with(List<QueueItem> newItems) {
        return new MachineQueue(newItems, paused, plateClear, running);
    }
}
