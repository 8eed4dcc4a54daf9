package org.commonwright.machine.grbl;

import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Words;

/// What GRBL makes of a line of text: which characters count, how long it may be, which lines must go alone.
public final class GrblLines {
    private static final int FIRST_REALTIME = 0x80;

    private static final int GRBL_LINE = 80;
    private static final int YOUNGER_LINE = 256;

    private GrblLines() {}

    /// The longest line that a firmware takes, its end included. GRBL counts 80, its younger relatives 256.
    public static int longest(String firmware) {
        return firmware.equalsIgnoreCase("Grbl") ? GRBL_LINE : YOUNGER_LINE;
    }

    /// The line as it is sent: without comments, blanks and the `%` that begins and ends a tape. Empty when nothing is left.
    public static String compact(String raw) {
        int plain = 0;
        while (plain < raw.length() && isPlain(raw.charAt(plain))) {
            plain++;
        }
        if (plain == raw.length()) {
            return raw;
        }
        var line = new StringBuilder(raw.length()).append(raw, 0, plain);
        boolean comment = false;
        for (int i = plain; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (comment) {
                comment = c != ')';
            } else if (c == ';') {
                break;
            } else if (c == '(') {
                comment = true;
            } else if (isPlain(c)) {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isPlain(char c) {
        return c != ' ' && c != '\t' && c != '%' && c != ';' && c != '(';
    }

    /// Whether the line reads or writes the EEPROM: while GRBL does that it loses bytes that arrive, so such a line goes out
    /// with nothing before it and nothing after it until it is acknowledged. (GRBL wiki, "Streaming with EEPROM commands".)
    public static boolean goesAlone(String line) {
        if (line.startsWith("$")) {
            return true;
        }
        // Most lines are `G1X…`; only a G with another number needs a closer look.
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c == 'G' || c == 'g') && !isMotion(line, i + 1) && goesAloneByWords(line)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a single digit 0 to 3 stands here: G0 to G3.
    private static boolean isMotion(String line, int at) {
        boolean digit = at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '3';
        return digit && (at + 1 == line.length() || Character.isLetter(line.charAt(at + 1)));
    }

    private static boolean goesAloneByWords(String line) {
        var words = new Words(line);
        while (words.next()) {
            if (words.letter() == 'G') {
                double g = words.value();
                if (g == 10 || g >= 28 && g < 29 || g >= 30 && g < 31 || g >= 54 && g < 60) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether GRBL acknowledges the line only when everything before it is done: dwells, pauses, ends, homing.
    public static boolean waits(String line) {
        if (line.startsWith("$H")) {
            return true;
        }
        if (isBareMotion(line)) {
            return false;
        }
        var words = new Words(line);
        while (words.next()) {
            double v = words.value();
            if (words.letter() == 'G' && v == 4 || words.letter() == 'M' && (v == 0 || v == 1 || v == 2 || v == 30)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the line has a centre or a radius, as arcs have.
    static boolean isArc(String line) {
        return line.chars().anyMatch(c -> "IJKRijkr".indexOf(c) >= 0);
    }

    /// How long GRBL may stand still at this line without anything being wrong, in seconds.
    static double pause(String line) {
        if (isBareMotion(line)) {
            return 0;
        }
        double seconds = 0;
        boolean dwell = false;
        double p = 0;
        var words = new Words(line);
        while (words.next()) {
            double v = words.value();
            dwell |= words.letter() == 'G' && v == 4;
            p = words.letter() == 'P' ? v : p;
            seconds += words.letter() == 'M' && v >= 3 && v <= 9 ? 10 : 0;
        }
        return dwell ? seconds + p : seconds;
    }

    /// Whether the line is nothing but a move: `G1X5Y6F100`, or axes alone.
    private static boolean isBareMotion(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == 'M' || c == 'm' || (c == 'G' || c == 'g') && !isMotion(line, i + 1)) {
                return false;
            }
        }
        return true;
    }

    /// Reads the whole program before anything is sent.
    ///
    /// @param limit the longest line in bytes, its end included
    /// @throws Fault `machine.line-too-long`, `machine.line-unsafe` or `machine.line-refused`, naming the line
    public static void check(Program program, int limit) {
        for (int n = 1; n <= program.lines(); n++) {
            String line = compact(program.line(n));
            if (line.length() + 1 > limit) {
                throw new Fault("machine.line-too-long", program.name(), n, line.length() + 1, limit);
            }
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c < ' ' || c >= FIRST_REALTIME || c == '?' || c == '!' || c == '~') {
                    throw new Fault("machine.line-unsafe", program.name(), n, String.format("0x%02X", (int) c));
                }
            }
            String word = line.length() > 2 ? line.substring(0, 3).toUpperCase(Locale.ROOT) : line;
            if (line.equalsIgnoreCase("$C") || word.equals("$SL") || word.equals("$J=") || word.equals("$RS")) {
                throw new Fault("machine.line-refused", program.name(), n, line);
            }
        }
    }
}
