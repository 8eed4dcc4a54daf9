package org.commonwright.bom.rollup;

import java.math.BigDecimal;

/// How many of one module the whole needs.
public record ModuleUse(String path, String name, BigDecimal times) {}
