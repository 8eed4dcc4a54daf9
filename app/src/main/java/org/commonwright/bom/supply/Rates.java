package org.commonwright.bom.supply;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.bom.SkippedRow;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// What a `rates.csv` says. `rates` and `skipped` together are all its rows but the header.
public record Rates(List<Rate> rates, List<SkippedRow> skipped, List<Problem> problems) {
    public static final Rates NONE = new Rates(List.of(), List.of(), List.of());

    private static final Comparator<Exchange> BEST = Comparator.comparing(Exchange::date)
            .thenComparing(e -> -e.rates().size()).thenComparing(e -> -e.rates().getFirst().place().line());

    public Rates {
        rates = List.copyOf(rates);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    /// The exchange from one currency into another on a day: the newest rate that is not after that day. A rate the other way
    /// round is turned; without any, two rates over a third currency are taken. Never a guess: empty when there is none.
    ///
    /// @param on null for the newest of all
    public Optional<Exchange> find(String from, String to, @Nullable LocalDate on) {
        Optional<Exchange> direct = steps(from, on).filter(e -> e.to().equals(to)).max(BEST);
        return direct.isPresent()
                ? direct
                : steps(from, on).flatMap(first -> steps(first.to(), on).filter(e -> e.to().equals(to))
                        .map(first::then)).max(BEST);
    }

    private Stream<Exchange> steps(String from, @Nullable LocalDate on) {
        return rates.stream().filter(r -> on == null || !r.date().isAfter(on))
                .filter(r -> r.from().equals(from) || r.to().equals(from)).map(r -> Exchange.of(r, from));
    }
}
