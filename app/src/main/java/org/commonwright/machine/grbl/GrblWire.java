package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.Outlet;

/// The way out: lines, which GRBL answers, and single bytes, which act at once and are never answered.
final class GrblWire {
    static final int STATUS = '?';
    static final int HOLD = '!';
    static final int RESUME = '~';
    static final int RESET = 0x18;
    static final int JOG_CANCEL = 0x85;

    private final Outlet out;
    private final ConversationEvents events;
    private final GrblWindow window = new GrblWindow();

    GrblWire(Outlet out, ConversationEvents events) {
        this.out = out;
        this.events = events;
    }

    GrblWindow window() {
        return window;
    }

    ConversationEvents events() {
        return events;
    }

    /// @param number its line in the file, 0 for none
    void line(String line, int number) {
        out.text(line);
        out.raw('\n');
        window.push(new GrblWindow.Sent(line, number, GrblLines.goesAlone(line), GrblLines.pause(line)));
        if (events.wantsSent()) {
            events.sent(line);
        }
    }

    void realtime(int code) {
        out.raw(code);
    }
}
