package org.commonwright.fabrication.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether a machine can do a job, with every reason when it cannot.
public record Match(MachineProfile machine, List<Refusal> refusals) {
    private static final String NOT_SAID = "–";

    public Match {
        refusals = List.copyOf(refusals);
    }

    public boolean fits() {
        return refusals.isEmpty();
    }

    /// One match for each machine of the workshop, in the workshop's order.
    public static List<Match> all(Workshop workshop, Requirement job) {
        return workshop.machines().stream().map(m -> of(m, job)).toList();
    }

    public static Match of(MachineProfile machine, Requirement job) {
        var refusals = new ArrayList<Refusal>();
        if (!machine.processes().contains(job.process())) {
            refusals.add(new Refusal("process", job.process(), String.join(", ", machine.processes())));
        }
        if (machine.materials().stream().noneMatch(m -> covers(m, job.material()))) {
            refusals.add(new Refusal("material", job.material(), String.join(", ", machine.materials())));
        }
        length(refusals, "envelope-x", job.envelope().x(), machine.envelope().x());
        length(refusals, "envelope-y", job.envelope().y(), machine.envelope().y());
        length(refusals, "envelope-z", job.envelope().z(), machine.envelope().z());
        Double wanted = job.toleranceMm();
        Double kept = machine.toleranceMm();
        if (wanted != null && (kept == null || kept > wanted)) {
            refusals.add(new Refusal("tolerance", millimetres(wanted), kept == null ? NOT_SAID : millimetres(kept)));
        }
        return new Match(machine, refusals);
    }

    private static void length(List<Refusal> refusals, String field, double required, double offered) {
        if (required > offered) {
            refusals.add(new Refusal(field, millimetres(required), millimetres(offered)));
        }
    }

    /// `aluminium` covers `Aluminium EN AW-5083`, but not `aluminium-bronze`.
    private static boolean covers(String offered, String required) {
        String have = offered.strip().toLowerCase(Locale.ROOT);
        String want = required.strip().toLowerCase(Locale.ROOT);
        return want.isEmpty() || have.equals("*") || want.equals(have)
                || !have.isEmpty() && want.startsWith(have + " ");
    }

    private static String millimetres(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text) + " mm";
    }
}
