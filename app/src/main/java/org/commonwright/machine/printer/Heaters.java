package org.commonwright.machine.printer;

import java.util.List;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.protocol.Temperature;

/// A printer's heaters by the firmware's letters: `T` or `T0`, `T1`… nozzles, `B` the bed, `C` the chamber.
public final class Heaters {
    private static final int NOZZLE_MOST = 500;
    private static final int BED_MOST = 200;
    private static final int CHAMBER_MOST = 150;

    private Heaters() {}

    /// Without the line that only repeats the active nozzle, where the nozzles are numbered.
    public static List<Temperature> distinct(List<Temperature> temperatures) {
        boolean numbered = temperatures.stream().anyMatch(heater -> heater.heater().matches("T[0-9]"));
        return numbered
                ? temperatures.stream().filter(heater -> !heater.heater().equals("T")).toList()
                : temperatures;
    }

    /// The line that sets a heater (`M104`, `M140`, `M141`).
    ///
    /// @param celsius 0 switches it off
    /// @throws Fault `printer.bad-target` when no printer can mean that
    public static String line(String heater, double celsius) {
        int most = switch (heater.charAt(0)) {
            case 'B' -> BED_MOST;
            case 'C' -> CHAMBER_MOST;
            default -> NOZZLE_MOST;
        };
        if (!(celsius >= 0 && celsius <= most)) {
            throw new Fault("printer.bad-target", name(heater), celsius, most);
        }
        String what = switch (heater.charAt(0)) {
            case 'B' -> "M140";
            case 'C' -> "M141";
            default -> heater.length() > 1 ? "M104 " + heater : "M104";
        };
        return String.format(Locale.ROOT, celsius == Math.rint(celsius) ? "%s S%.0f" : "%s S%.1f", what, celsius);
    }

    /// What people call it.
    public static Messages.Key name(String heater) {
        return switch (heater.charAt(0)) {
            case 'B' -> Messages.Key.of("printer.bed");
            case 'C' -> Messages.Key.of("printer.chamber");
            default -> heater.length() > 1
                    ? Messages.Key.of("printer.nozzle-number", heater.charAt(1) - '0' + 1)
                    : Messages.Key.of("printer.nozzle");
        };
    }
}
