package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.FirmwareAccess;
import org.commonwright.machine.firmware.FirmwareSetting;
import org.commonwright.machine.firmware.FirmwareSettings;
import org.commonwright.machine.firmware.FirmwareSettings.Difference;
import org.commonwright.machine.firmware.SettingsBackup;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// What one machine's firmware is set to, beside a backup that it is compared with.
final class FirmwareViewModel {
    private final FirmwareAccess access;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable FirmwareSettings> settings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Backup> backup = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private boolean reading;

    /// A file of settings that was kept.
    record Backup(String name, FirmwareSettings settings) {}

    /// One setting.
    ///
    /// @param value empty when the machine does not have it
    /// @param other what the backup says; empty when it says nothing or there is none
    record Row(String key, String value, String other, boolean differs) {}

    FirmwareViewModel(Session session, Tasks tasks, Notices notices) {
        this.access = new FirmwareAccess(session);
        this.tasks = tasks;
        this.notices = notices;
        settings.subscribe(_ -> show());
        backup.subscribe(_ -> show());
    }

    /// Null until they were read; what was read stays when the machine cannot be asked again.
    ReadOnlyObjectProperty<@Nullable FirmwareSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// The backup that is compared with; null for none.
    ReadOnlyObjectProperty<@Nullable Backup> backup() {
        return backup.getReadOnlyProperty();
    }

    /// What the firmware itself calls a setting; empty when it does not say.
    String ownName(String key) {
        FirmwareSettings now = settings.get();
        return now == null ? "" : now.names().getOrDefault(key, "");
    }

    ObservableList<Row> rows() {
        return rows;
    }

    /// Asks the machine; what is shown stays until the answer is there.
    void read() {
        reading = true;
        tasks.submit(Messages.Key.of("machines.settings-reading"), access::read, Outcome.<FirmwareSettings>of(now -> {
            reading = false;
            settings.set(now);
        }, fault -> {
            reading = false;
            notices.fault(fault);
        }).whenCancelled(() -> reading = false));
    }

    /// Whether the machine was asked and has not answered yet.
    boolean reading() {
        return reading;
    }

    void save(Path file) {
        FirmwareSettings now = settings.get();
        if (now != null) {
            tasks.submit(Messages.Key.of("machines.settings-saving"), _ -> {
                SettingsBackup.write(file, now, InstantSource.system().instant());
                return now.settings().size();
            }, Outcome.of(count -> notices.say("machine.says-settings-saved", count, now.firmware(),
                    String.valueOf(file.getFileName())), notices::fault));
        }
    }

    void compare(Path file) {
        String name = String.valueOf(file.getFileName());
        tasks.submit(Messages.Key.of("machines.settings-comparing"), _ -> SettingsBackup.read(file),
                Outcome.of(read -> compared(new Backup(name, read)), notices::fault));
    }

    private void compared(Backup kept) {
        backup.set(kept);
        FirmwareSettings now = settings.get();
        if (now != null) {
            FirmwareAccess.leftOut(now, kept.settings())
                    .forEach(left -> notices.warn(left.code(), left.arguments().toArray()));
        }
    }

    /// What putting the backup back would send; none without one, or when nothing differs.
    List<FirmwareSetting> toRestore() {
        FirmwareSettings now = settings.get();
        Backup kept = backup.get();
        return now == null || kept == null || !kept.settings().dialect().equals(now.dialect())
                ? List.of()
                : FirmwareAccess.toRestore(now, kept.settings());
    }

    /// Whether the backup is another firmware's.
    boolean isForeign() {
        FirmwareSettings now = settings.get();
        Backup kept = backup.get();
        return now != null && kept != null && !kept.settings().dialect().equals(now.dialect());
    }

    void write(List<FirmwareSetting> wanted) {
        tasks.submit(Messages.Key.of("machines.settings-writing"), progress -> access.write(wanted, progress),
                Outcome.of(this::written, notices::fault));
    }

    private void written(FirmwareAccess.Written written) {
        for (Problem refused : written.refused()) {
            notices.warn(refused.code(), refused.arguments().toArray());
        }
        settings.set(written.after());
    }

    private void show() {
        FirmwareSettings now = settings.get();
        Backup kept = backup.get();
        if (now == null) {
            return;
        }
        if (kept == null || isForeign()) {
            rows.setAll(now.settings().values().stream().map(s -> new Row(s.key(), s.value(), "", false)).toList());
            return;
        }
        List<String> different = now.differences(kept.settings()).stream().map(Difference::key).toList();
        FirmwareSettings all = FirmwareSettings.of(now.dialect(), now.firmware(),
                Stream.concat(kept.settings().settings().values().stream(),
                        now.settings().values().stream()).toList());
        rows.setAll(all.settings().keySet().stream().map(key -> new Row(key, said(now, key), said(kept.settings(), key),
                different.contains(key))).toList());
    }

    private static String said(FirmwareSettings of, String key) {
        String value = of.value(key);
        return value == null ? "" : value;
    }
}
