package org.commonwright.fabrication.workshop;

import java.util.List;
import java.util.Optional;

/// A place with machines.
///
/// @param file where this was read; empty for the practice workshop
public record Workshop(String name, String file, List<MachineProfile> machines) {
    public Workshop {
        machines = List.copyOf(machines);
    }

    public Optional<MachineProfile> machine(String machineName) {
        return machines.stream().filter(m -> m.name().equals(machineName)).findFirst();
    }

    /// A printer and a mill that exist only in the program: to try everything before the first real machine. They run sixty
    /// times as fast as real ones, so that an hour's print ends while one looks on.
    public static Workshop practice() {
        var printer = new MachineProfile("practice-printer", List.of("fdm-printing"), new Envelope(220, 220, 250),
                List.of("*"), 0.3, "virtual:marlin?speed=60");
        var mill = new MachineProfile("practice-mill", List.of("cnc-milling", "laser-cutting", "pen-plotting"),
                new Envelope(800, 600, 120), List.of("*"), 0.1, "virtual:grbl?speed=60");
        return new Workshop("Practice workshop", "", List.of(printer, mill));
    }
}
