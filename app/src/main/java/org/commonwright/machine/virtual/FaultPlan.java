package org.commonwright.machine.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
        SILENCE
    }

    /// One fault.
    ///
    /// @param at the count of `ok`s, from 1
    /// @param detail which bit or byte, or how many milliseconds
    public record Entry(Kind kind, int at, int detail) {}

    public static final FaultPlan NONE = new FaultPlan(List.of());

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
