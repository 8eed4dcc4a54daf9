package org.commonwright.machine.health;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Messages.Key;

/// The figures of a link as names and values, the same in the window and on the command line.
public final class LinkRows {
    /// In the order in which people look for them.
    private static final List<String> ORDER = List.of("link.answer", "link.echo", "link.reaction", "link.lines",
            "link.wire", "link.starved-name", "link.idle", "link.resends", "link.checksums", "link.torn",
            "link.lost-reports", "link.garbage", "link.restarts", "link.reconnects");

    private LinkRows() {}

    /// Where a figure stands among all, from 0.
    public static int place(String name) {
        return ORDER.indexOf(name);
    }

    /// One figure.
    public record Row(Key name, Key value) {}

    /// @param grbl whether the machine is one of GRBL's family, which says how full it is when it is set to
    public static List<Row> of(LinkFigures f, boolean grbl) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("link.answer", times(f.answers())));
        rows.add(row("link.echo", times(f.echoes())));
        rows.add(row("link.reaction", times(f.reactions())));
        rows.add(row("link.lines", Key.of("link.of-lines", f.lines(), Math.round(f.linesPerSecond()))));
        rows.add(row("link.wire", f.bytesPerSecond() == 0 || f.lines() == 0
                ? Key.of("link.not-known")
                : Key.of("link.per-second", Math.round(f.linesTheWireCarries()))));
        if (f.supply().running() > 0) {
            rows.add(row("link.starved-name", starved(f.supply(), grbl)));
            rows.add(row("link.idle", share(f.supply().idle(), f.supply().running())));
        }
        rows.add(count("link.resends", f.damage().resends()));
        rows.add(count("link.checksums", f.damage().checksums()));
        rows.add(count("link.torn", f.damage().torn()));
        rows.add(count("link.lost-reports", f.damage().lostReports()));
        rows.add(count("link.garbage", f.damage().garbage()));
        rows.add(count("link.restarts", f.damage().restarts()));
        rows.add(count("link.reconnects", f.reconnects()));
        return rows;
    }

    private static Key starved(LinkFigures.Supply supply, boolean grbl) {
        return supply.observed() > 0
                ? share(supply.starved(), supply.observed())
                : Key.of(grbl ? "link.not-said-grbl" : "link.not-said");
    }

    private static Key share(double part, double whole) {
        return Key.of("link.of-run", tenths(100 * part / whole), Key.of("link.seconds", tenths(whole)));
    }

    private static Row row(String name, Key value) {
        return new Row(Key.of(name), value);
    }

    private static Row count(String name, long value) {
        return row(name, Key.of("link.count", value));
    }

    private static Key times(Durations durations) {
        return durations.count() == 0
                ? Key.of("link.not-known")
                : Key.of("link.measured", tenths(durations.median()), tenths(durations.percentile(95)));
    }

    private static double tenths(double value) {
        return value < 1 ? Math.round(value * 100) / 100.0 : Math.round(value * 10) / 10.0;
    }
}
