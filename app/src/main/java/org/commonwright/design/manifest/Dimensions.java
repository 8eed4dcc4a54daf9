package org.commonwright.design.manifest;

import java.math.BigDecimal;

/// The box around a thing, in millimetres.
public record Dimensions(BigDecimal width, BigDecimal depth, BigDecimal height) {}
