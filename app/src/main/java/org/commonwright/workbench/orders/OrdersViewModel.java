package org.commonwright.workbench.orders;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.run.JobRunner;
import org.commonwright.fabrication.run.Resumption;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The board of jobs of the open design, the chosen job, and what is done with it. Each step opens the repository for
/// itself, so that a long run holds nothing up.
public final class OrdersViewModel {
    private static final Duration LEASE = Duration.ofHours(24);

    private final AppFolders folders;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final InstantSource clock;
    private final Machines machines;
    private final Loader<Board> board;
    private final Loader<Resumption> resumption;
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    private final ObservableMap<String, TaskHandle> runs = FXCollections.observableHashMap();
    private final ObjectProperty<JobFilter> filter = new SimpleObjectProperty<>(JobFilter.ALL);
    private final StringProperty reason = new SimpleStringProperty("");
    private final Set<String> setAside = new HashSet<>();
    private @Nullable OpenDesign open;

    /// @param window the window's thread
    /// @param machines the broker of ports that the whole window shares
    public OrdersViewModel(AppFolders folders, Tasks tasks, Executor window, Notices notices, InstantSource clock,
            Machines machines) {
        this.folders = folders;
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
        this.clock = clock;
        this.machines = machines;
        this.board = new Loader<>(tasks);
        this.resumption = new Loader<>(tasks);
        board.state().subscribe(_ -> choose(sameAsBefore()));
    }

    Loader<Board> board() {
        return board;
    }

    /// How an interrupted piece could go on, once somebody asked.
    Loader<Resumption> resumption() {
        return resumption;
    }

    /// The chosen job; null for none.
    ReadOnlyObjectProperty<@Nullable Job> job() {
        return job.getReadOnlyProperty();
    }

    /// Runs that go on in this window, by job.
    ObservableMap<String, TaskHandle> runs() {
        return runs;
    }

    /// Which jobs the board shows; the view binds it to its controls.
    ObjectProperty<JobFilter> filter() {
        return filter;
    }

    /// Why a piece is scrap, or a job given back, as a person writes it.
    StringProperty reason() {
        return reason;
    }

    boolean isOpen() {
        return open != null;
    }

    /// Follows the open design. What others have recorded is fetched once for each design, then when a person asks.
    void load(@Nullable OpenDesign next) {
        boolean other = next == null || open == null || !open.folder().equals(next.folder());
        open = next;
        if (other) {
            board.clear();
        }
        reload();
        if (other && next != null) {
            exchange();
        }
    }

    void reload() {
        OpenDesign of = open;
        if (of != null) {
            board.load(Messages.Key.of("orders.reading-jobs", of.name()), true, _ -> {
                try (JobDesk desk = desk(of)) {
                    return Board.of(desk);
                }
            });
        }
    }

    void choose(@Nullable Job chosen) {
        Job before = job.get();
        if (before == null || chosen == null || !before.id().equals(chosen.id())) {
            reason.set("");
            resumption.clear();
        }
        job.set(chosen);
    }

    /// Why it cannot be done with the chosen job now.
    ///
    /// @param rule such as [JobRules#claim]
    ObservableValue<Optional<Messages.Key>> blocked(Function<JobRules, Optional<Messages.Key>> rule) {
        return Bindings.createObjectBinding(
                () -> rules().map(rule).orElse(Optional.of(Messages.Key.of("orders.choose-job"))), job, board.state(),
                runs, reason);
    }

    Optional<JobRules> rules() {
        Job chosen = job.get();
        Board shown = board.value();
        return chosen == null || shown == null
                ? Optional.empty()
                : Optional.of(new JobRules(shown, chosen, runs.containsKey(chosen.id())));
    }

    /// Claims the chosen job.
    ///
    /// @param machine of this workshop; empty for the first that can do it
    void claim(String machine) {
        act("orders.claiming", (desk, now, _) -> {
            MachineProfile profile = desk.machine(now, machine);
            desk.claim(now, profile, LEASE);
            return Messages.Key.of("orders.claimed", now.spec().part(), profile.name());
        });
    }

    /// Makes one piece of the chosen job on the machine that it is claimed for.
    void run() {
        run("orders.making", (desk, now, watch) -> said(now, desk.run(now, desk.port(now), machines, watch)));
    }

    /// Works out how the interrupted piece could go on. Nothing is sent.
    void planResume() {
        OpenDesign of = open;
        Job chosen = job.get();
        if (of != null && chosen != null) {
            resumption.load(Messages.Key.of("orders.planning-resume", chosen.spec().part()), _ -> {
                try (JobDesk desk = desk(of)) {
                    return desk.resumption(desk.book().job(chosen.id()));
                }
            });
        }
    }

