package org.commonwright.machine.marlin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Temperature;

/// Reads what Marlin reports of places (`M114`, `M154`) and temperatures (`M105`, `M155`).
final class MarlinReport {
    private static final Pattern REPORT = Pattern
            .compile("(ok )?[ ]?[TBC][0-9]?:-?[0-9.].*|echo:busy.*|wait|X:-?[0-9.]+ Y:.*"
                    + "|SD printing byte .*|Not SD printing.*");
    private static final Pattern PLACE = Pattern
            .compile("X: ?(-?[0-9.]{1,15}) *Y: ?(-?[0-9.]{1,15}) *Z: ?(-?[0-9.]{1,15})(?![0-9.]).*?(?:Count.*)?");
    private static final Pattern HEATER = Pattern.compile("\\b([TBC][0-9]?): ?(-?[0-9.]{1,15}) */ ?(-?[0-9.]{1,15})");

    private static final Pattern HALTED = Pattern.compile("(?i)halted|kill\\(\\)|thermal runaway|heating failed");

    /// More heaters than any firmware has.
    private static final int HEATERS = 16;

    private MarlinReport() {}

    /// Whether it is of those that a printer says of itself again and again: places, temperatures, `busy`, its card's progress.
    static boolean isReport(String line) {
        return REPORT.matcher(line).matches();
    }

    static Optional<Position> position(String line) {
        Matcher m = PLACE.matcher(line);
        return m.lookingAt()
                ? Optional.of(new Position(number(m.group(1)), number(m.group(2)), number(m.group(3))))
                : Optional.empty();
    }

    /// Whether the line says that the firmware has stopped for good: Marlin's kill (thermal runaway and its kin), the `!!` of
    /// other firmwares of the family, and `fatal:`.
    static boolean halts(String line) {
        return line.startsWith("!!") || line.startsWith("fatal:") || line.regionMatches(true, 0, "error:", 0, 6)
                && HALTED.matcher(line).find();
    }

    /// Whether a firmware may have said this: noise on the wire has no end, and says nothing.
    static boolean isText(String line) {
        return line.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7F || c == '\uFFFD');
    }

    /// Each heater once.
    static List<Temperature> temperatures(String line) {
        List<Temperature> heaters = new ArrayList<>();
        Matcher m = HEATER.matcher(line);
        while (heaters.size() < HEATERS && m.find()) {
            String name = m.group(1);
            if (heaters.stream().noneMatch(heater -> heater.heater().equals(name))) {
                heaters.add(new Temperature(name, number(m.group(2)), number(m.group(3))));
            }
        }
        return heaters;
    }

    private static double number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]*)?|-?\\.[0-9]+") ? Double.parseDouble(text) : 0;
    }
}
