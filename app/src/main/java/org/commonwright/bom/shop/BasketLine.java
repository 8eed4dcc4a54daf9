package org.commonwright.bom.shop;

import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;

/// One position of a basket.
///
/// @param line the part that it is for
/// @param quantity what is ordered, in the offer's unit
/// @param cost in the currency that is added up
public record BasketLine(RollupLine line, Purchase purchase, Quantity quantity, Money cost) {
    public String sku() {
        return purchase.offer().sku();
    }

    /// What the buyer calls it, with the substitute where one is bought.
    public String reference() {
        String substitute = line.supply().substitute();
        return substitute.isEmpty() ? line.part() : line.part() + " (" + substitute + ")";
    }

    /// The maker's number of what is bought.
    public String mpn() {
        return line.supply().substitute().isEmpty() ? line.first().mpn() : purchase.offer().part();
    }

    public String manufacturer() {
        return line.supply().substitute().isEmpty() ? line.first().manufacturer() : "";
    }
}
