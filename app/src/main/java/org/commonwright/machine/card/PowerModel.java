package org.commonwright.machine.card;

/// What a machine draws, in watts, as a person measured or read it. All of it is on top of `idle`.
///
/// @param idle while it is on
/// @param motion more while it moves
/// @param hotend more while its nozzle heats with full power
/// @param bed more while its bed heats with full power
/// @param spindle more while its spindle turns
public record PowerModel(double idle, double motion, double hotend, double bed, double spindle) {
    public static final PowerModel UNKNOWN = new PowerModel(0, 0, 0, 0, 0);
    private static final double SECONDS_PER_HOUR = 3600;

    /// How long each part was at work, in seconds; of heaters as seconds of full power.
    public record Use(double on, double motion, double hotend, double bed, double spindle) {}

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /// @return watt-hours
    public double energy(Use use) {
        return (idle * use.on() + motion * use.motion() + hotend * use.hotend() + bed * use.bed()
                + spindle * use.spindle()) / SECONDS_PER_HOUR;
    }
}
