package org.commonwright.machine.marlin;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Temperature;

/// What is hot or turns, as far as it was said to this machine or by it, and the lines that switch it off. The order is
/// that of Marlin's own abort of a print: heaters, then the tool, then the fans.
final class MarlinTools {
    private List<Temperature> known = List.of();
    private boolean heats;
    private boolean turns;

    /// A line leaves for the machine.
    void sent(String line) {
        heats |= MarlinLines.heats(line);
        turns |= MarlinLines.turns(line);
    }

    /// The machine said its temperatures.
    void heard(List<Temperature> temperatures) {
        known = temperatures;
    }

    /// The board began anew, with everything off.
    void reset() {
        heats = false;
        turns = false;
    }

    private boolean isHot() {
        return heats || known.stream().anyMatch(heater -> heater.target() > 0);
    }

    /// What this session itself switched on; what somebody else did, at the printer's own panel, is theirs.
    List<String> offOwn() {
        return heats || turns ? off() : List.of();
    }

    /// Empty when nothing is known to be on.
    List<String> off() {
        List<String> lines = new ArrayList<>();
        if (isHot()) {
            List<String> nozzles = known.stream().map(Temperature::heater).filter(name -> name.matches("T[0-9]"))
                    .toList();
            nozzles.forEach(nozzle -> lines.add("M104 " + nozzle + " S0"));
            if (nozzles.isEmpty()) {
                lines.add("M104 S0");
            }
            lines.add("M140 S0");
            if (known.stream().anyMatch(heater -> heater.heater().equals("C") && heater.target() > 0)) {
                lines.add("M141 S0");
            }
        }
        if (turns) {
            lines.add("M5");
        }
        if (isHot()) {
            lines.add("M107");
        }
        return lines;
    }
}
