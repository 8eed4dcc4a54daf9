package org.commonwright.design.manifest;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.design.manifest.Commons.Decision;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.Rational;

/// Reads `[decision]`. How a community decides must be said without a doubt: here everything that is unknown or wrong is an error,
/// and while there is one nobody decides. Where the table stands and names no rule, consent counts.
final class DecisionReader {
    private static final String KEY = "decision";
    private static final Set<String> KEYS = Set.of("rule", "quorum", "days");
    private static final Set<String> RULES = Set.of("consent", "consensus", "majority", "maintainer");
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(3650);

    private final String shownAs;
    private final Consumer<Problem> problems;

    DecisionReader(String shownAs, Consumer<Problem> problems) {
        this.shownAs = shownAs;
        this.problems = problems;
    }

    Decision read(TomlTable commons) {
        commons.keys().stream().filter(key -> !key.equals(KEY) && key.toLowerCase(Locale.ROOT).startsWith("decis"))
                .forEach(key -> problems.accept(Problem.error(Place.file(shownAs), "design.decision-key", key)));
        Optional<TomlTable> table = commons.table(KEY);
        if (table.isEmpty() && commons.has(KEY)) {
            wrong("decision");
        }
        return table.map(this::decision).orElse(Decision.DEFAULT);
    }

    private Decision decision(TomlTable t) {
        t.keys().stream().filter(key -> !KEYS.contains(key))
                .forEach(key -> problems.accept(Problem.error(Place.file(shownAs), "design.decision-key", key)));
        String rule = t.has("rule") ? t.text("rule") : "consent";
        if (!RULES.contains(rule)) {
            wrong("decision.rule");
        }
        BigDecimal days = t.number("days").orElse(BigDecimal.ZERO);
        if (days.signum() < 0 || days.compareTo(MOST_DAYS) > 0 || days.stripTrailingZeros().scale() > 0
                || t.has("days") && t.number("days").isEmpty()) {
            wrong("decision.days");
            days = BigDecimal.ZERO;
        }
        String quorum = t.text("quorum");
        Optional<Rational> share = quorum.isEmpty() && !t.has("quorum")
                ? Optional.of(Rational.ZERO)
                : Rational.parse(quorum);
        if (share.filter(s -> s.signum() >= 0 && s.compareTo(Rational.ONE) <= 0).isEmpty()) {
            wrong("decision.quorum");
            share = Optional.of(Rational.ONE);
        }
        return new Decision(RULES.contains(rule) ? rule : "consensus", share.orElse(Rational.ONE), days.intValue());
    }

    private void wrong(String key) {
        problems.accept(Problem.error(Place.file(shownAs), "design.decision-value", key));
    }
}
