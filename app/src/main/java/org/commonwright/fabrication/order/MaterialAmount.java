package org.commonwright.fabrication.order;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// How much material one piece takes, where the bill of materials has a column for it: `Material amount`,
/// `Material quantity` or `Quantité de matière`, with a number and its unit, such as `24 g` or `0,4 m`.
final class MaterialAmount {
    private static final Pattern COLUMN = Pattern.compile(
            "(?iu)material[ _-](amount|quantity)|amount of material|quantit[ée] de (la )?mati[èe]re");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*(\\p{L}[\\p{L}\\d²³]{0,15})");

    private MaterialAmount() {}

    /// The cell as it is written; empty when there is none.
    static Optional<String> written(BomLine line) {
        return line.attributes().entrySet().stream().filter(cell -> COLUMN.matcher(cell.getKey().strip()).matches())
                .map(Map.Entry::getValue).map(String::strip).filter(cell -> !cell.isEmpty()).findFirst();
    }

    /// @return empty when it is no amount in a unit that the program knows; none is guessed
    static Optional<Quantity> read(String cell) {
        Matcher amount = AMOUNT.matcher(cell);
        if (!amount.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(amount.group(1).replace(',', '.'));
        return Unit.parse(amount.group(2)).filter(_ -> number.signum() > 0).map(unit -> new Quantity(number, unit));
    }
}
