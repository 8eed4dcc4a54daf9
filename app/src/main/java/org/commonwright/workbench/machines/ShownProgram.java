package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The program on a machine's page: read with the eyes of that machine, and how far a run of it is. Lives on the window's thread.
final class ShownProgram {
    private final Tasks tasks;
    private final Notices notices;
    private final ProgramReading reading;
    private final Loader<LoadedProgram> loader;
    private final ObservableValue<@Nullable Program> bare;

    ShownProgram(Session session, Tasks tasks, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
        this.reading = new ProgramReading(session);
        this.loader = new Loader<>(tasks);
        this.bare = loader.state().map(_ -> {
            LoadedProgram now = loader.value();
            return now == null ? null : now.program();
        });
    }

    Loader<LoadedProgram> loader() {
        return loader;
    }

    /// The program without what was read in it; null when there is none.
    ObservableValue<@Nullable Program> bare() {
        return bare;
    }

    void load(Path file) {
        loader.load(Messages.Key.of("machines.reading", file.getFileName().toString()),
                watch -> reading.read(Program.read(file), watch));
    }

    void load(Program given) {
        loader.load(Messages.Key.of("machines.reading", given.name()), watch -> reading.read(given, watch));
    }

    /// Looks at it once more, with the work's zero as it is now, and hands over what is wrong.
    void recheck(Consumer<List<Problem>> then) {
        LoadedProgram loaded = loader.value();
        if (loaded != null) {
            tasks.submit(Messages.Key.of("machines.checking", loaded.program().name()),
                    watch -> reading.findings(loaded.program(), loaded.file(), watch),
                    Outcome.of(then, notices::fault));
        }
    }

    /// The time that a run still takes by the estimate; empty when nothing is known.
    Optional<Duration> left(@Nullable RunProgress now) {
        LoadedProgram loaded = loader.value();
        if (loaded == null || now == null) {
            return Optional.empty();
        }
        int move = loaded.file().toolpath().lastMoveAt(now.executed());
        double seconds = move < 0 ? loaded.estimate().seconds() : loaded.estimate().after(move);
        return Optional.of(Duration.ofMillis((long) (seconds * 1000)));
    }

    /// The move that is certainly done; -1 when none is.
    int doneMove(@Nullable RunProgress now) {
        LoadedProgram loaded = loader.value();
        return loaded == null || now == null ? -1 : loaded.file().toolpath().lastMoveAt(now.executed());
    }
}
