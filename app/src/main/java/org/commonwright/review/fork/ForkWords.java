package org.commonwright.review.fork;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;

/// Forks in words.
public final class ForkWords {
    private static final int DAYS_OF_WEEKS = 60;
    private static final int DAYS_OF_MONTHS = 730;
    private static final int MONTH = 30;
    private static final int YEAR = 365;

    private ForkWords() {}

    public static Messages.Key kind(ForkKind kind) {
        return Messages.Key.of(switch (kind) {
            case OPEN -> "forks.kind-open";
            case MERGED -> "forks.kind-merged";
            case TAKEN -> "forks.kind-taken";
            case REWRITTEN -> "forks.kind-rewritten";
            case UNRELATED -> "forks.kind-unrelated";
            case CUT -> "forks.kind-cut";
            case DAMAGED -> "forks.kind-damaged";
        });
    }

    /// How long ago somebody worked on it, by their clock; a date that lies ahead is said to lie ahead.
    public static Messages.Key age(ForkTip tip, Instant now) {
        if (!tip.here()) {
            return Messages.Key.of("forks.age-unknown");
        }
        if (ForkTips.isFuture(tip.last(), now)) {
            return Messages.Key.of("forks.age-ahead");
        }
        long days = Math.max(0, Duration.between(tip.last(), now).toDays());
        if (days == 0) {
            return Messages.Key.of("forks.age-today");
        }
        return days < DAYS_OF_WEEKS
                ? Messages.Key.of("forks.age-days", days)
                : days < DAYS_OF_MONTHS
                        ? Messages.Key.of("forks.age-months", days / MONTH)
                        : Messages.Key.of("forks.age-years", days / YEAR);
    }

    /// Who wrote it, in words also where they gave no name.
    public static String by(ForkTip tip, Messages messages) {
        return messages.called(tip.author());
    }

    /// Files, lines and bytes.
    public static Messages.Key size(ForkSize size) {
        return Messages.Key.of(size.uncounted() == 0 ? "forks.size" : "forks.size-at-least", size.files(),
                size.added(), size.removed(), new Messages.Bytes(size.bytes()));
    }

    /// A module's folder; the design itself has none.
    public static String module(RepoPath folder, Messages messages) {
        return folder.isRoot() ? messages.get("forks.root-module") : folder.text();
    }

    public static String modules(Fork fork, Messages messages) {
        return fork.modules().stream().map(folder -> module(folder, messages)).collect(Collectors.joining(", "));
    }

    /// What somebody has to decide who merges two forks: `bom.csv R4 Quantity`.
    public static Messages.Key clash(Clash clash) {
        return switch (clash.kind()) {
            case CELL -> Messages.Key.of("forks.clash-cell", clash.file(), clash.part(), clash.cell());
            case ROW -> Messages.Key.of("forks.clash-row", clash.file(), clash.part());
            case FIELD -> Messages.Key.of("forks.clash-field", clash.file(), clash.cell());
            case LINES -> Messages.Key.of("forks.clash-lines", clash.file());
            case WHOLE -> Messages.Key.of("forks.clash-whole", clash.file());
        };
    }

    /// What two forks both change, or decide otherwise, a few by name and the rest by number.
    public static String some(List<String> all, int most, Messages messages) {
        String shown = all.stream().limit(most).collect(Collectors.joining("; "));
        return all.size() <= most ? shown : messages.get("forks.and-more", shown, all.size() - most);
    }

    /// What merging a fork into the branch would ask; empty where it would ask nothing, and where nobody looked.
    public static Optional<String> withMain(ForkTable table, Fork fork, Messages messages) {
        return Optional.ofNullable(table.withMain().get(fork.head())).filter(Pair::conflicts)
                .map(pair -> pair(messages.get("forks.the-branch"), 0, Optional.of(pair), false, messages));
    }

    /// How a pair stands, in one sentence from the side of one of the two.
    ///
    /// @param other the name of the other
    /// @param files how many files both change
    /// @param pair what merging both came to; empty when nobody looked yet
    /// @param first whether this one is the pair's first
    public static String pair(String other, int files, Optional<Pair> pair, boolean first, Messages messages) {
        if (pair.isEmpty()) {
            return messages.get("forks.overlaps", other, files);
        }
        Pair known = pair.get();
        if (known.problem().isPresent()) {
            return messages.get("forks.pair-unknown", other, messages.get(known.problem().get()));
        }
        if (known.relation() != Pair.Relation.BESIDE) {
            return messages.get(known.relation() == Pair.Relation.HOLDS == first ? "forks.holds" : "forks.held", other);
        }
        if (known.conflicts()) {
            return messages.get("forks.conflicts", other, some(known.clashes().stream()
                    .map(clash -> messages.get(clash(clash).key(), clash(clash).arguments())).distinct().toList(), 4,
                    messages));
        }
        return messages.get("forks.goes-together", other, known.shared().size(), some(known.shared().stream()
                .flatMap(shared -> shared.parts().isEmpty()
                        ? Stream.of(shared.file().text())
                        : shared.parts().stream().map(part -> shared.file() + " " + part))
                .toList(), 3, messages));
    }
}
