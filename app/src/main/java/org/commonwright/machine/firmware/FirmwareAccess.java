package org.commonwright.machine.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.task.Progress;

/// Reads and writes the settings of the machine at the other end of a session. Takes seconds; call it where work may take time.
public final class FirmwareAccess {
    private final Session session;

    public FirmwareAccess(Session session) {
        this.session = session;
    }

    /// What became of settings that were written.
    ///
    /// @param refused those that the firmware did not take, with its reason
    /// @param after all settings as they are now
    public record Written(int taken, List<Problem> refused, FirmwareSettings after) {}

    /// @throws Fault when the machine is busy or does not answer
    public FirmwareSettings read(Progress progress) throws InterruptedException {
        MachineInfo info = session.info();
        String firmware = (info.firmware() + " " + info.version()).strip();
        List<FirmwareSetting> settings = new ArrayList<>();
        if (info.dialect().equals("grbl")) {
            settings.addAll(FirmwareLines.grbl(session.ask("$$", progress)));
            settings.addAll(FirmwareLines.grbl(session.ask("$N", progress)));
        } else {
            settings.addAll(FirmwareLines.marlin(session.ask("M503", progress)).stream()
                    .filter(setting -> MarlinSettings.isSetting(setting.key())).toList());
        }
        return FirmwareSettings.of(info.dialect(), firmware, settings).named(names(info, progress));
    }

    /// grblHAL describes its settings itself (`$ES`), as far as it was built with that.
    private Map<String, String> names(MachineInfo info, Progress progress) throws InterruptedException {
        if (!info.firmware().toLowerCase(Locale.ROOT).contains("grblhal")) {
            return Map.of();
        }
        try {
            return FirmwareLines.names(session.ask("$ES", progress));
        } catch (Fault fault) {
            if (!fault.code().equals("machine.question-refused")) {
                throw fault;
            }
            return Map.of();
        }
    }

    /// Writes settings one by one, keeps them where the firmware keeps them only when it is told to (`M500`), and reads all
    /// again: what the machine then says is what counts.
    ///
    /// @throws Fault when the machine is busy or does not answer; what was written before stays written
    public Written write(List<FirmwareSetting> settings, Progress progress) throws InterruptedException {
        List<Problem> refused = new ArrayList<>();
        int taken = 0;
        for (FirmwareSetting setting : settings) {
            progress.check();
            progress.update((double) taken / settings.size());
            try {
                session.ask(setting.line(), progress);
                taken++;
            } catch (Fault fault) {
                if (!fault.code().equals("machine.question-refused")) {
                    throw fault;
                }
                refused.add(Problem.of(fault, null));
            }
        }
        if (taken > 0 && session.info().capabilities().contains("EEPROM")) {
            session.ask("M500", progress);
        }
        return new Written(taken, refused, read(progress));
    }

    /// The settings of a backup that the machine says otherwise, to put them back: those that it does not have are left out, and start
    /// lines that would make it act ([#leftOut]).
    ///
    /// @throws Fault `machine.settings-other` when they are another firmware's
    public static List<FirmwareSetting> toRestore(FirmwareSettings now, FirmwareSettings backup) {
        if (!now.dialect().equals(backup.dialect())) {
            throw new Fault("machine.settings-other", backup.firmware(), now.firmware());
        }
        return differing(now, backup).filter(setting -> !acts(setting, now)).toList();
    }

    /// The start lines of a backup that differ and are not put back from a file, each with the sentence why not.
    public static List<Problem> leftOut(FirmwareSettings now, FirmwareSettings backup) {
        return !now.dialect().equals(backup.dialect())
                ? List.of()
                : differing(now, backup).filter(setting -> acts(setting, now))
                        .map(setting -> Problem.warning(null, "machine.settings-start-line", setting.line())).toList();
    }

    private static boolean acts(FirmwareSetting setting, FirmwareSettings now) {
        return SettingValues.isStartLine(setting) && !SettingValues.isHarmless(setting, now.firmware());
    }

    private static Stream<FirmwareSetting> differing(FirmwareSettings now, FirmwareSettings backup) {
        return backup.settings().values().stream().filter(setting -> {
            String there = now.value(setting.key());
            return there != null && !setting.says(there);
        });
    }
}
