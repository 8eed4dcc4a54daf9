package org.commonwright.bom.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.commonwright.error.Place;

/// One row of a `rates.csv`: on `date`, one `from` was worth `rate` of `to`.
///
/// @param source who said so; empty when not given
public record Rate(Place place, LocalDate date, String from, String to, BigDecimal rate, String source) {}
