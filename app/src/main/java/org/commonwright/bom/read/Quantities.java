package org.commonwright.bom.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.NumberStyle;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Reads quantities as people write them: `2`, `2x`, `3 pcs`, `0.8 m`, `0,8 m`, `1/2`, `1 ½`, `1 000`.
final class Quantities {
    private static final BigDecimal MOST = new BigDecimal("1e12");
    private static final int DECIMALS = 30;
    private static final int LONGEST = 80;
    private static final Pattern ABSENT = Pattern.compile("(?i)|[-–—]|n/?a|\\?|as (?:needed|required)|a/?r|tbd");
    private static final Pattern TIMES = Pattern.compile("(?i)^[x×*]\\s*(?=[\\d.,])|(?<=\\d)\\s*[x×*]$");
    private static final Pattern FRACTION = Pattern
            .compile("(?:(\\d{1,9})\\s+)?(\\d{1,9})\\s*[/⁄]\\s*(\\d{1,9})\\s*(\\D.*)?");
    private static final Pattern PLAIN = Pattern
            .compile(
                    "([-+−]?\\s*[\\d.,](?:[\\d.,'’ \\u00a0\\u202f]*[\\d.,])?(?:[eE][-+]?\\d{1,3}(?![\\d\\p{L}]))?)\\s*(\\p{L}[\\p{L}²³./ ]*[23]?)?");
    private static final Pattern ABOUT = Pattern
            .compile("(?i)(?:[~≈]|about|approx(?:\\.|imately)?|circa|ca\\.?|env(?:\\.|iron)|etwa)\\s*(?=[\\d.,])");
    private static final Pattern VULGAR = Pattern.compile("[\\u00bc-\\u00be\\u2150-\\u215e]");

    private static final int SMALL = 256;
    private static final Set<String> PIECES = Set.of("pcs", "pc", "x");

    private final NumberStyle style;
    private final @Nullable QuantityReading[] small = new @Nullable QuantityReading[2 * SMALL];

    Quantities(NumberStyle style) {
        this.style = style;
    }

    /// @param cell the quantity's cell
    /// @param unitCell the unit's cell, empty when there is none
    /// @param otherwise the unit when neither cell names one
    QuantityReading read(String cell, String unitCell, Unit otherwise) {
        String stripped = cell.strip();
        if (isSmallNumber(stripped)) {
            int number = Integer.parseInt(stripped);
            if (number < SMALL && (unitCell.isEmpty() ? otherwise == Unit.PIECE : PIECES.contains(unitCell))) {
                return small(number, !unitCell.isEmpty());
            }
            return with(new NumberStyle.Reading(BigDecimal.valueOf(number), false), cell, "", unitCell, otherwise);
        }
        if (stripped.length() > LONGEST) {
            return QuantityReading.Unclear.of("bom.quantity-unclear", stripped.substring(0, LONGEST) + "…");
        }
        String text = VULGAR.matcher(stripped)
                .replaceAll(v -> " " + Normalizer.normalize(v.group(), Normalizer.Form.NFKC)).strip();
        if (ABSENT.matcher(text).matches()) {
            return new QuantityReading.Absent();
        }
        Matcher about = ABOUT.matcher(text);
        if (about.lookingAt()) {
            QuantityReading rest = read(text.substring(about.end()), unitCell, otherwise);
            return rest instanceof QuantityReading.Known(Quantity q, _, boolean says)
                    ? new QuantityReading.Known(q, "bom.quantity-about", says)
                    : unclear(cell);
        }
        text = TIMES.matcher(text).replaceAll("").strip();
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return fraction(fraction, cell, unitCell, otherwise);
        }
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            return unclear(cell);
        }
        Optional<NumberStyle.Reading> number = style
                .read(plain.group(1).replace('−', '-').replaceAll("^([-+])\\s+", "$1"));
        return number.isEmpty()
                ? unclear(cell)
                : with(number.get(), cell, text(plain.group(2)), unitCell, otherwise);
    }

    /// Most quantities are a few pieces; each of these exists once.
    private QuantityReading small(int number, boolean saysUnit) {
        int at = saysUnit ? number + SMALL : number;
        QuantityReading known = small[at];
        if (known == null) {
            known = new QuantityReading.Known(Quantity.pieces(number), "", saysUnit);
            small[at] = known;
        }
        return known;
    }

    private static boolean isSmallNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 9;
    }

    private QuantityReading fraction(Matcher m, String cell, String unitCell, Unit otherwise) {
        BigDecimal below = new BigDecimal(m.group(3));
        if (below.signum() == 0) {
            return unclear(cell);
        }
        BigDecimal whole = m.group(1) == null ? BigDecimal.ZERO : new BigDecimal(m.group(1));
        BigDecimal number = whole.add(new BigDecimal(m.group(2)).divide(below, MathContext.DECIMAL128));
        return with(new NumberStyle.Reading(number, false), cell, text(m.group(4)), unitCell, otherwise);
    }

    private static QuantityReading with(NumberStyle.Reading reading, String cell, String unitText, String unitCell,
            Unit otherwise) {
        BigDecimal number = reading.number();
        if (number.signum() < 0) {
            return QuantityReading.Unclear.of("bom.quantity-negative", cell);
        }
        if (number.compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > DECIMALS + 4) {
            return QuantityReading.Unclear.of("bom.quantity-out-of-range", cell);
        }
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        Optional<Unit> inCell = unitText.isEmpty() ? Optional.empty() : unit(unitText);
        Optional<Unit> beside = unitCell.isBlank() ? Optional.empty() : unit(unitCell);
        if (inCell.isEmpty() && !unitText.isEmpty()) {
            return QuantityReading.Unclear.of("bom.unit-unknown", unitText);
        }
        if (beside.isEmpty() && !unitCell.isBlank()) {
            return QuantityReading.Unclear.of("bom.unit-unknown", unitCell.strip());
        }
        if (inCell.isPresent() && beside.isPresent() && inCell.get() != beside.get()) {
            return QuantityReading.Unclear.of("bom.unit-twice", inCell.get().symbol(), beside.get().symbol());
        }
        Optional<Unit> said = inCell.or(() -> beside);
        return new QuantityReading.Known(new Quantity(plain, said.orElse(otherwise)),
                reading.ambiguous() ? "bom.quantity-ambiguous" : "", said.isPresent());
    }

    private static Optional<Unit> unit(String text) {
        String t = text.strip();
        return Unit.parse(t.endsWith(".") ? t.substring(0, t.length() - 1) : t);
    }

    private static QuantityReading unclear(String cell) {
        return QuantityReading.Unclear.of("bom.quantity-unclear", cell.strip());
    }

    private static String text(String groupOrNull) {
        return groupOrNull == null ? "" : groupOrNull.strip();
    }
}
