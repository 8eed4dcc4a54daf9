package org.commonwright.machine.pad;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One look at all pads.
///
/// @param pressed what went down on any of them since the look before
/// @param at when, as of `System.nanoTime()`; with presses of earlier looks, the time of the first of these
public record PadLook(List<Pad> pads, Set<PadButton> pressed, long at) {
    /// What a press is worth that nobody could hear for longer.
    private static final long FORGOTTEN = 300_000_000L;

    public PadLook {
        pads = List.copyOf(pads);
        pressed = Set.copyOf(pressed);
    }

    static PadLook nothing(long at) {
        return new PadLook(List.of(), Set.of(), at);
    }

    /// The pad on which a button is held.
    Optional<Pad> holding(Optional<PadButton> button) {
        return button.flatMap(held -> pads.stream().filter(pad -> pad.input().down().contains(held)).findFirst());
    }

    /// This look with the presses of one before it that nobody has heard of; not those that are too old to be meant now.
    public PadLook after(PadLook before) {
        if (before.pressed.isEmpty() || at - before.at > FORGOTTEN) {
            return this;
        }
        Set<PadButton> both = EnumSet.copyOf(before.pressed);
        both.addAll(pressed);
        return new PadLook(pads, both, before.at);
    }
}
