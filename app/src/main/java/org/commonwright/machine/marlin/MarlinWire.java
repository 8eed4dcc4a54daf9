package org.commonwright.machine.marlin;

import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.Outlet;

/// The way out.
final class MarlinWire {
    private final Outlet out;
    private final ConversationEvents events;
    private final MarlinFeed feed = new MarlinFeed();

    MarlinWire(Outlet out, ConversationEvents events) {
        this.out = out;
        this.events = events;
    }

    void line(String line) {
        feed.sent(line);
        out.text(line);
        out.raw('\n');
        if (events.wantsSent()) {
            events.sent(line);
        }
    }

    /// What is asked again and again.
    void poll(String line) {
        out.text(line);
        out.raw('\n');
        if (events.wantsSent()) {
            events.polled(line);
        }
    }

    /// What the machine makes of the speeds that it is told.
    MarlinFeed feed() {
        return feed;
    }

    ConversationEvents events() {
        return events;
    }
}
