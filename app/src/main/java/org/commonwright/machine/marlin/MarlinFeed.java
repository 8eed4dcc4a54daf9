package org.commonwright.machine.marlin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Adjustment;

/// The feed rate's percentage (`M220`), the one override that every Marlin has.
final class MarlinFeed {
    private static final int LEAST = 10;
    private static final int MOST = 300;

    private static final Pattern LINE = Pattern.compile("(?:N[0-9]+ *)?M220 ?S([0-9]{1,3})\\b.*");

    private int percent = 100;

    int percent() {
        return percent;
    }

    /// A line left for the machine: a person or a program may change it, too.
    void sent(String line) {
        if (line.contains("M220")) {
            Matcher m = LINE.matcher(line);
            percent = m.matches() ? Math.clamp(Integer.parseInt(m.group(1)), LEAST, MOST) : percent;
        }
    }

    /// @return the line that changes it
    /// @throws Fault `machine.no-such-override`
    String adjust(Adjustment adjustment) {
        percent = Math.clamp(switch (adjustment) {
            case FEED_NORMAL -> 100;
            case FEED_PLUS_10 -> percent + 10;
            case FEED_MINUS_10 -> percent - 10;
            case FEED_PLUS_1 -> percent + 1;
            case FEED_MINUS_1 -> percent - 1;
            default -> throw new Fault("machine.no-such-override");
        }, LEAST, MOST);
        return "M220 S" + percent;
    }
}
