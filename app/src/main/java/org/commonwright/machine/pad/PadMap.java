package org.commonwright.machine.pad;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;

/// Which button does what; a button does one thing.
public record PadMap(Map<PadAction, PadButton> buttons) {
    /// As it is before a person changes anything.
    public static final PadMap USUAL = new PadMap(usual());

    public PadMap {
        buttons = Map.copyOf(buttons);
    }

    private static Map<PadAction, PadButton> usual() {
        Map<PadAction, PadButton> usual = new EnumMap<>(PadAction.class);
        for (PadAction action : PadAction.values()) {
            action.usual().ifPresent(button -> usual.put(action, button));
        }
        return usual;
    }

    public Optional<PadButton> button(PadAction action) {
        return Optional.ofNullable(buttons.get(action));
    }

    /// What a button does.
    public Optional<PadAction> action(PadButton button) {
        return Arrays.stream(PadAction.values()).filter(action -> buttons.get(action) == button).findFirst();
    }

    /// With another button for an action.
    ///
    /// @param button empty for none
    /// @throws Fault `pads.held` when another action has it, which it would lose without anybody noticing
    public PadMap with(PadAction action, Optional<PadButton> button) {
        Map<PadAction, PadButton> changed = new EnumMap<>(PadAction.class);
        changed.putAll(buttons);
        changed.remove(action);
        button.ifPresent(given -> {
            action(given).filter(other -> other != action).ifPresent(other -> {
                throw new Fault("pads.held", given.id(), other.id());
            });
            changed.put(action, given);
        });
        return new PadMap(changed);
    }
}
