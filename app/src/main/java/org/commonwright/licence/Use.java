package org.commonwright.licence;

import java.util.Locale;
import org.commonwright.error.Fault;

/// What somebody wants to do with a design.
public enum Use {
    STUDY("study"), MODIFY("modify"),
    /// Make things for oneself or for others without commercial advantage.
    MAKE("make"),
    /// Make things in order to sell them, or any other commercial use.
    SELL("sell");

    private final String token;

    Use(String token) {
        this.token = token;
    }

    /// The word used on the command line and in records.
    public String token() {
        return token;
    }

    /// @throws Fault `licence.use-unknown` when no use has this name
    public static Use parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "study", "read" -> STUDY;
            case "modify", "change" -> MODIFY;
            case "make", "non-commercial", "noncommercial", "make-for-oneself", "own-use" -> MAKE;
            case "sell", "commercial", "make-to-sell" -> SELL;
            default -> throw new Fault("licence.use-unknown", text);
        };
    }
}
