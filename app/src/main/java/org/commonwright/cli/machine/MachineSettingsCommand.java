package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.FirmwareAccess;
import org.commonwright.machine.firmware.FirmwareSetting;
import org.commonwright.machine.firmware.FirmwareSettings;
import org.commonwright.machine.firmware.FirmwareSettings.Difference;
import org.commonwright.machine.firmware.SettingMeaning;
import org.commonwright.machine.firmware.SettingsBackup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine settings`: what a machine's firmware is set to. Nothing is written to the machine without `--write`.
final class MachineSettingsCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "a device, tcp://host:port, virtual:grbl or virtual:marlin")
        private String port = "";

        @Option(names = "--save", paramLabel = "FILE", description = "keeps the settings in a file")
        private @Nullable Path save;

        @Option(names = "--compare", paramLabel = "FILE", description = "says where the machine differs from a kept file")
        private @Nullable Path compare;

        @Option(names = "--restore", paramLabel = "FILE", description = "puts the settings of a kept file back")
        private @Nullable Path restore;

        @Option(names = "--set", paramLabel = "SETTING", description = "changes one, written as the firmware does: $110=500 or M92 X80; may be given again")
        private List<String> set = List.of();

        @Option(names = "--write", description = "really writes what --restore and --set ask for")
        private boolean write;

        @Option(names = "--json")
        private boolean json;
    }

    MachineSettingsCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port port = Port.parse(options.port);
        // What is wrong with a file is said before a machine is woken up.
        FirmwareSettings kept = options.compare == null ? null : SettingsBackup.read(options.compare);
        FirmwareSettings back = options.restore == null ? null : SettingsBackup.read(options.restore);
        // What no firmware takes is said at once, too; what only grblHAL takes, when it is known who is there.
        options.set.forEach(text -> SettingsBackup.settings(text, "grblHAL"));
        List<FirmwareSetting> wanted = new ArrayList<>();
        int left = 0;
        ObjectNode node = JSON.createObjectNode().put("port", options.port);
        try (Session session = new Machines().connect(port, "commonwright machine settings")) {
            var access = new FirmwareAccess(session);
            FirmwareSettings now = access.read(context.progress());
            node.put("dialect", now.dialect()).put("firmware", now.firmware());
            for (String text : options.set) {
                wanted.addAll(SettingsBackup.settings(text, now.firmware()));
            }
            if (back != null) {
                wanted.addAll(0, FirmwareAccess.toRestore(now, back));
                left = leave(FirmwareAccess.leftOut(now, back), node);
            }
            boolean done = (wanted.isEmpty() || change(access, wanted, node)) && left == 0;
            if (options.save != null) {
                save(access.read(context.progress()), options.save);
            }
            int differences = kept == null ? 0 : compare(now, kept, node);
            if (kept == null && back == null && wanted.isEmpty()) {
                list(now, node);
            } else if (back != null && wanted.isEmpty() && left == 0) {
                say("machine.says-settings-same", Objects.requireNonNull(options.restore).getFileName());
            }
            if (options.json) {
                context.json(node);
            }
            return done && differences == 0 ? Exit.DONE : Exit.NO;
        }
    }

    /// @return how many start lines of the file are not put back
    private int leave(List<Problem> left, ObjectNode node) {
        ArrayNode list = node.putArray("left_out");
        for (Problem problem : left) {
            String text = context.messages().get(problem.code(), problem.arguments());
            list.add(text);
            print(text);
        }
        return left.size();
    }

    private void list(FirmwareSettings now, ObjectNode node) {
        ArrayNode list = node.putArray("settings");
        now.settings().values().forEach(setting -> {
            String meaning = SettingMeaning.of(setting.key())
                    .map(key -> context.messages().get(key.key(), key.arguments()))
                    .orElse(now.names().getOrDefault(setting.key(), ""));
            list.addObject().put("key", setting.key()).put("value", setting.value()).put("meaning", meaning);
            say("machine.says-setting", setting.key(), setting.value(), meaning);
        });
    }

    private void save(FirmwareSettings now, Path file) {
        SettingsBackup.write(file, now, Instant.now());
        say("machine.says-settings-saved", now.settings().size(), now.firmware(), file);
    }

    private int compare(FirmwareSettings now, FirmwareSettings kept, ObjectNode node) {
        if (!now.dialect().equals(kept.dialect())) {
            throw new Fault("machine.settings-other", kept.firmware(), now.firmware());
        }
        Path file = Objects.requireNonNull(options.compare).getFileName();
        ArrayNode list = node.putArray("differences");
        List<Difference> differences = now.differences(kept);
        for (Difference difference : differences) {
            list.addObject().put("key", difference.key()).put("machine", difference.now())
                    .put("file", difference.other());
            if (difference.now() == null) {
                say("machine.says-setting-gone", difference.key(), Objects.requireNonNull(difference.other()), file);
            } else if (difference.other() == null) {
                say("machine.says-setting-new", difference.key(), difference.now(), file);
            } else {
                say("machine.says-setting-differs", difference.key(), difference.now(), difference.other(), file);
            }
        }
        if (differences.isEmpty()) {
            say("machine.says-settings-same", file);
        }
        return differences.size();
    }

    /// @return whether everything was taken
    private boolean change(FirmwareAccess access, List<FirmwareSetting> wanted, ObjectNode node)
            throws InterruptedException {
        ArrayNode lines = node.putArray("lines");
        wanted.forEach(setting -> lines.add(setting.line()));
        node.put("written", options.write);
        if (!options.write) {
            say("machine.says-settings-would", wanted.size());
            wanted.forEach(setting -> print("  " + setting.line()));
            return true;
        }
        FirmwareAccess.Written written = access.write(wanted, context.progress());
        ArrayNode refused = node.putArray("refused");
        for (Problem problem : written.refused()) {
            String text = context.messages().get(problem.code(), problem.arguments());
            refused.add(ProblemsJson.of(problem, context.messages()));
            print(text);
        }
        say("machine.says-settings-written", written.taken());
        return written.refused().isEmpty();
    }

    private void say(String key, Object... arguments) {
        if (!options.json) {
            context.say(key, arguments);
        }
    }

    private void print(String line) {
        if (!options.json) {
            context.out().println(line);
        }
    }
}