    /// Goes on with the interrupted piece as planned, after a person has looked at the machine and at the plan.
    void resume() {
        Resumption planned = resumption.value();
        if (planned != null) {
            run("orders.resuming", (desk, now, watch) -> {
                Resumption fresh = desk.resumption(now);
                if (!fresh.plan().lines().equals(planned.plan().lines())) {
                    throw new Fault("orders.plan-changed", now.abbreviated());
                }
                return said(now, desk.resume(now, fresh, desk.port(now), machines, watch));
            });
            resumption.clear();
        }
    }

    /// Ends the run of the chosen job in order.
    void stop() {
        Job chosen = job.get();
        TaskHandle run = chosen == null ? null : runs.get(chosen.id());
        if (run != null) {
            run.cancel();
        }
    }

    void scrap() {
        String why = reason.get().strip();
        act("orders.scrapping", (desk, now, _) -> {
            desk.scrap(now, why);
            return Messages.Key.of("orders.scrapped", now.spec().part());
        });
        reason.set("");
    }

    void release() {
        String why = reason.get().strip();
        act("orders.releasing", (desk, now, _) -> {
            desk.release(now, why);
            return Messages.Key.of("orders.released", now.spec().part());
        });
        reason.set("");
    }

    /// Exchanges records with the orders' homes.
    void exchange() {
        OpenDesign of = open;
        if (of == null) {
            return;
        }
        tasks.submit(Messages.Key.of("orders.exchanging"), watch -> {
            try (JobDesk desk = desk(of)) {
                return desk.sync(watch);
            }
        }, Outcome.of(exchanged -> {
            exchanged.away().forEach(notices::fault);
            // Said once, not at every exchange.
            exchanged.setAside().stream().filter(fault -> setAside.add(fault.code() + fault.arguments()))
                    .forEach(notices::fault);
            reload();
        }, notices::fault));
    }

    /// The log of a run, when it has come here; wherever it was made.
    Optional<RunLogs.Found> log(RunEnded run) {
        OpenDesign of = open;
        if (of == null) {
            return Optional.empty();
        }
        try (JobDesk desk = desk(of)) {
            return desk.logs().find(run);
        }
    }

    /// The program ends: what runs is stopped in order.
    void close() {
        runs.values().forEach(TaskHandle::cancel);
    }

    /// Something done with a job as the records have it now.
    @FunctionalInterface
    private interface Act {
        Messages.Key with(JobDesk desk, Job now, Progress watch) throws InterruptedException;
    }

    private void act(String title, Act what) {
        OpenDesign of = open;
        Job chosen = job.get();
        if (of != null && chosen != null) {
            tasks.submit(Messages.Key.of(title, chosen.spec().part()), watch -> with(of, chosen, what, watch),
                    Outcome.of(this::done, this::failed).whenCancelled(this::reload));
        }
    }

    private void run(String title, Act what) {
        OpenDesign of = open;
        Job chosen = job.get();
        if (of == null || chosen == null || runs.containsKey(chosen.id())) {
            return;
        }
        String id = chosen.id();
        String machine = chosen.claim() == null ? "" : chosen.claim().machine();
        TaskHandle run = tasks.submit(Messages.Key.of(title, chosen.spec().part(), machine),
                watch -> with(of, chosen, what, new FirstNews(watch, () -> window.execute(this::reload))),
                Outcome.<Messages.Key>of(said -> {
                    runs.remove(id);
                    done(said);
                }, fault -> {
                    runs.remove(id);
                    failed(fault);
                }).whenCancelled(() -> {
                    runs.remove(id);
                    reload();
                }));
        if (!run.isDone()) {
            runs.put(id, run);
        }
    }

    private Messages.Key with(OpenDesign of, Job chosen, Act what, Progress watch) throws InterruptedException {
        try (JobDesk desk = desk(of)) {
            return what.with(desk, desk.book().job(chosen.id()), watch);
        }
    }

    private void done(Messages.Key said) {
        if (said.key().equals("orders.not-made")) {
            notices.warn(said.key(), said.arguments().toArray());
        } else {
            notices.say(said.key(), said.arguments().toArray());
        }
        reload();
        exchange();
    }

    private void failed(Fault fault) {
        notices.fault(fault);
        reload();
    }

    private static Messages.Key said(Job job, JobRunner.Ended ended) {
        RunEnded record = ended.record();
        return ended.completed()
                ? Messages.Key.of("orders.made", job.spec().part(), job.made() + 1, job.spec().quantity())
                : Messages.Key.of("orders.not-made", job.spec().part(), record.executed(), record.lines(),
                        record.reason());
    }

    private @Nullable Job sameAsBefore() {
        Job before = job.get();
        Board now = board.value();
        return before == null || now == null ? null : now.job(before.id()).orElse(null);
    }

    private JobDesk desk(OpenDesign of) {
        return JobDesk.open(of.folder(), folders, clock);
    }
}
