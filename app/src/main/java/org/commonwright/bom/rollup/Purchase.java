package org.commonwright.bom.rollup;

import org.commonwright.bom.Offer;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;

/// The cheapest way to buy what is needed.
///
/// @param offer the price that holds for the ordered quantity
/// @param ordered at least what is needed: minimum order, packs and a price break that is cheaper in all may make it more
public record Purchase(Offer offer, Quantity ordered, Money cost) {}
