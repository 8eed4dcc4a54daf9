package org.commonwright.machine.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.error.Fault;

/// Faults that a [FaultyMachine] makes, each when the machine is about to say its `n`-th `ok`.
public record FaultPlan(List<Entry> entries) {
    /// What can go wrong between a program and a machine.
    public enum Kind {
        LOST_OK, DOUBLED_OK, LATE_OK,
        /// One bit of an `ok` is flipped.
        CORRUPT_ANSWER,
        /// One bit of a byte to the machine is flipped.
        CORRUPT_LINE,
        /// One byte to the machine is lost.
        LOST_BYTE,
        /// Every line to the machine is damaged from then on.
        RESEND_STORM, RESET, UNPLUG,
        /// The firmware hangs.
        SILENCE,
        /// A line of noise, or the torn beginning of another line, comes before an `ok`.
        ODD_LINE
    }

    /// One fault.
    ///
    /// @param at the count of `ok`s, from 1
    /// @param detail which bit or byte, how many milliseconds, or the seed of the noise
    public record Entry(Kind kind, int at, int detail) {}

    public static final FaultPlan NONE = new FaultPlan(List.of());

    /// Reads faults as `kind@n`, such as `lost_ok@12`.
    ///
    /// @throws Fault `machine.bad-fault`
    public static FaultPlan parse(List<String> texts) {
        List<Entry> entries = new ArrayList<>();
        for (String text : texts) {
            String name = text.replaceFirst("@.*$", "").toUpperCase(Locale.ROOT);
            String at = text.substring(Math.min(text.length(), name.length() + 1));
            boolean known = Arrays.stream(Kind.values()).anyMatch(kind -> kind.name().equals(name));
            if (!known || !at.matches("[0-9]{1,8}")) {
                throw new Fault("machine.bad-fault", text);
            }
            entries.add(new Entry(Kind.valueOf(name), Integer.parseInt(at), 1000));
        }
        return new FaultPlan(List.copyOf(entries));
    }

    /// A plan that is always the same for the same seed.
    ///
    /// @param oks how many `ok`s the faults are spread over
    public static FaultPlan random(long seed, int oks, int faults, List<Kind> kinds) {
        var random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < faults; i++) {
            entries.add(new Entry(kinds.get(random.nextInt(kinds.size())), 1 + random.nextInt(oks),
                    random.nextInt(4000)));
        }
        return new FaultPlan(List.copyOf(entries));
    }
}
