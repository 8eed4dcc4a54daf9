package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// What columns beyond the canonical ones say about a line: how much of it gets lost, and how long it takes.
final class LineFacts {
    private static final BigDecimal PERCENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = BigDecimal.TEN;
    private static final Pattern SHARE = Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,8})?)\\s*(%?)");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})(?:\\s*(?:d|days?|jours?|j))?");

    private enum Fact {
        ATTRITION, LEAD_TIME, NONE
    }

    private final Map<String, Fact> headers = new HashMap<>();
    private final Consumer<Problem> problems;

    LineFacts(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /// The share that gets lost on top of what is used: 0.05 for `5 %` and for `5`. What cannot be understood is told and
    /// counts as not said.
    BigDecimal attrition(BomLine line, Place place, BigDecimal otherwise) {
        String text = cell(line, Fact.ATTRITION);
        if (text == null) {
            return otherwise;
        }
        Matcher share = SHARE.matcher(text.strip());
        if (share.matches()) {
            BigDecimal value = new BigDecimal(share.group(1).replace(',', '.')).multiply(PERCENT);
            if (value.compareTo(MOST) <= 0) {
                boolean looksLikeShare = share.group(2).isEmpty() && value.signum() > 0 && value.compareTo(PERCENT) < 0;
                if (looksLikeShare) {
                    problems.accept(Problem.warning(place, "bom.attrition-small", text.strip(), line.part()));
                }
                return value;
            }
        }
        problems.accept(Problem.error(place, "bom.attrition-unclear", text, line.part()));
        return otherwise;
    }

    /// How many days it takes to make or to put together; -1 when the line does not say.
    int days(BomLine line) {
        String text = cell(line, Fact.LEAD_TIME);
        Matcher days = text == null ? null : DAYS.matcher(text.strip());
        return days != null && days.matches() ? Integer.parseInt(days.group(1)) : -1;
    }

    private @Nullable String cell(BomLine line, Fact wanted) {
        if (line.attributes().isEmpty()) {
            return null;
        }
        for (Map.Entry<String, String> attribute : line.attributes().entrySet()) {
            if (headers.computeIfAbsent(attribute.getKey(), LineFacts::fact) == wanted) {
                return attribute.getValue();
            }
        }
        return null;
    }

    private static Fact fact(String header) {
        return switch (header.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT)) {
            case "attrition", "scrap", "waste", "scraprate", "scrapfactor", "attritionrate", "loss", "losses", "perte",
                    "pertes", "rebut", "rebuts", "chute", "chutes", "ausschuss", "verschnitt" ->
                Fact.ATTRITION;
            case "leadtimedays", "leadtime", "assemblydays", "days", "delai", "délai", "delaijours", "délaijours",
                    "lieferzeit" ->
                Fact.LEAD_TIME;
            default -> Fact.NONE;
        };
    }
}
