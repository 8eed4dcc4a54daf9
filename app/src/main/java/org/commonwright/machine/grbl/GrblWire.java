package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Position standing;
    private boolean changedSettings;

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
        standing = null;
        changedSettings |= line.line().startsWith("$") && line.line().indexOf('=') > 0;
        out.text(line.line());
        out.raw('\n');
        window.push(line);
        if (events.wantsSent()) {
            events.sent(line.line());
        }
    }

    /// A report: what was sent before is answered, so a machine that is idle stands, until another line leaves.
    void told(MachineStatus status) {
        standing = status.state() == MachineState.IDLE && window.isEmpty() ? status.work() : null;
    }

    /// Where the machine stands, in the program's coordinates; null when that is not certain.
    @Nullable
    Position standing() {
        return standing;
    }

    /// Whether settings may be others by now than those that were listed when the machine was greeted.
    boolean hasChangedSettings() {
        return changedSettings;
    }

    void realtime(int code) {
        out.raw(code);
    }
}
