package org.commonwright.review.card;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Reads what one piece weighs from a column of a bill of materials: `Mass (g)`, `Weight`, `Poids unitaire [kg]`, with the unit in the
/// header or behind the number. A number without a unit is not guessed at, nor is a sum for the whole row.
final class MassCell {
    private static final int LONGEST = 60;
    private static final Pattern HEADER = Pattern.compile(
            "(?iU)\\s*(?:unit |part |piece |each )?(?:mass|weight|masse|poids|gewicht)"
                    + "(?: each| per piece| per part| unitaire| par pièce| pro stück)?[\\s(\\[_/-]*(?:in |en )?(\\p{L}{0,12})[\\s)\\]]*");
    private static final Pattern CELL = Pattern.compile("\\s*(\\d{1,9}(?:[.,]\\d{1,9})?)\\s*(\\p{L}{0,12})\\s*");

    private MassCell() {}

    /// Grams of one piece.
    static Optional<BigDecimal> of(BomLine line) {
        for (Map.Entry<String, String> said : line.attributes().entrySet()) {
            Optional<BigDecimal> grams = of(said.getKey(), said.getValue());
            if (grams.isPresent()) {
                return grams;
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> of(String header, String cell) {
        if (header.length() > LONGEST || cell.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher column = HEADER.matcher(header);
        Matcher value = CELL.matcher(cell);
        if (!column.matches() || !value.matches()) {
            return Optional.empty();
        }
        String unit = value.group(2).isEmpty() ? column.group(1) : value.group(2);
        return unit.isEmpty()
                ? Optional.empty()
                : Unit.parse(unit).filter(u -> u.dimension() == Unit.Dimension.MASS).map(
                        u -> new Quantity(new BigDecimal(value.group(1).replace(',', '.')), u).in(Unit.GRAM).number());
    }
}
