package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Place;
import org.commonwright.model.Quantity;

/// Where a part of a total comes from: one row of one module, and how many of that module there are.
///
/// @param module the module's path
/// @param file the file of its bill of materials
/// @param times how many of the module are in the whole
/// @param made how many of it have to be made: more where some get lost, less where finished ones are in stock
/// @param attrition the share of this row that gets lost, 0.05 for 5 %
public record Source(String module, String file, BomLine line, BigDecimal times, BigDecimal made,
        BigDecimal attrition) {
    public Place place() {
        return Place.line(file, line.row());
    }

    /// What this row adds to what is needed, in the row's own unit.
    ///
    /// @throws IllegalStateException when the row says no quantity; such a row is no source
    public Quantity needed() {
        Quantity each = line.quantity();
        if (each == null) {
            throw new IllegalStateException("no quantity at " + place());
        }
        return each.times(made.multiply(BigDecimal.ONE.add(attrition)));
    }
}
