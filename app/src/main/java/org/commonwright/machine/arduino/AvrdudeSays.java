package org.commonwright.machine.arduino;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;

/// Why `avrdude` gave up, from what versions 6, 7 and 8 print: one sentence for each usual reason.
final class AvrdudeSays {
    private static final int ANY = Pattern.CASE_INSENSITIVE;
    private static final Pattern PERMISSION = Pattern.compile("(open|access).*(permission|access is) denied", ANY);
    private static final Pattern BUSY = Pattern.compile("open.*(resource busy|in use|locked)", ANY);
    private static final Pattern NO_PORT = Pattern
            .compile("(can't|cannot|can not|unable to) open (device|port|programmer)|ser_open\\(\\): can't open", ANY);
    private static final Pattern SIGNATURE = Pattern.compile(
            "expected signature for|signature.*(mismatch|does not match)|invalid device signature|double check chip",
            ANY);
    private static final Pattern FOUND = Pattern.compile("signature = (0x[0-9a-f]{6}|(?:[0-9A-F]{2} ){2}[0-9A-F]{2})",
            ANY);
    private static final Pattern VERIFY = Pattern
            .compile("verification (error|mismatch)|content mismatch|\\d+ mismatch", ANY);
    private static final Pattern CONFIG = Pattern
            .compile("(can't|cannot|unable to) (find|open|read).*(config|avrdude\\.conf)|(part|programmer) .*not found",
                    ANY);
    private static final Pattern SYNC = Pattern.compile(
            "not in sync|programmer is not responding|not responding|expects? (ok|sync) byte|protocol error"
                    + "|initialization failed|timeout|unable to open programmer|butterfly|no response|can't communicate",
            ANY);

    private AvrdudeSays() {}

    static Fault fault(Board board, String port, int exit, String output) {
        if (SIGNATURE.matcher(output).find()) {
            Matcher found = FOUND.matcher(output);
            return new Fault("arduino.signature", board, found.find() ? found.group(1) : "?");
        }
        if (VERIFY.matcher(output).find()) {
            return new Fault("arduino.verify", board);
        }
        if (PERMISSION.matcher(output).find()) {
            return new Fault("machine.port-permission", port);
        }
        if (BUSY.matcher(output).find()) {
            return new Fault("machine.port-busy", port);
        }
        if (CONFIG.matcher(output).find()) {
            return new Fault("arduino.tool-old", board.part());
        }
        if (NO_PORT.matcher(output).find()) {
            return new Fault("arduino.cannot-open", port);
        }
        if (SYNC.matcher(output).find()) {
            return new Fault("arduino.not-in-sync", board, port);
        }
        return new Fault("arduino.failed", exit, lastLine(output));
    }

    private static String lastLine(String output) {
        return output.lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("avrdude.*done\\..*")).reduce("", (_, next) -> next);
    }
}
