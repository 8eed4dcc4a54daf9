package org.commonwright.machine.marlin;

import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Adjustment;

/// The feed rate's percentage (`M220`), the one override that every Marlin has.
final class MarlinFeed {
    private static final int LEAST = 10;
    private static final int MOST = 300;

    private int percent = 100;

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
