package org.commonwright.bom.rollup;

import org.commonwright.bom.supply.StockLot;
import org.commonwright.model.Quantity;

/// What is taken from one lot.
///
/// @param amount in the lot's unit
/// @param substitute the alternate that the lot holds; empty when it holds the part itself
public record Taken(StockLot lot, Quantity amount, String substitute) {}
