package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.error.Problem;
import org.commonwright.publish.report.Evidence;
import org.commonwright.publish.report.Report;
import org.jspecify.annotations.Nullable;

/// The alarm that a bought part hangs on one firm now and did not before.
final class SingleVendors {
    private static final String QUESTION = "single-source";

    private SingleVendors() {}

    static List<Problem> of(@Nullable Report before, @Nullable Report after) {
        Set<String> known = new HashSet<>();
        evidence(before).forEach(one -> known.add(part(one)));
        List<Problem> alarms = new ArrayList<>();
        evidence(after).stream().filter(one -> known.add(part(one)))
                .forEach(one -> alarms.add(Problem.warning(one.place(), "consequence.alarm-single", one.text())));
        return alarms;
    }

    private static List<Evidence> evidence(@Nullable Report report) {
        return report == null
                ? List.of()
                : report.answers().stream().filter(answer -> answer.id().equals(QUESTION))
                        .flatMap(answer -> answer.evidence().stream()).toList();
    }

    /// Without the one who sells it.
    private static String part(Evidence one) {
        return one.text().replaceFirst(" \\([^()]*\\)$", "");
    }
}
