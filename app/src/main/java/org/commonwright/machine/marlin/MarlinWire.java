package org.commonwright.machine.marlin;

import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.Outlet;

/// The way out.
final class MarlinWire {
    private final Outlet out;
    private final ConversationEvents events;

    MarlinWire(Outlet out, ConversationEvents events) {
        this.out = out;
        this.events = events;
    }

    void line(String line) {
        out.text(line);
        out.raw('\n');
        if (events.wantsSent()) {
            events.sent(line);
        }
    }

    ConversationEvents events() {
        return events;
    }
}
