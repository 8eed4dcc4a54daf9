package org.commonwright.machine.history;

/// Filament that a run fed as far as it was executed.
///
/// @param length in mm; 0 when none was fed or the program does not say how much
/// @param volume in mm³
/// @param grams 0 when the density is not known
public record Material(double length, double volume, double grams) {
    public static final Material NONE = new Material(0, 0, 0);
}
