package org.commonwright.bom.rollup;

import org.commonwright.bom.Offer;
import org.commonwright.bom.supply.Exchange;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One position of an order.
///
/// @param offer the price that holds for the ordered quantity
/// @param ordered in the offer's unit; minimum order, packs and a price break that is cheaper in all may make it more than is needed
/// @param cost in the currency that is added up
/// @param exchange how the price was converted; null when it is in that currency
public record Purchase(Offer offer, Quantity ordered, Money cost, @Nullable Exchange exchange) {}
