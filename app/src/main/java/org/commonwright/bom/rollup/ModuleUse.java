package org.commonwright.bom.rollup;

import java.math.BigDecimal;

/// How many of one module the whole needs.
///
/// @param times how many are in N pieces
/// @param fromStock how many of them are taken finished from stock
/// @param made how many have to be made, with those that get lost
public record ModuleUse(String path, String name, BigDecimal times, BigDecimal fromStock, BigDecimal made) {}
