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

    /// A line as it will be sent.
    ///
    /// @param number its line in the file, 0 for none
    static GrblWindow.Sent prepare(String line, int number) {
        return new GrblWindow.Sent(line, number, GrblLines.goesAlone(line), GrblLines.pause(line));
    }

    /// @param number as for [#prepare]
    void line(String line, int number) {
        line(prepare(line, number));
    }

    void line(GrblWindow.Sent line) {
        out.text(line.line());
        out.raw('\n');
        window.push(line);
        if (events.wantsSent()) {
            events.sent(line.line());
        }
    }

    void realtime(int code) {
        out.raw(code);
    }
}
