package org.commonwright.machine.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.FileGuard;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.settings.AppFolders;

/// The runs of this computer, one folder each (docs/formats/history.md).
///
/// @param folder where they are
/// @param journals what happened to runs whose end nobody wrote down
public record History(Path folder, Path journals) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String SETTINGS = "firmware.settings";
    private static final String RECORD = "record.json";
    private static final long LIMIT = 1L << 20;

    public static History of(AppFolders folders) {
        return new History(folders.data().resolve("history"), Journals.folder(folders));
    }

    /// What is there.
    ///
    /// @param runs the newest first
    /// @param problems records and journals that cannot be read
    public record Listing(List<RunRecord> runs, List<Problem> problems) {}

    /// @throws Fault `files.not-read`
    public Listing list() {
        if (!Files.isDirectory(folder)) {
            return new Listing(List.of(), List.of());
        }
        List<RunRecord> runs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path run : found.filter(Files::isDirectory).toList()) {
                try {
                    read(run.resolve(RECORD)).ifPresent(runs::add);
                } catch (Fault fault) {
                    problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
                }
            }
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
        runs.sort(Comparator.comparing(RunRecord::started).thenComparing(RunRecord::id).reversed());
        return new Listing(finished(runs, problems), List.copyOf(problems));
    }

    /// One run by its id, or by the beginning of it.
    ///
    /// @throws Fault `history.none`, `history.several` when more than one begins so
    public RunRecord find(String id) {
        List<RunRecord> begun = list().runs().stream().filter(run -> run.id().startsWith(id)).toList();
        Optional<RunRecord> whole = begun.stream().filter(run -> run.id().equals(id)).findFirst();
        if (whole.isEmpty() && begun.size() > 1) {
            throw new Fault("history.several", id, begun.size());
        }
        return whole.or(() -> begun.stream().findFirst()).orElseThrow(() -> new Fault("history.none", id));
    }

    /// Where a run's files are: `firmware.settings`, `traffic.log.gz`, `temperatures.csv`, `pictures/`.
    public Path files(String id) {
        return folder.resolve(id);
    }

    /// @throws Fault `files.not-written`
    public void write(RunRecord run) {
        AtomicFiles.replace(files(run.id()).resolve(RECORD), RecordJson.json(run).toPrettyString() + "\n");
    }

    /// Takes a record away again: the run never began.
    void discard(String id) {
        for (String name : List.of("traffic.log.gz", "temperatures.csv", SETTINGS, RECORD)) {
            Path file = files(id).resolve(name);
            if (Files.exists(file)) {
                AtomicFiles.delete(file);
            }
        }
    }

    /// What a person found.
    ///
    /// @throws Fault `history.none`, `files.not-written`
    public RunRecord check(String id, Check check) {
        return change(id, run -> run.withCheck(check));
    }

    /// What a person read from a meter.
    ///
    /// @throws Fault as [#check]
    public RunRecord meter(String id, double wattHours) {
        return change(id, run -> run.withEnergy(new Energy(wattHours, Energy.How.METER)));
    }

    private RunRecord change(String id, UnaryOperator<RunRecord> how) {
        return alone(() -> {
            RunRecord changed = how.apply(find(id));
            write(changed);
            return changed;
        });
    }

    /// Writes how a run ended; what a person said of it while it ran is kept.
    ///
    /// @return the record as it then is
    /// @throws Fault `files.not-written`
    RunRecord end(RunRecord ended) {
        return alone(() -> {
            RunRecord whole = withWords(ended);
            write(whole);
            return whole;
        });
    }

    /// One at a time, over threads and processes.
    private RunRecord alone(Supplier<RunRecord> what) {
        Path lock = folder.resolve("lock");
        try (var _ = FileGuard.take(lock)) {
            return what.get();
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", lock, Reason.of(e));
        }
    }

    private RunRecord withWords(RunRecord ended) {
        try {
            return read(files(ended.id()).resolve(RECORD)).map(ended::withWordsOf).orElse(ended);
        } catch (Fault fault) {
            return ended.withGap(new Messages.Key(fault.code(), fault.arguments()));
        }
    }

    private static Optional<RunRecord> read(Path file) {
        byte[] bytes = PlainFiles.readIfThere(file, LIMIT);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            RunRecord run = RecordJson.of(JSON.readTree(bytes), file.toString());
            Path name = file.getParent().getFileName();
            if (!run.id().equals(String.valueOf(name))) {
                throw new Fault("history.damaged", file);
            }
            return Optional.of(run);
        } catch (IOException e) {
            throw new Fault(e, "history.damaged", file);
        }
    }

    /// A run that its record calls running may have been killed: its journal knows.
    private List<RunRecord> finished(List<RunRecord> runs, List<Problem> problems) {
        if (runs.stream().noneMatch(RunRecord::isRunning)) {
            return List.copyOf(runs);
        }
        Journals.Listing kept = Journals.list(journals);
        problems.addAll(kept.problems());
        Map<String, JournalReport> reports = kept.reports().stream()
                .collect(Collectors.toMap(report -> report.head().id(), Function.identity()));
        return runs.stream().map(run -> {
            JournalReport report = reports.get(run.id());
            if (run.isRunning() && report == null) {
                return run.withOutcome("killed", run.sent(), run.executed());
            }
            return !run.isRunning() || report == null || report.running()
                    ? run
                    : run.withOutcome(report.ended().orElse("killed"), report.sent(), report.executed());
        }).toList();
    }
}
