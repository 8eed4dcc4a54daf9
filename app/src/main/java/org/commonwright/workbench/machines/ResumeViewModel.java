package org.commonwright.workbench.machines;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.journal.ResumeState;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.trial.Trial;
import org.commonwright.raster.PathModel;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// How one run that was cut off could go on: from which line, with which lines first, and what a virtual machine makes of it.
/// Nothing of it is sent.
final class ResumeViewModel {
    private final JournalReport report;
    private final RunHistory history;
    private final Tasks tasks;
    private final Notices notices;
    private final Supplier<Optional<Session>> machine;
    private final Loader<Opened> opened;
    private final ReadOnlyObjectWrapper<@Nullable Choice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Tried> tried = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ObservableList<Problem> findings = FXCollections.observableArrayList();
    private List<String> lines = List.of();
    private @Nullable TaskHandle checking;

    /// The program that was cut off.
    record Opened(Program program, GcodeFile file, PathModel path) {}

    /// From which line, and what follows from it.
    record Choice(int from, ResumePlan plan, Optional<ResumeState> state) {}

    /// What a virtual machine made of it.
    record Tried(Trial trial, PathModel path) {}

    /// @param machine the machine that it ran on, when it is connected
    ResumeViewModel(JournalReport report, RunHistory history, Tasks tasks, Notices notices,
            Supplier<Optional<Session>> machine) {
        this.report = report;
        this.history = history;
        this.tasks = tasks;
        this.notices = notices;
        this.machine = machine;
        this.opened = new Loader<>(tasks);
    }

    JournalReport report() {
        return report;
    }

    Loader<Opened> opened() {
        return opened;
    }

    /// Null until the program is read.
    ReadOnlyObjectProperty<@Nullable Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    /// Null until it was tried, and again after each change.
    ReadOnlyObjectProperty<@Nullable Tried> tried() {
        return tried.getReadOnlyProperty();
    }

    /// While it is tried.
    ReadOnlyObjectProperty<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    /// What is wrong with the lines and with the rest.
    ObservableList<Problem> findings() {
        return findings;
    }

    boolean isRefused() {
        return findings.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// The last line from which it may begin.
    int latest() {
        return Math.min(report.executed() + 1, report.head().lines());
    }

    void open() {
        opened.load(Messages.Key.of("machines.reading-rest", report.head().program()), watch -> {
            Program program = history.program(report);
            Dialect dialect = report.head().dialect().equals("marlin") ? Dialect.MARLIN : Dialect.GRBL;
            GcodeFile file = GcodeReader.read(program.bytes(), program.name(), dialect, watch);
            return new Opened(program, file, PathModel.of(file.toolpath()));
        });
        from(report.executed() + 1);
    }

    /// The line that a click on a move means.
    void fromMove(int move) {
        Opened now = opened.value();
        if (now != null && move >= 0) {
            from(Math.min(now.file().toolpath().line(move), latest()));
        }
    }

    void from(int line) {
        Choice before = choice.get();
        if (before != null && before.from() == line) {
            return;
        }
        tasks.submit(Messages.Key.of("machines.reading-rest", report.head().program()), _ -> choose(line),
                Outcome.of(this::chosen, notices::fault));
    }

    private Choice choose(int line) {
        Program program = history.program(report);
        ResumePlan plan = ResumePlan.of(report, program, line);
        return new Choice(line, plan, plan.refusal().isEmpty()
                ? Optional.of(ResumeState.before(program, line, report.head().dialect()))
                : Optional.empty());
    }

    private void chosen(Choice now) {
        choice.set(now);
        lines(now.plan().lines());
    }

    List<String> lines() {
        return lines;
    }

    /// Lines of a person's own, checked soon.
    void lines(List<String> changed) {
        lines = List.copyOf(changed);
        tried.set(null);
        Choice now = choice.get();
        if (now == null || now.plan().refusal().isPresent()) {
            return;
        }
        if (checking != null) {
            checking.cancel();
        }
        ResumePlan plan = plan();
        checking = tasks.submit(Messages.Key.of("machines.checking", report.head().program()),
                watch -> check(plan, watch), Outcome.of(findings::setAll, notices::fault));
    }

    private List<Problem> check(ResumePlan plan, Progress watch) {
        Optional<Session> there = machine.get().filter(s -> s.info().dialect().equals(report.head().dialect()));
        MachineInfo info = there.map(Session::info).orElseGet(() -> Trial.usual(report.head().dialect()));
        MachineStatus status = there.map(Session::status).orElse(MachineStatus.UNKNOWN);
        return Trial.check(plan.program(history.program(report)), info, status, watch);
    }

    /// What would be sent first, as a person left it.
    ResumePlan plan() {
        Choice now = choice.get();
        if (now == null) {
            throw new IllegalStateException("nothing was chosen yet");
        }
        return now.plan().with(lines);
    }

    void simulate() {
        if (choice.get() == null || busy.get()) {
            return;
        }
        ResumePlan plan = plan();
        busy.set(true);
        tasks.submit(Messages.Key.of("resume.trying", report.head().program()), watch -> {
            Trial trial = Trial.of(plan.program(history.program(report)), report.head().dialect(), watch);
            return new Tried(trial, PathModel.of(trial.file().toolpath()));
        }, Outcome.<Tried>of(done -> {
            busy.set(false);
            tried.set(done);
        }, fault -> {
            busy.set(false);
            notices.fault(fault);
        }).whenCancelled(() -> busy.set(false)));
    }
}
