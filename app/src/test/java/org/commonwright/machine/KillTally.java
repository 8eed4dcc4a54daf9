package org.commonwright.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.machine.WatchedMachine.Done;
import org.commonwright.machine.journal.JournalReport;
import org.jspecify.annotations.Nullable;

/// Counts what journals said after a kill, beside what their machines had really done.
final class KillTally {
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> phases = new TreeMap<>();
    private final Map<String, List<Long>> behindMoves = new TreeMap<>();
    private final Map<String, List<Long>> behindMillis = new TreeMap<>();
    private final Map<String, List<Long>> behindReports = new TreeMap<>();
    private int judged;

    List<String> wrong() {
        return wrong;
    }

    int judged() {
        return judged;
    }

    /// @param killed when the process was certainly dead
    /// @param dialect what is counted together
    void judge(String dialect, String name, @Nullable JournalReport report, WatchedMachine machine,
            WatchedProgram program, long killed,
            boolean alive) {
        judged++;
        if (report == null) {
            phases.merge(dialect + " before the journal", 1, Integer::sum);
            if (machine.received() > 0) {
                wrong.add(name + ": lines left without a journal");
            }
            return;
        }
        List<Done> done = machine.doneBy(killed);
        List<Integer> doneLines = done.stream().map(Done::line).toList();
        phases.merge(dialect + phase(report, machine, alive), 1, Integer::sum);
        if (report.damaged() > 0 || report.head().lines() != program.lines()) {
            wrong.add(name + ": the journal is damaged: " + report);
        }
        for (int line : program.movesIn(0, report.executed())) {
            if (!doneLines.contains(line)) {
                wrong.add(name + ": line " + line + " is said to be executed and is not: " + report);
                break;
            }
        }
        if (report.sent() < machine.received()) {
            wrong.add(name + ": line " + machine.received() + " came and may not have left: " + report);
        }
        List<Done> unclaimed = done.stream().filter(d -> d.line() > report.executed()).toList();
        long since = unclaimed.isEmpty() ? killed : unclaimed.getFirst().at();
        note(behindMoves, dialect, unclaimed.size());
        note(behindMillis, dialect, (killed - since) / 1_000_000);
        note(behindReports, dialect, machine.reportsBy(killed).stream().filter(at -> at > since).count());
    }

    private static String phase(JournalReport report, WatchedMachine machine, boolean alive) {
        return report.isCompleted()
                ? alive ? " completed, alive" : " completed, gone"
                : machine.firstLine() == 0
                        ? " nothing received"
                        : report.executed() == 0
                                ? " nothing executed"
                                : report.executed() == report.head().lines() ? " at the end" : " in the middle";
    }

    private static void note(Map<String, List<Long>> where, String dialect, long value) {
        where.computeIfAbsent(dialect, _ -> new ArrayList<>()).add(value);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("journals: " + judged + ", wrong: " + wrong.size() + ", " + phases);
        behindMoves.keySet().forEach(d -> text.append(String.format(Locale.ROOT,
                "%n%s behind by moves %s, milliseconds since the first unclaimed move ended %s, reports since then %s; by more than one %d",
                d,
                spread(behindMoves.get(d)), spread(behindMillis.get(d)), spread(behindReports.get(d)),
                behindReports.get(d).stream().filter(n -> n > 1).count())));
        return text.toString();
    }

    /// Median, 90 of 100, 99 of 100, and the most.
    private static String spread(List<Long> values) {
        long[] sorted = values.stream().mapToLong(v -> v).sorted().toArray();
        return Arrays.toString(new long[]{at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1)});
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }
}
