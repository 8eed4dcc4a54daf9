package org.commonwright.machine.history;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Text of a log as a person may see it. Machines say odd bytes, and somebody else's log may hold what a terminal would obey
/// or what turns the reading direction round: each such character becomes a mark.
public final class LogText {
    private static final Pattern ODD = Pattern.compile(
            "[[\\p{Cc}\\x{200e}\\x{200f}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]&&[^\n\t]]");

    private LogText() {}

    /// One line without line ends.
    public static String plain(String line) {
        return ODD.matcher(line).replaceAll("\ufffd").replace('\n', '\ufffd');
    }

    /// All lines of some bytes that say to be UTF-8.
    public static String shown(byte[] bytes) {
        return ODD.matcher(new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n")).replaceAll("\ufffd");
    }
}
