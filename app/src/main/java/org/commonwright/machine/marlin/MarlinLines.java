package org.commonwright.machine.marlin;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Words;

/// What is sent to Marlin for a line of text: `N12 G1 X5*99`. (RepRap wiki, "G-code: checking"; Marlin's `MAX_CMD_SIZE`.)
public final class MarlinLines {
    /// Marlin's command buffer, end included.
    static final int LIMIT = 96;
    private static final Pattern NUMBERED = Pattern.compile("^[Nn][0-9]+ *");
    private static final Pattern CHECKED = Pattern.compile("\\*[0-9]* *$");
    private static final Pattern TEXT = Pattern.compile("^M11[78]( .*)?$");
    /// Commands that would take the rest of the program for a file, halt the board, or upset the numbering.
    private static final Set<Integer> REFUSED = Set.of(28, 29, 110, 112, 999);

    private static final Set<Integer> URGENT = Set.of(108, 410, 524, 876);
    /// Temperatures, fans, overrides, small steps of Z, a change of filament when its turn comes.
    private static final Set<Integer> BETWEEN = Set.of(104, 140, 141, 106, 107, 117, 220, 221, 290, 600);
    /// Changing, parking, loading and unloading filament: they may wait for a person.
    private static final Set<Double> SLOW_FILAMENT = Set.of(600.0, 601.0, 602.0, 701.0, 702.0);

    private MarlinLines() {}

    /// The line as it is sent, without number and checksum: no comments, no number or checksum of its own. Empty when nothing
    /// is left.
    static String compact(String raw) {
        String line = raw;
        int semicolon = line.indexOf(';');
        if (semicolon >= 0) {
            line = line.substring(0, semicolon);
        }
        line = line.strip();
        if (TEXT.matcher(line).matches()) {
            return line.replaceAll("[^ -~]|\\*", "?");
        }
        if (line.indexOf('(') >= 0) {
            line = line.replaceAll("\\([^)]*\\)?", "");
        }
        if (line.indexOf('*') >= 0) {
            line = CHECKED.matcher(line).replaceFirst("");
        }
        if (line.startsWith("N") || line.startsWith("n")) {
            line = NUMBERED.matcher(line).replaceFirst("");
        }
        return line.startsWith("%") ? "" : line.strip();
    }

    static String numbered(int number, String line) {
        String body = "N" + number + " " + line;
        int checksum = 0;
        for (int i = 0; i < body.length(); i++) {
            checksum ^= body.charAt(i);
        }
        return body + "*" + (checksum & 0xFF);
    }

    /// A line that a person typed, as it is sent.
    ///
    /// @throws Fault `machine.command-refused` when it is too long, or has characters that Marlin does not take
    static String typed(String line) {
        String compact = compact(line);
        if (compact.length() + 1 > LIMIT || !compact.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new Fault("machine.command-refused", line);
        }
        return compact;
    }

    /// Whether Marlin's emergency parser obeys the line as it arrives, whatever waits before it.
    static boolean isUrgent(String line) {
        return isOneOf(line, URGENT);
    }

    /// Whether the line may go between those of a program: it neither moves the tool nor waits.
    static boolean goesBetween(String line) {
        return isOneOf(line, URGENT) || isOneOf(line, BETWEEN);
    }

    private static boolean isOneOf(String line, Set<Integer> codes) {
        var words = new Words(line.replace(" ", ""));
        return words.next() && words.letter() == 'M' && words.value() == Math.rint(words.value())
                && codes.contains((int) words.value());
    }

    /// Reads the whole program before anything is sent.
    ///
    /// @throws Fault `machine.line-too-long`, `machine.line-unsafe` or `machine.line-refused`, naming the line
    public static void check(Program program) {
        for (int n = 1; n <= program.lines(); n++) {
            String line = compact(program.line(n));
            int length = numbered(program.lines(), line).length() + 1;
            if (length > LIMIT) {
                throw new Fault("machine.line-too-long", program.name(), n, length, LIMIT);
            }
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c < ' ' && c != '\t' || c > '~' || c == '*') {
                    throw new Fault("machine.line-unsafe", program.name(), n, String.format("0x%02X", (int) c));
                }
            }
            var words = new Words(line);
            if (words.next() && words.letter() == 'M' && REFUSED.contains((int) words.value())) {
                throw new Fault("machine.line-refused", program.name(), n, line);
            }
        }
    }

    /// Whether Marlin acknowledges the line only when everything before it is done.
    static boolean waits(String line) {
        var words = new Words(line);
        if (!words.next()) {
            return false;
        }
        double v = words.value();
        return switch (words.letter()) {
            case 'G' -> v == 4 || v == 28 || v == 29;
            case 'M' -> v == 400 || v == 0 || v == 1;
            default -> false;
        };
    }

    /// Whether the line may take minutes without an answer: heating, homing, waiting for a person.
    static boolean isSlow(String line) {
        var words = new Words(line);
        if (!words.next()) {
            return false;
        }
        double v = words.value();
        return words.letter() == 'M'
                && (v == 109 || v == 190 || v == 191 || v == 116 || v == 125 || v == 303 || SLOW_FILAMENT.contains(v))
                || waits(line);
    }

    /// Whether the line switches a spindle or a laser on.
    static boolean turns(String line) {
        var words = new Words(line);
        return words.next() && words.letter() == 'M' && (words.value() == 3 || words.value() == 4);
    }

    /// Whether the line sets a heater, so that an abort must switch it off.
    static boolean heats(String line) {
        var words = new Words(line);
        return words.next() && words.letter() == 'M'
                && Set.of(104.0, 109.0, 140.0, 190.0, 141.0, 191.0).contains(words.value());
    }
}
