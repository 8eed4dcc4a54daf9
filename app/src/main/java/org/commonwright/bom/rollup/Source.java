package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Place;

/// Where a part of a total comes from: one row of one module, and how many of that module there are.
///
/// @param module the module's path
/// @param file the file of its bill of materials
/// @param times how many of the module the whole needs
public record Source(String module, String file, BomLine line, BigDecimal times) {
    public Place place() {
        return Place.line(file, line.row());
    }
}
