package org.commonwright.publish.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a part will be made, as a cell says it: a word, or the day on which it ends.
enum Lifecycle {
    ENDED, ENDING, GOING_ON;

    private static final int SOON_MONTHS = 12;
    private static final Pattern HEADER = Pattern.compile(
            "(?i)\\s*(part )?(life ?-?cycle( status)?|part status|eol( date)?|end[- ]of[- ]life( date)?|end of production"
                    + "|last time buy|ltb|obsolescence|fin de vie|cycle de vie|arrêt de production)\\s*");
    private static final Pattern STATUS = Pattern.compile("(?i)\\s*(status|statut|état)\\s*");
    private static final Pattern OVER = Pattern.compile(
            "(?iU).*\\b(obsolete|discontinued|end of life|eol|no longer (made|manufactured|produced)|obsolète|abandonnée?"
                    + "|n’est plus fabriquée?|arrêtée?)\\b.*");
    private static final Pattern ENDS = Pattern
            .compile("(?iU).*\\b(nrnd|not recommended for new designs?|last time buy|ltb|end of life announced)\\b.*");
    private static final Pattern DENIED = Pattern
            .compile("(?iU)\\s*(not|no|never|non|pas)\\b(?! (recommended|longer)).*");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");

    /// Whether a column is about this.
    static boolean isHeader(String header) {
        return HEADER.matcher(header).matches() || STATUS.matcher(header).matches();
    }

    /// @param header the column's, for a column `EOL` may say just `yes`
    static Lifecycle of(String header, String cell, LocalDate today) {
        Optional<LocalDate> day = day(cell);
        if (day.isPresent()) {
            return !day.get().isAfter(today)
                    ? ENDED
                    : day.get().isAfter(today.plusMonths(SOON_MONTHS)) ? GOING_ON : ENDING;
        }
        if (DENIED.matcher(cell).matches()) {
            return GOING_ON;
        }
        if (ENDS.matcher(cell).matches()) {
            return ENDING;
        }
        boolean marked = header.matches("(?i)\\s*(eol|end[- ]of[- ]life|fin de vie)\\s*")
                && cell.strip().matches("(?i)yes|true|x|1|oui|vrai");
        return marked || OVER.matcher(cell).matches() ? ENDED : GOING_ON;
    }

    /// A month ends with its last day.
    private static Optional<LocalDate> day(String cell) {
        Matcher day = DAY.matcher(cell);
        try {
            return !day.find()
                    ? Optional.empty()
                    : Optional.of(day.group(3) == null
                            ? YearMonth.parse(day.group()).atEndOfMonth()
                            : LocalDate.parse(day.group()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
