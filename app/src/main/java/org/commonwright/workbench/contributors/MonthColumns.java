package org.commonwright.workbench.contributors;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.contribution.insight.MonthShares;

/// The months that a chart shows: also those in which nothing changed, as the one before left them; when there are many, every
/// second, third … one.
final class MonthColumns {
    private static final int MOST = 72;

    private MonthColumns() {}

    static List<MonthShares> of(List<MonthShares> changed) {
        List<MonthShares> all = new ArrayList<>();
        for (MonthShares month : changed) {
            while (!all.isEmpty() && all.getLast().month().plusMonths(1).isBefore(month.month())) {
                MonthShares before = all.getLast();
                YearMonth next = before.month().plusMonths(1);
                all.add(new MonthShares(next, before.lines(), before.people()));
            }
            all.add(month);
        }
        int step = Math.max(1, (all.size() + MOST - 1) / MOST);
        List<MonthShares> shown = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i -= step) {
            shown.add(all.get(i));
        }
        return shown.reversed();
    }
}
