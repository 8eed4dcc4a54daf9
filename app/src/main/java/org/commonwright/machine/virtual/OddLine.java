package org.commonwright.machine.virtual;

import java.util.List;
import java.util.Random;

/// A line that no firmware says: noise, or the torn beginning of one that it does. The same detail gives the same line.
final class OddLine {
    private static final List<String> TORN = List.of("[VER:", "[VER:]", "[OPT:", "[OPT:]", "[OPT:,]", "[OPT:,,]",
            "[OPT:V,99999,999999]", "[FIRMWARE:", "[", "<|>", "<>", "<", "<:|>", "<Run:|MPos:>", "<Run|MPos:1>",
            "<Run|MPos:NaN,NaN,NaN|FS:1>", "<Run|MPos:1,2,3|Bf:,|Ln:>", "<Idle|FS:>", "$13=", "$=", "ALARM", "ok:",
            "T:", "X:- Y:. Z:..", "Resend:", "rs ", "ok N P B", "Cap:", "FIRMWARE_NAME:", "//action:", "echo:", ":::");
    private static final int LONGEST = 120;

    private OddLine() {}

    /// @return one line with its end, one character for each byte
    static String of(int detail) {
        var random = new Random(detail);
        if (random.nextInt(3) == 0) {
            return TORN.get(random.nextInt(TORN.size())) + '\n';
        }
        var noise = new StringBuilder();
        int length = 4 + random.nextInt(LONGEST);
        while (noise.length() < length) {
            char c = (char) random.nextInt(256);
            noise.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return noise.append('\n').toString();
    }
}
