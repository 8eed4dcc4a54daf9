package org.commonwright.machine.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.FileGuard;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.protocol.Program;
import org.commonwright.settings.AppFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The queues of this computer's machines, one file each, with copies of the programs in them. Several processes may change them: one
/// at a time.
///
/// @param folder where they are
/// @param journals what became of a run whose end nobody wrote down
public record Queues(Path folder, Path journals) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(Queues.class);
    private static final String END = ".json";
    private static final long LIMIT = 32L << 20;

    public static Queues of(AppFolders folders) {
        return new Queues(folders.data().resolve("queues"), Journals.folder(folders));
    }

    /// As it is now. A run that was cut off counts as tried, and pauses the queue.
    ///
    /// @throws Fault `files.not-read`, `queue.damaged`, `queue.newer`
    public MachineQueue read(MachineId machine) {
        MachineQueue queue = stored(machine);
        return queue.running().flatMap(this::cutOff).map(queue::end).orElse(queue);
    }

    private MachineQueue stored(MachineId machine) {
        return stored(file(machine));
    }

    private static MachineQueue stored(Path file) {
        byte[] bytes = PlainFiles.readIfThere(file, LIMIT);
        if (bytes == null) {
            return MachineQueue.EMPTY;
        }
        try {
            return QueueJson.of(JSON.readTree(bytes), file.toString());
        } catch (IOException e) {
            throw new Fault(e, "queue.damaged", file);
        }
    }

    private Optional<String> cutOff(MachineQueue.Running run) {
        Optional<JournalReport> report = report(run);
        return report.isEmpty()
                ? Optional.of("killed")
                : report.filter(j -> !j.running()).map(j -> j.ended().orElse("killed"));
    }

    private Optional<JournalReport> report(MachineQueue.Running run) {
        return Journals.all(journals).stream().filter(j -> j.head().id().equals(run.journal())).findFirst();
    }

    /// A run that had begun was refused before anything was sent: its journal is gone, and it does not count as tried. A run
    /// that has a journal stays what it is.
    ///
    /// @return the queue as it then is
    /// @throws Fault as [#change]; when the run's journal is there and cannot be read, why: it may have begun
    public MachineQueue takeBack(MachineId machine, String journal) {
        return change(machine, this::stored, queue -> queue.running()
                .filter(run -> run.journal().equals(journal)
                        && Journals.exactly(journals, journal).isEmpty())
                .map(_ -> queue.takeBack()).orElse(queue));
    }

    /// @return the queue as it then is
    /// @throws Fault as [#read], `files.not-written`, or the change's own: then nothing is changed
    public MachineQueue change(MachineId machine, UnaryOperator<MachineQueue> how) {
        return change(machine, this::read, how);
    }

    private MachineQueue change(MachineId machine, Function<MachineId, MachineQueue> now,
            UnaryOperator<MachineQueue> how) {
        Path lock = folder.resolve("lock");
        try (var _ = FileGuard.take(lock)) {
            Set<String> waited = hashes(stored(machine));
            MachineQueue changed = how.apply(now.apply(machine));
            AtomicFiles.replace(file(machine), QueueJson.json(machine.text(), changed).toPrettyString() + "\n");
            if (!hashes(changed).containsAll(waited)) {
                clearCopies();
            }
            return changed;
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", lock, Reason.of(e));
        }
    }

    /// Adds a program at the end; a copy of it is kept, so that what was added is what is run.
    ///
    /// @throws Fault as [#change], `queue.bad-copies`
    public MachineQueue add(MachineId machine, Program program, int copies, Instant now) {
        if (copies < 1 || copies > MachineQueue.MOST_COPIES) {
            throw new Fault("queue.bad-copies", copies, MachineQueue.MOST_COPIES);
        }
        return change(machine, queue -> {
            MachineQueue more = queue.add(new QueueItem(free(queue), program.name(), program.hash().hex(),
                    program.lines(), copies, 0, now, ""));
            copies().keep(program);
            return more;
        });
    }

    private ProgramCopies copies() {
        return new ProgramCopies(folder.resolve("programs"));
    }

    /// While one queue cannot be read nobody knows what waits in it, and every copy stays. One that cannot be deleted now goes with a
    /// later one; the change of the queue is made all the same.
    private void clearCopies() {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> waiting = new HashSet<>();
            for (Path file : files.filter(f -> f.toString().endsWith(END)).toList()) {
                waiting.addAll(hashes(stored(file)));
            }
            copies().keepOnly(waiting);
        } catch (IOException | Fault e) {
            LOG.warn("copies of programs stay", e);
        }
    }

    private static Set<String> hashes(MachineQueue queue) {
        return queue.items().stream().map(QueueItem::hash).collect(Collectors.toSet());
    }

    /// The smallest number that no item has.
    private static String free(MachineQueue queue) {
        Set<String> taken = queue.items().stream().map(QueueItem::id).collect(Collectors.toSet());
        return Stream.iterate(1, n -> n + 1).map(String::valueOf).filter(id -> !taken.contains(id)).findFirst()
                .orElseThrow();
    }

    /// The program of an item, as it was added.
    ///
    /// @throws Fault `files.not-read`, `queue.changed` when the copy is no longer that
    public Program program(QueueItem item) {
        return copies().read(item);
    }

    private Path file(MachineId machine) {
        return folder.resolve(machine.fileName() + END);
    }
}
