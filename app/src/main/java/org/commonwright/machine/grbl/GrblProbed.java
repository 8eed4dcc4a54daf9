package org.commonwright.machine.grbl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.Position;

/// What GRBL says of its last probing, `[PRB:5.000,5.000,-6.000:1]`: in machine coordinates, in `$#` and as the answer to
/// `G38.2` to `G38.5`. (GRBL 1.1 interface, "Non-queried feedback messages".)
///
/// @param at    where the contact changed, in mm
/// @param found whether it did
public record GrblProbed(Position at, boolean found) {
    private static final double MM_PER_INCH = 25.4;
    private static final String NUMBER = "(-?[0-9]{1,6}(?:\\.[0-9]{0,9})?)";
    private static final Pattern LINE = Pattern
            .compile("\\[PRB:" + NUMBER + "," + NUMBER + "," + NUMBER + "(?:,[-.,0-9]{1,60})?:([01])\\]");

    /// Finds it among what a machine said.
    ///
    /// @param machine says whether it reports in inches (`$13`)
    /// @return empty when there is none, or it is torn
    public static Optional<GrblProbed> in(List<String> said, MachineInfo machine) {
        double unit = machine.setting("$13", 0) == 0 ? 1 : MM_PER_INCH;
        Optional<GrblProbed> found = Optional.empty();
        for (String line : said) {
            Matcher m = LINE.matcher(line);
            if (m.matches()) {
                found = Optional.of(new GrblProbed(new Position(number(m, 1), number(m, 2), number(m, 3)).times(unit),
                        m.group(4).equals("1")));
            }
        }
        return found;
    }

    private static double number(Matcher m, int group) {
        return Double.parseDouble(m.group(group));
    }
}
