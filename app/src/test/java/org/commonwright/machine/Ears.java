package org.commonwright.machine;

import java.util.List;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.RunOutcome;

/// Notes the lines that leave.
record Ears(List<String> sent) implements ConversationEvents {
    @Override
    public boolean wantsSent() {
        return true;
    }

    @Override
    public void sent(String line) {
        sent.add(line);
    }

    @Override
    public void status(MachineStatus status) {}

    @Override
    public void ended(RunOutcome outcome) {}
}
