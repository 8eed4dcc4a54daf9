package org.commonwright.workbench.machines.mill;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.mill.MillAct;

/// Short words for buttons, and for what is switched on.
final class On {
    private On() {}

    /// @param accessories in GRBL's letters
    static String words(String accessories, Messages messages) {
        List<String> on = new ArrayList<>();
        for (char letter : accessories.toCharArray()) {
            switch (letter) {
                case 'S' -> on.add(messages.get("grbl.on-spindle-cw"));
                case 'C' -> on.add(messages.get("grbl.on-spindle-ccw"));
                case 'F' -> on.add(messages.get("grbl.on-flood"));
                case 'M' -> on.add(messages.get("grbl.on-mist"));
                default -> {
                    // grblHAL's letters for what it has besides.
                }
            }
        }
        return on.isEmpty() ? messages.get("grbl.on-nothing") : messages.get("grbl.on", String.join(", ", on));
    }

    /// What fits on a small button; its name is said to who cannot see it.
    static String sign(MillAct act) {
        return switch (act) {
            case FEED_UP, SPINDLE_UP -> "+10";
            case FEED_DOWN, SPINDLE_DOWN -> "−10";
            case RAPID_HALF -> "50";
            case RAPID_QUARTER -> "25";
            default -> "100";
        };
    }
}
