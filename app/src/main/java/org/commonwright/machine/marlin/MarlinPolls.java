package org.commonwright.machine.marlin;

import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.machine.protocol.MachineState;

/// What is asked of Marlin again and again: by itself where the firmware can (`M154`, `M155`, `M27 S`), otherwise line by line.
final class MarlinPolls {
    private static final long POLL = 1_000_000_000L;
    private static final long TEMPERATURE = 2_000_000_000L;
    private static final long CARD = 5_000_000_000L;
    private static final long CURIOUS = 60_000_000_000L;

    private final MarlinHandshake handshake;
    private final MarlinPrinter printer;
    private final Consumer<String> say;
    private boolean greeted;
    private long polled;
    private long warmth;
    private long card;
    private long curious;
    private boolean reporting;

    /// @param say sends a line outside of a run
    MarlinPolls(MarlinHandshake handshake, MarlinPrinter printer, Consumer<String> say) {
        this.handshake = handshake;
        this.printer = printer;
        this.say = say;
    }

    /// The board began anew and knows nothing of what it was asked.
    void reset() {
        greeted = false;
        reporting = false;
    }

    void greet() {
        if (greeted) {
            return;
        }
        greeted = true;
        if (handshake.can("AUTOREPORT_TEMP")) {
            say.accept("M155 S1");
        }
        if (handshake.can("AUTOREPORT_POS")) {
            say.accept("M154 S1");
        }
        if (handshake.can("SDCARD")) {
            say.accept("M27");
        }
    }

    /// Nothing is under way and every line was answered.
    void idle(long now) {
        if (now - polled > POLL && !handshake.can("AUTOREPORT_POS") && !printer.printsFromCard()) {
            polled = now;
            say.accept("M114");
        }
        temperature(now).ifPresent(say);
        card(now);
    }

    /// A print from the card may also be begun at the printer's own panel; then it says which file it opens.
    private void card(long now) {
        boolean prints = printer.printsFromCard();
        curious = printer.hasOpened() ? now + CURIOUS : prints ? now : curious;
        if (handshake.can("AUTOREPORT_SD_STATUS") && prints != reporting) {
            // Only for as long as it prints: an idle printer would go on saying that it is idle.
            reporting = prints;
            say.accept(prints ? "M27 S2" : "M27 S0");
        } else if ((prints && !reporting || now < curious && !prints) && now - card > CARD) {
            card = now;
            say.accept("M27");
        }
    }

    /// What asks for the temperatures, when it is time to.
    Optional<String> temperature(long now) {
        if (handshake.can("AUTOREPORT_TEMP") || now - warmth <= TEMPERATURE) {
            return Optional.empty();
        }
        warmth = now;
        return Optional.of("M105");
    }

    /// What the machine does of its own.
    MachineState own() {
        if (printer.state().waitsForPerson() || printer.isPaused()) {
            return MachineState.HOLD;
        }
        return printer.printsFromCard() ? MachineState.RUN : MachineState.IDLE;
    }
}
