package org.commonwright.machine.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one program's parts took, over all of its runs that have ended. What was wasted is part of what each good part took.
///
/// @param good runs that completed and that nobody called scrap
/// @param waste runs that failed or that somebody called scrap
/// @param seconds of machine time
/// @param wattHours of the runs of which the energy is known
/// @param grams of material, where its density is known
/// @param length of filament in mm
/// @param wastedGrams part of `grams` that went into waste
public record PartSum(String program, int good, int waste, double seconds, double wattHours, double grams,
        double length,
        double wastedGrams) {
    /// What one good part took; 0 when there is none.
    public double wattHoursEach() {
        return good == 0 ? 0 : wattHours / good;
    }

    /// As [#wattHoursEach].
    public double gramsEach() {
        return good == 0 ? 0 : grams / good;
    }

    /// The most made first.
    public static List<PartSum> of(List<RunRecord> runs) {
        Map<String, PartSum> sums = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            if (!run.isRunning() && run.executed() > 0) {
                sums.merge(run.program(), of(run), PartSum::plus);
            }
        }
        List<PartSum> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparing(PartSum::good).reversed().thenComparing(PartSum::program));
        return sorted;
    }

    private static PartSum of(RunRecord run) {
        boolean waste = run.isWaste();
        Material material = run.material();
        return new PartSum(run.program(), waste ? 0 : 1, waste ? 1 : 0, run.seconds(), run.energy().wattHours(),
                material.grams(), material.length(), waste ? material.grams() : 0);
    }

    private PartSum plus(PartSum other) {
        return new PartSum(program, good + other.good, waste + other.waste, seconds + other.seconds,
                wattHours + other.wattHours, grams + other.grams, length + other.length,
                wastedGrams + other.wastedGrams);
    }
}
