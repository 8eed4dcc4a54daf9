package org.commonwright.machine.mill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.grbl.GrblProbed;
import org.commonwright.machine.protocol.Position;

/// The coordinate data of a mill, as `$#` lists it, in mm. A place of the tool in the work's coordinates is its place in the
/// machine's, less the active system, less the shift, less (in Z) the tool length. (GRBL 1.1 commands, "View gcode parameters".)
///
/// @param active such as `G54`
/// @param systems `G54` to `G59` (grblHAL has `G59.1` to `G59.3` too), each the machine's place of its zero
/// @param places `G28` and `G30`, places in the machine's coordinates that are kept
/// @param shift of `G92`, kept until the next reset
/// @param toolLength of `G43.1`, kept until the next reset
/// @param blank how many places of the memory were never written; the firmware has made them zero
public record WorkSystems(String active, SequencedMap<String, Position> systems, SequencedMap<String, Position> places,
        Position shift, double toolLength, GrblProbed probe, int blank) {
    private static final Pattern LINE = Pattern.compile(
            "\\[(G5[4-9](?:\\.[1-9])?|G28|G30|G92|TLO|PRB):(-?[0-9.]{1,14}(?:,-?[0-9.]{1,14}){0,7})(?::([01]))?\\]");

    public WorkSystems {
        systems = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(systems));
        places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    }

    /// @param lines of `$#`; what is none of its lines says nothing
    /// @param unit mm in what the firmware reports in, 25.4 for inches (`$13`)
    static WorkSystems of(List<String> lines, String active, double unit, int blank) {
        SequencedMap<String, Position> systems = new LinkedHashMap<>();
        SequencedMap<String, Position> places = new LinkedHashMap<>();
        Position shift = Position.ORIGIN;
        double toolLength = 0;
        GrblProbed probe = new GrblProbed(Position.ORIGIN, false);
        for (String line : lines) {
            Matcher m = LINE.matcher(line);
            double[] values = m.matches() ? numbers(m.group(2), unit) : new double[0];
            if (values.length > 0) {
                Position at = new Position(values[0], values.length > 1 ? values[1] : 0,
                        values.length > 2 ? values[2] : 0);
                switch (m.group(1)) {
                    case "G28", "G30" -> places.put(m.group(1), at);
                    case "G92" -> shift = at;
                    // GRBL has the length alone, grblHAL one for each axis.
                    case "TLO" -> toolLength = values.length > 2 ? values[2] : values[0];
                    case "PRB" -> probe = new GrblProbed(at, "1".equals(m.group(3)));
                    default -> systems.put(m.group(1), at);
                }
            }
        }
        return new WorkSystems(active, systems, places, shift, toolLength, probe, blank);
    }

    /// @return none when one of them is no number
    private static double[] numbers(String list, double unit) {
        String[] parts = list.split(",");
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("-?[0-9]{1,9}(\\.[0-9]{0,9})?")) {
                return new double[0];
            }
            // Firmwares write a tiny negative number as -0.000.
            values[i] = Double.parseDouble(parts[i]) * unit + 0.0;
        }
        return values;
    }

    /// What is taken off the machine's place to get the work's.
    public Position offset() {
        return systems.getOrDefault(active, Position.ORIGIN).plus(shift).plus(new Position(0, 0, toolLength));
    }

    /// Where in the machine the zero of a system is when it is active.
    public Position zero(String system) {
        return systems.getOrDefault(system, Position.ORIGIN).plus(shift).plus(new Position(0, 0, toolLength));
    }
}
