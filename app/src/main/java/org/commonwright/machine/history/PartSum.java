package org.commonwright.machine.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one program's parts took, over all of its runs that have ended. What was wasted is part of what each part took.
///
/// @param good runs whose part a person called good
/// @param unchecked runs that completed and whose part nobody has looked at yet
/// @param waste runs that failed or that somebody called scrap
/// @param seconds of machine time
/// @param energy in watt-hours
/// @param grams of material
/// @param wasted grams of material that went into waste
public record PartSum(String program, int good, int unchecked, int waste, double seconds, Amount energy, Amount grams,
        Amount wasted) {
    /// The most made first.
    public static List<PartSum> of(List<RunRecord> runs) {
        Map<String, PartSum> sums = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            if (!run.isRunning() && run.executed() > 0) {
                sums.merge(run.program(), of(run), PartSum::plus);
            }
        }
        List<PartSum> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparing(PartSum::made).reversed().thenComparing(PartSum::program));
        return sorted;
    }

    private int made() {
        return good + unchecked;
    }

    private static PartSum of(RunRecord run) {
        boolean waste = run.isWaste();
        boolean good = run.check().verdict() == Check.Verdict.GOOD;
        Amount energy = run.energy().how() == Energy.How.UNKNOWN
                ? Amount.NONE
                : Amount.of(run.energy().wattHours(), waste);
        Amount grams = run.material().grams() > 0 ? Amount.of(run.material().grams(), waste) : Amount.NONE;
        Amount wasted = grams.runs() > 0 && !waste ? Amount.of(0, false) : grams;
        return new PartSum(run.program(), good ? 1 : 0, good || waste ? 0 : 1, waste ? 1 : 0, run.seconds(), energy,
                grams, wasted);
    }

    private PartSum plus(PartSum other) {
        return new PartSum(program, good + other.good, unchecked + other.unchecked, waste + other.waste,
                seconds + other.seconds, energy.plus(other.energy), grams.plus(other.grams),
                wasted.plus(other.wasted));
    }
}
