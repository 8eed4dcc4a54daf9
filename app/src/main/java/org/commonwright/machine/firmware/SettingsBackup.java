package org.commonwright.machine.firmware;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;

/// Settings kept in a file: a few lines of remarks that say whose they are, then the lines that set them again, so that any
/// program that sends lines can put them back. Format 1, see `docs/formats/machine-settings.md`.
public final class SettingsBackup {
    private static final String FIRST = "; commonwright machine settings 1";
    private static final Pattern REMARK = Pattern.compile("; *([a-z]+): *(.*)");
    private static final Pattern MARLIN = Pattern
            .compile("(M[0-9]{1,4} (?:[A-Z][-+.0-9]{0,20} )?[A-Z])([-+.0-9]{0,20}|\"[^\"]{0,60}\")");
    private static final long LIMIT = 1L << 20;
    private static final int LONGEST_LINE = 256;

    private SettingsBackup() {}

    /// @throws Fault `files.not-written`
    public static void write(Path file, FirmwareSettings settings, Instant now) {
        AtomicFiles.replace(file, text(settings, now).getBytes(StandardCharsets.UTF_8));
    }

    static String text(FirmwareSettings settings, Instant now) {
        var text = new StringBuilder(FIRST).append('\n');
        text.append("; dialect: ").append(settings.dialect()).append('\n');
        text.append("; firmware: ").append(settings.firmware()).append('\n');
        text.append("; saved: ").append(now).append('\n');
        settings.settings().values().forEach(setting -> text.append(setting.line()).append('\n'));
        return text.toString();
    }

    /// @throws Fault `machine.settings-unknown` when the file is none of these, `machine.settings-line` with the
    ///         line that is no setting, and what reading a file throws
    public static FirmwareSettings read(Path file) {
        String shown = file.getFileName().toString();
        String text = new String(PlainFiles.read(file, LIMIT), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST)) {
            throw new Fault("machine.settings-unknown", shown);
        }
        Map<String, String> remarks = new LinkedHashMap<>();
        List<FirmwareSetting> settings = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher remark = REMARK.matcher(line);
            if (remark.matches()) {
                remarks.putIfAbsent(remark.group(1), remark.group(2));
            } else if (!line.isEmpty() && !line.startsWith(";")) {
                settings.add(setting(shown, i + 1, line, remarks.getOrDefault("firmware", "")));
            }
        }
        return FirmwareSettings.of(remarks.getOrDefault("dialect", "grbl"), remarks.getOrDefault("firmware", ""),
                settings);
    }

    /// What a person wrote, as a firmware writes it: `$110=500`, `M92 X80 Y80`.
    ///
    /// @param firmware such as `Grbl 1.1h`
    /// @throws Fault `machine.settings-bad`, `machine.settings-start`
    public static List<FirmwareSetting> settings(String text, String firmware) {
        List<FirmwareSetting> found = text.startsWith("$")
                ? FirmwareLines.grbl(List.of(text))
                : FirmwareLines.marlin(List.of(text)).stream()
                        .filter(setting -> MarlinSettings.isSetting(setting.key())).toList();
        if (found.isEmpty() || found.stream().anyMatch(setting -> setting.value().isEmpty())) {
            throw new Fault("machine.settings-bad", text);
        }
        for (FirmwareSetting setting : found) {
            if (text.startsWith("$") && !SettingValues.isHarmless(setting, firmware)) {
                throw new Fault(SettingValues.isStartLine(setting) ? "machine.settings-start" : "machine.settings-bad",
                        text);
            }
        }
        return found;
    }

    /// What is put back into a machine is nothing but settings: a line that moves it is refused.
    private static FirmwareSetting setting(String file, int number, String line, String firmware) {
        Matcher grbl = FirmwareLines.GRBL.matcher(line);
        if (grbl.matches()) {
            var setting = new FirmwareSetting(grbl.group(1), grbl.group(2));
            // A start line that does more than set is read, so that it can be compared; it is never put back.
            if (SettingValues.isStartLine(setting) || SettingValues.isHarmless(setting, firmware)) {
                return setting;
            }
        }
        Matcher marlin = MARLIN.matcher(line);
        if (line.length() <= LONGEST_LINE && marlin.matches() && MarlinSettings.isSetting(marlin.group(1))) {
            return new FirmwareSetting(marlin.group(1), marlin.group(2));
        }
        throw new Fault("machine.settings-line", file, number,
                line.substring(0, Math.min(line.length(), LONGEST_LINE)));
    }
}
