package org.commonwright.machine.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.i18n.Messages.Key;

/// What the figures of a link mean, for a person.
///
/// @param kind the one word
/// @param sentences the verdict with its figures first, then what to do
public record LinkVerdict(Kind kind, List<Key> sentences) {
    private static final int ENOUGH = 10;
    private static final double NOISE = 1e-3;
    private static final int LEAST_SIGNS = 2;
    private static final double LATE_MILLIS = 8;
    private static final double WAITS_MILLIS = 5;
    private static final double FULL = 0.9;
    private static final double STARVED = 0.05;
    private static final double LEAST_RUN_SECONDS = 2;

    /// The verdicts, the gravest first.
    public enum Kind {
        /// Bytes are damaged or lost.
        NOISY,
        /// This computer answers too late.
        HOST_LATE,
        /// The adapter or the network keeps bytes back.
        ADAPTER_WAITS,
        /// The program has more moves a second than the wire carries lines.
        SHORT_SEGMENTS, GOOD,
        /// Too little was said to judge.
        UNKNOWN;

        /// As the command line says it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param network whether it goes over a network, which has no adapter to set
    public static LinkVerdict of(LinkFigures figures, Optional<LatencyTimer> timer, boolean network) {
        Kind kind = kind(figures, timer);
        List<Key> sentences = new ArrayList<>();
        sentences.add(sentence(kind, figures, network));
        advise(kind, figures, network, sentences);
        timer.filter(LatencyTimer::isLong).ifPresent(slow -> {
            sentences.add(Key.of("link.advice-timer", slow.file().toString(), slow.millis(), slow.command()));
            sentences.add(Key.of("link.advice-rule", LatencyTimer.rule()));
        });
        return new LinkVerdict(kind, List.copyOf(sentences));
    }

    private static Kind kind(LinkFigures f, Optional<LatencyTimer> timer) {
        long exchanges = f.lines() + f.echoes().count();
        long signs = f.damage().signs();
        if (signs >= LEAST_SIGNS && signs > exchanges * NOISE) {
            return Kind.NOISY;
        }
        if (f.reactions().count() >= ENOUGH && f.reactions().percentile(95) > LATE_MILLIS || stalls(f)) {
            return Kind.HOST_LATE;
        }
        if (f.echoes().count() + f.answers().count() < ENOUGH) {
            return Kind.UNKNOWN;
        }
        double patience = timer.filter(LatencyTimer::isLong).isPresent() ? WAITS_MILLIS / 2 : WAITS_MILLIS;
        if (f.echoes().count() > 0 && f.waits() > patience) {
            return Kind.ADAPTER_WAITS;
        }
        boolean judged = f.supply().running() > LEAST_RUN_SECONDS;
        return judged && (f.used() > FULL || f.supply().starvedShare() > STARVED && f.used() > FULL / 2)
                ? Kind.SHORT_SEGMENTS
                : Kind.GOOD;
    }

    /// More than one a minute; a single one may be anything.
    private static boolean stalls(LinkFigures f) {
        return f.supply().stalls() > 1 && f.supply().stalls() * 60.0 > f.seconds();
    }

    private static Key sentence(Kind kind, LinkFigures f, boolean network) {
        return switch (kind) {
            case NOISY -> Key.of("link.noisy", f.damage().signs(), f.lines() + f.echoes().count());
            case HOST_LATE -> stalls(f)
                    ? Key.of("link.host-stalls", f.supply().stalls(), Math.round(f.seconds()))
                    : Key.of("link.host-late", tenths(f.reactions().percentile(95)));
            case ADAPTER_WAITS -> Key.of(network ? "link.network-waits" : "link.adapter-waits", tenths(f.waits()));
            case SHORT_SEGMENTS -> Key.of("link.short-segments", Math.round(f.linesPerSecond()),
                    Math.round(f.linesTheWireCarries()));
            case GOOD -> good(f.echoes().count() > 0 ? f.echoes() : f.answers());
            case UNKNOWN -> Key.of("link.unknown");
        };
    }

    /// An answer in a run waits for the planner, too; what is answered at once tells more of the link.
    private static Key good(Durations way) {
        return Key.of("link.good", tenths(way.median()), tenths(way.percentile(95)));
    }

    private static void advise(Kind kind, LinkFigures f, boolean network, List<Key> sentences) {
        switch (kind) {
            case NOISY -> sentences.add(Key.of(network ? "link.advice-network" : "link.advice-noise"));
            case HOST_LATE -> sentences.add(Key.of("link.advice-host"));
            case SHORT_SEGMENTS -> sentences.add(Key.of("link.advice-segments"));
            case ADAPTER_WAITS, GOOD, UNKNOWN -> {
                // What is to do is said by the adapter's timer, if anything.
            }
        }
        if (f.supply().starvedShare() > STARVED && kind != Kind.SHORT_SEGMENTS) {
            sentences.add(Key.of("link.starved", Math.round(100 * f.supply().starvedShare())));
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
