package org.commonwright.machine.card;

/// What a printer prints with.
///
/// @param diameter in mm
/// @param density in g/cm³; 0 when nobody said
public record Filament(double diameter, double density) {
    public static final Filament USUAL = new Filament(1.75, 0);
    private static final double MM3_PER_CM3 = 1000;

    /// @param length of filament in mm
    /// @return mm³
    public double volume(double length) {
        return Math.PI * diameter * diameter / 4 * length;
    }

    /// @return grams; 0 when the density is not known
    public double grams(double length) {
        return volume(length) / MM3_PER_CM3 * density;
    }
}
