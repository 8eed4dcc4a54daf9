package org.commonwright.machine.grbl;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonwright.machine.protocol.MachineInfo;

/// Finds out what it talks to: `$I` for version and buffer sizes, `$$` for the settings. What refuses to answer (a machine in
/// motion) is taken to be a plain GRBL 1.1 on an Uno.
final class GrblHandshake {
    private static final long RETRY = 1_500_000_000L;
    private static final int TRIES = 4;
    /// GRBL's `[OPT:` counts the free blocks of an empty planner; an Uno has these.
    private static final int UNO_BYTES = 128;
    private static final int UNO_BLOCKS = 15;

    /// A board that just started may still answer what was sent to it before; those answers are let pass.
    private static final long SETTLE = 150_000_000L;

    private enum Step {
        SETTLING, VERSION, SETTINGS, DONE
    }

    private final GrblWire wire;
    private Step step = Step.VERSION;
    private long asked;
    private int tries;
    private String firmware = "Grbl";
    private String version = "";
    private int bytes = UNO_BYTES;
    private int blocks = UNO_BLOCKS;
    private final SortedSet<String> options = new TreeSet<>();
    private final SortedMap<String, String> settings = new TreeMap<>();

    GrblHandshake(GrblWire wire) {
        this.wire = wire;
    }

    void open(long now) {
        wire.window().clear();
        step = Step.VERSION;
        ask(now);
    }

    private void ask(long now) {
        asked = now;
        tries++;
        wire.line(step == Step.VERSION ? "$I" : "$$", 0);
    }

    boolean isDone() {
        return step == Step.DONE;
    }

    void tick(long now) {
        if (step == Step.SETTLING && now - asked > SETTLE) {
            open(now);
        } else if (step != Step.DONE && step != Step.SETTLING && now - asked > RETRY) {
            if (tries >= TRIES) {
                step = Step.DONE;
            } else {
                wire.window().clear();
                ask(now);
            }
        }
    }

    /// A question was answered, by `ok` or by a refusal.
    void answered(long now) {
        if (step == Step.SETTLING) {
            asked = now;
        } else if (step == Step.VERSION) {
            step = Step.SETTINGS;
            tries = 0;
            ask(now);
        } else {
            step = Step.DONE;
        }
    }

    /// `Grbl 1.1h ['$' for help]`
    void banner(String line, long now) {
        String[] words = line.split(" ");
        firmware = words[0];
        version = words.length > 1 ? words[1] : "";
        if (step != Step.DONE) {
            tries = 0;
            step = Step.SETTLING;
            asked = now;
        }
    }

    /// `[VER:1.1h.20190825:]`, `[OPT:VNM,15,128]`, `[FIRMWARE:grblHAL]`; `$110=500.000`
    void read(String line) {
        if (line.startsWith("[VER:")) {
            String whole = line.substring(5, line.length() - 1).split(":", 2)[0];
            version = whole.replaceFirst("\\.[0-9]{8}$", "");
        } else if (line.startsWith("[FIRMWARE:")) {
            firmware = line.substring(10, line.length() - 1);
        } else if (line.startsWith("[OPT:")) {
            options(line.substring(5, line.length() - 1).split(","));
        } else if (line.startsWith("$") && line.indexOf('=') > 0) {
            settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
    }

    private void options(String[] parts) {
        options.clear();
        parts[0].chars().forEach(c -> options.add(Character.toString(c)));
        if (parts.length > 2 && parts[1].matches("[0-9]{1,4}") && parts[2].matches("[0-9]{2,6}")) {
            blocks = Integer.parseInt(parts[1]);
            bytes = Integer.parseInt(parts[2]);
        }
    }

    /// The longest line that the firmware takes, its end included. GRBL counts 80, its younger relatives 256.
    int longestLine() {
        return firmware.equalsIgnoreCase("Grbl") ? 80 : 256;
    }

    MachineInfo info() {
        return new MachineInfo("grbl", firmware, version, bytes, blocks, Collections.unmodifiableSortedSet(options),
                Collections.unmodifiableSortedMap(settings));
    }
}
