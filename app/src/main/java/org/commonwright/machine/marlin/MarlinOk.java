package org.commonwright.machine.marlin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An `ok`, with what `ADVANCED_OK` adds to it.
///
/// @param number of the line that it answers, -1 when not said
/// @param freeBlocks room in the planner, -1 when not said
/// @param freeLines room in the command buffer, -1 when not said
record MarlinOk(int number, int freeBlocks, int freeLines) {
    private static final Pattern ADVANCED = Pattern.compile("ok(?: N([0-9]{1,9}))? P([0-9]{1,4}) B([0-9]{1,4})");

    /// @return empty when the line is no `ok`
    static Optional<MarlinOk> read(String line) {
        if (!line.equals("ok") && !line.startsWith("ok ")) {
            return Optional.empty();
        }
        Matcher m = ADVANCED.matcher(line);
        if (!m.matches()) {
            return Optional.of(new MarlinOk(-1, -1, -1));
        }
        return Optional.of(new MarlinOk(m.group(1) == null ? -1 : Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
    }
}
