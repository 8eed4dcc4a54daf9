package org.commonwright.machine;

import java.util.Optional;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.Outlet;

/// Finds out which firmware is there. It listens first, and as long as something speaks that is no machine it sends nothing: a board
/// that does something else may take any byte for a command. Then it asks GRBL by `?`, which costs GRBL nothing and gets a report at once, and Marlin by
/// `M115`; a banner decides too. What only refuses (`error:20`) may be anything: it is asked for its version (`$I`). After it had to send lines it waits for quiet, so that no late answer is taken for another.
final class FirmwareProbe {
    private static final long ASK_GRBL = 300_000_000L;
    private static final long ASK_MARLIN = 1_500_000_000L;
    private static final long QUIET = 250_000_000L;
    /// After this much silence a board that spoke is asked: a bootloader and the board's own log come before a banner.
    private static final long SPOKEN = 800_000_000L;

    private final Outlet out;
    private Optional<Firmware> found = Optional.empty();
    /// What Marlin says of its planner at its start, and only then; empty for nothing.
    private String planner = "";
    private boolean sentLines;
    private boolean asked;
    private boolean speaksOfOtherThings;
    private boolean soundsLikeGrbl;
    private long askedGrbl;
    private long askedMarlin;
    private long heard;

    /// The families of firmware.
    enum Firmware {
        GRBL, MARLIN;

        /// A new talk with a machine of this family.
        Conversation conversation(Outlet outlet, ConversationEvents events) {
            return switch (this) {
                case GRBL -> new GrblConversation(outlet, events);
                case MARLIN -> new MarlinConversation(outlet, events);
            };
        }
    }

    FirmwareProbe(Outlet out, long now) {
        this.out = out;
        this.askedMarlin = now;
        this.askedGrbl = now;
        this.heard = now;
    }

    void received(String line, long now) {
        heard = now;
        planner = line.contains("PlannerBufferBytes:") ? line : planner;
        if (found.isPresent()) {
            return;
        }
        if (line.matches("(Grbl|GrblHAL|grblHAL|FluidNC) .*|<.*\\|.*>|\\[(VER|OPT):.*")) {
            found = Optional.of(Firmware.GRBL);
        } else if (line.matches("\\[MSG:.*|error:[0-9]+|ALARM:[0-9]+")) {
            soundsLikeGrbl = true;
        } else if (line.matches("start|echo:.*|.*FIRMWARE_NAME:.*|Marlin.*|Error:.*|.*T:[0-9.]+ */[0-9.]+.*|wait")) {
            found = Optional.of(Firmware.MARLIN);
        } else if (line.matches("[\\x20-\\x7E]{2,200}")) {
            speaksOfOtherThings = true;
        }
    }

    /// Whether a firmware is known, though it may not yet have said what it had to say.
    boolean hasFound() {
        return found.isPresent();
    }

    /// A talk that has begun, once the firmware is known.
    Optional<Conversation> talk(ConversationEvents events, long now) {
        return tick(now).map(firmware -> {
            Conversation talk = firmware.conversation(out, events);
            talk.open(now);
            if (!planner.isEmpty()) {
                talk.received(planner, now);
            }
            return talk;
        });
    }

    /// @return the firmware, once it is known and has said what it had to say
    Optional<Firmware> tick(long now) {
        if (found.isPresent()) {
            return !sentLines || now - heard > QUIET ? found : Optional.empty();
        }
        if (!asked && speaksOfOtherThings && now - heard < SPOKEN) {
            return Optional.empty();
        }
        if (now - askedMarlin > ASK_MARLIN) {
            asked = true;
            askedMarlin = now;
            sentLines = true;
            out.text(soundsLikeGrbl ? "\n$I\n" : "\nM115\n");
        }
        if (now - askedGrbl > ASK_GRBL) {
            asked = true;
            askedGrbl = now;
            out.raw('?');
        }
        return Optional.empty();
    }
}
