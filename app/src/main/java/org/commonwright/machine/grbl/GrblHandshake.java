package org.commonwright.machine.grbl;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.MachineInfo;

/// Finds out what it talks to: `$I` for version and buffer sizes, `$$` for the settings. What refuses to answer (a machine in
/// motion) is taken to be a plain GRBL 1.1 on an Uno.
final class GrblHandshake {
    private static final long RETRY = 1_500_000_000L;
    private static final int TRIES = 4;
    /// GRBL's `[OPT:` counts the free blocks of an empty planner; an Uno has these.
    private static final int UNO_BYTES = 128;
    private static final int UNO_BLOCKS = 15;
    private static final int LEAST_BYTES = 80;

    /// A board that just started may still answer what was sent to it before; those answers are let pass.
    private static final long SETTLE = 150_000_000L;

    /// More settings than any firmware has, and longer than any value is.
    private static final int MOST_SETTINGS = 2000;
    private static final int LONGEST_VALUE = 200;

    private static final Pattern TOLD = Pattern.compile("\\[(VER|FIRMWARE|OPT):([ -~]+)\\]");
    private static final Pattern OPTIONS = Pattern
            .compile("([A-Za-z0-9+*$#-]*)(?:,([0-9]{1,4}),([0-9]{2,6})(?:,.*)?)?");
    private static final Pattern FLUID = Pattern.compile("FluidNC v?([0-9][0-9A-Za-z.-]{0,30})");
    private static final Pattern SETTING = Pattern.compile("(\\$[0-9]{1,4})=([ -~]+)");

    /// `$2` before `$10`: as GRBL lists them.
    private static final Comparator<String> BY_NUMBER = Comparator
            .<String>comparingInt(name -> Integer.parseInt(name.substring(1))).thenComparing(Comparator.naturalOrder());

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
    private final SortedMap<String, String> settings = new TreeMap<>(BY_NUMBER);

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
        String[] words = line.split(" ", 3);
        firmware = words[0];
        version = words[1];
        fluid(line);
        if (step != Step.DONE) {
            tries = 0;
            step = Step.SETTLING;
            asked = now;
        }
    }

    /// `[VER:1.1h.20190825:]`, `[OPT:VNM,15,128]`, `[FIRMWARE:grblHAL]`; `$110=500.000`. A line that is none of these, or
    /// only half of one, says nothing.
    void read(String line) {
        Matcher told = TOLD.matcher(line);
        Matcher setting = SETTING.matcher(line);
        if (told.matches()) {
            String what = told.group(2);
            switch (told.group(1)) {
                case "VER" -> {
                    version = what.split(":", 2)[0].replaceFirst("\\.[0-9]{8}$", "");
                    fluid(what);
                }
                case "FIRMWARE" -> firmware = what;
                default -> options(what);
            }
        } else if (setting.matches() && setting.group(2).length() <= LONGEST_VALUE
                && (settings.size() < MOST_SETTINGS || settings.containsKey(setting.group(1)))) {
            settings.put(setting.group(1), setting.group(2));
        }
    }

    /// FluidNC calls itself a Grbl, and says behind it what it is: `Grbl 3.7 [FluidNC v3.7.8 …]`, `[VER:3.7 FluidNC v3.7.8:]`.
    private void fluid(String said) {
        Matcher name = FLUID.matcher(said);
        if (name.find()) {
            firmware = "FluidNC";
            version = name.group(1);
        }
    }

    private void options(String what) {
        Matcher parts = OPTIONS.matcher(what);
        if (parts.matches()) {
            options.clear();
            parts.group(1).chars().forEach(c -> options.add(Character.toString(c)));
            // A buffer that holds no whole line would never take one.
            if (parts.group(2) != null && Integer.parseInt(parts.group(3)) >= LEAST_BYTES) {
                blocks = Integer.parseInt(parts.group(2));
                bytes = Integer.parseInt(parts.group(3));
            }
        }
    }

    /// Room in an empty planner.
    int blocks() {
        return blocks;
    }

    /// Room in an empty receive buffer.
    int bytes() {
        return bytes;
    }

    String firmware() {
        return firmware;
    }

    /// The longest line that the firmware takes, its end included.
    int longestLine() {
        return GrblLines.longest(firmware);
    }

    /// As it is now: others read it while the machine goes on talking.
    MachineInfo info() {
        return new MachineInfo("grbl", firmware, version, bytes, blocks,
                Collections.unmodifiableSortedSet(new TreeSet<>(options)),
                Collections.unmodifiableSortedMap(new TreeMap<>(settings)));
    }
}
