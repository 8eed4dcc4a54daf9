package org.commonwright.review.card;

import org.commonwright.publish.report.Report;
import org.jspecify.annotations.Nullable;

/// A design on one side of a change. What could not be worked out is null: the card says that it is not known, never nothing.
///
/// @param durability what the report on durability answers
public record DesignFigures(Cost cost, @Nullable Mass mass, @Nullable PartCount parts, @Nullable Wait lead,
        LicenceState licence, @Nullable Report durability) {}
