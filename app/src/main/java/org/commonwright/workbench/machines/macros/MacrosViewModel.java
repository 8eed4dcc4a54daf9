package org.commonwright.workbench.machines.macros;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.macro.Macro;
import org.commonwright.machine.macro.MacroFile;
import org.commonwright.machine.macro.MacroRun;
import org.commonwright.machine.macro.MacroTrust;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The macros of a person and of the open design, on one machine.
public final class MacrosViewModel {
    private final Session session;
    private final Bench bench;
    private final AppFolders folders;
    private final Supplier<@Nullable Path> design;
    private final MacroTrust trust;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<String> said = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Entry> chosen = new ReadOnlyObjectWrapper<>();
    private final Map<String, String> values = new HashMap<>();

    /// A macro and whose it is.
    ///
    /// @param own a person's own; the others come with the design and are not trusted at first
    /// @param trusted whether it may run without being looked at
    public record Entry(Macro macro, boolean own, boolean trusted) {}

    /// @param design the folder of the open design; null when none is open
    public MacrosViewModel(Session session, Bench bench, AppFolders folders, Supplier<@Nullable Path> design,
            Tasks tasks, Executor window, Notices notices) {
        this.session = session;
        this.bench = bench;
        this.folders = folders;
        this.design = design;
        this.trust = new MacroTrust(folders);
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    /// The lines that were sent and what was answered.
    ObservableList<String> said() {
        return said;
    }

    ReadOnlyObjectProperty<@Nullable Entry> chosen() {
        return chosen.getReadOnlyProperty();
    }

    void choose(@Nullable Entry entry) {
        values.clear();
        chosen.set(entry);
    }

    void value(String parameter, String value) {
        values.put(parameter, value);
    }

    /// What would be sent.
    ///
    /// @throws Fault what is wrong with a value
    List<String> lines() {
        Entry entry = chosen.get();
        return entry == null ? List.of() : entry.macro().filled(values);
    }

    /// Reads the files again; those for another firmware are left out.
    void read() {
        tasks.submit(Messages.Key.of("macros.reading"), _ -> {
            List<Entry> found = new ArrayList<>();
            for (Macro macro : MacroFile.readIfThere(MacroFile.own(folders))) {
                found.add(new Entry(macro, true, true));
            }
            Path folder = design.get();
            if (folder != null) {
                for (Macro macro : MacroFile.readIfThere(folder.resolve(MacroFile.NAME))) {
                    found.add(new Entry(macro, false, trust.trusts(macro)));
                }
            }
            found.removeIf(entry -> !entry.macro().dialect().isEmpty()
                    && !entry.macro().dialect().equals(session.info().dialect()));
            return found;
        }, Outcome.of(found -> {
            choose(null);
            entries.setAll(found);
        }, notices::fault));
    }

    /// Sends the lines that a person has seen; from now on the macro is trusted as it is.
    void run() {
        Entry entry = chosen.get();
        if (entry == null) {
            return;
        }
        List<String> lines = lines();
        said.clear();
        bench.take();
        boolean[] ended = new boolean[1];
        TaskHandle task = tasks.submit(Messages.Key.of("macros.running", entry.macro().name(), session.name()),
                progress -> {
                    if (!entry.own()) {
                        trust.trust(entry.macro());
                    }
                    new MacroRun(session).run(entry.macro(), lines, (number, answer) -> window.execute(() -> {
                        said.add("› " + lines.get(number));
                        answer.forEach(line -> said.add("‹ " + line));
                    }), progress);
                    return lines.size();
                }, new TaskListener<Integer>() {
                    @Override
                    public void done(Integer sent) {
                        free();
                        notices.say("macros.says-done", entry.macro().name(), sent);
                    }

                    @Override
                    public void failed(Fault fault) {
                        free();
                        notices.fault(fault);
                    }

                    @Override
                    public void cancelled() {
                        free();
                    }

                    private void free() {
                        ended[0] = true;
                        bench.free();
                    }
                });
        if (!ended[0]) {
            bench.cancels(task);
        }
    }
}
