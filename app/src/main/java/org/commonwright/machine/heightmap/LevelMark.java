package org.commonwright.machine.heightmap;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.ContentId;

/// The remark that a levelled program begins with: which map was taken into it. So it goes wherever the program goes, into
/// the journal of its run and onto a stick, and no program is levelled twice.
///
/// @param map the map's name
/// @param id  the hash of the map's file
public record LevelMark(String map, ContentId id) {
    private static final Pattern LINE = Pattern.compile("; *levelled by ([-A-Za-z0-9._]{1,60}) sha256 ([0-9a-f]{64})");
    private static final int FIRST_LINES = 3;

    /// @param map as a person calls it; what a remark cannot hold is replaced
    public static LevelMark of(String map, ContentId id) {
        String plain = map.replaceAll("[^-A-Za-z0-9._]", "_");
        return new LevelMark(plain.isEmpty() ? "map" : plain.substring(0, Math.min(60, plain.length())), id);
    }

    String line() {
        return "; levelled by " + map + " sha256 " + id.hex();
    }

    /// The map that was taken into a program; empty for a program as it was written.
    public static Optional<LevelMark> in(Program program) {
        for (int line = 1; line <= Math.min(FIRST_LINES, program.lines()); line++) {
            Matcher m = LINE.matcher(program.line(line).strip());
            if (m.matches()) {
                return Optional.of(new LevelMark(m.group(1), new ContentId(m.group(2))));
            }
        }
        return Optional.empty();
    }
}
