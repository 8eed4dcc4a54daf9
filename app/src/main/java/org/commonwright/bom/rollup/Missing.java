package org.commonwright.bom.rollup;

import org.commonwright.error.Place;
import org.commonwright.i18n.Messages;

/// A part whose cost or quantity is not known, so that the sum is without it.
///
/// @param place the row that names it
public record Missing(String part, Messages.Key reason, Place place) {}
