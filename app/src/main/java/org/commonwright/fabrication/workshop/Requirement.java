package org.commonwright.fabrication.workshop;

import org.jspecify.annotations.Nullable;

/// What a job asks of a machine.
///
/// @param process common name, see [Processes]
/// @param material empty when any will do
/// @param envelope the size of the moves of its file
/// @param toleranceMm the largest deviation allowed; null when the design does not say
public record Requirement(String process, String material, Envelope envelope, @Nullable Double toleranceMm) {}
