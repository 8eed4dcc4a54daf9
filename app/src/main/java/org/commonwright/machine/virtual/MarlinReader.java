package org.commonwright.machine.virtual;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Marlin's reading of lines: numbers in order, checksums right, or the line is asked for again and the receive buffer is
/// emptied. (Marlin 2.1, `queue.cpp`.)
final class MarlinReader {
    /// The number of a line that nobody sent, so that nobody is answered.
    static final int FROM_CARD = -2;

    private final Consumer<String> say;
    private final boolean okWithResend;
    private int last;

    /// @param okWithResend whether an `ok` follows a `Resend:`, as most versions have it
    MarlinReader(Consumer<String> say, boolean okWithResend) {
        this.say = say;
        this.okWithResend = okWithResend;
    }

    /// A line that was taken.
    ///
    /// @param number -1 when it had none
    record Command(String text, int number) {}

    void reset() {
        last = 0;
    }

    /// The number before the next one, as `M110` sets it.
    void last(int number) {
        last = number;
    }

    /// @return null when the line was not taken; then the receive buffer is to be emptied
    @Nullable
    Command read(String raw) {
        String line = raw.strip();
        if (!line.startsWith("N")) {
            return new Command(line, -1);
        }
        int star = line.indexOf('*');
        int space = line.indexOf(' ');
        OptionalInt number = number(line.substring(1, space < 0 ? star < 0 ? line.length() : star : space));
        boolean numbering = line.contains("M110");
        if (number.isEmpty() || !numbering && number.getAsInt() != last + 1) {
            return refuse("Line Number is not Last Line Number+1");
        }
        if (star < 0) {
            return refuse("No Checksum with line number");
        }
        OptionalInt checksum = number(line.substring(star + 1));
        if (checksum.isEmpty() || checksum.getAsInt() != checksum(line.substring(0, star))) {
            return refuse("checksum mismatch");
        }
        last = number.getAsInt();
        return new Command(line.substring(space < 0 ? star : space + 1, star).strip(), last);
    }

    private @Nullable Command refuse(String why) {
        say.accept("Error:" + why + ", Last Line: " + last);
        say.accept("Resend: " + (last + 1));
        if (okWithResend) {
            say.accept("ok");
        }
        return null;
    }

    private static OptionalInt number(String text) {
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static int checksum(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum ^= text.charAt(i);
        }
        return sum & 0xFF;
    }
}
