package org.commonwright.machine.protocol;

/// Hears what a conversation has to tell. Called while the session's lock is held: take note and return.
public interface ConversationEvents {
    /// For conversations that nobody listens to.
    ConversationEvents NONE = new ConversationEvents() {
        @Override
        public boolean wantsSent() {
            return false;
        }

        @Override
        public void sent(String line) {}

        @Override
        public void status(MachineStatus status) {}

        @Override
        public void ended(RunOutcome outcome) {}
    };

    /// Whether somebody reads the lines that leave; otherwise they need not be made.
    boolean wantsSent();

    void sent(String line);

    /// As [#sent], for a line that nobody asked for: it is sent again and again.
    default void polled(String line) {
        sent(line);
    }

    void status(MachineStatus status);

    void ended(RunOutcome outcome);

    /// A printer asks, tells or prints something of its own.
    default void printer(PrinterState state) {}
}
