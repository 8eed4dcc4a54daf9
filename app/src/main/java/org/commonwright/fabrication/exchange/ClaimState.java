package org.commonwright.fabrication.exchange;

import java.util.Arrays;
import java.util.Optional;

/// Where a claim stands at the order's home. It only ever moves forward, each step by compare-and-set, so of a holder that
/// starts and a rival that takes an expired lease over exactly one gets through.
public enum ClaimState {
    /// Held, no run has started; ends with its lease.
    CLAIMED("claimed"),
    /// A run has started; nobody may take it over.
    STARTED("started"),
    /// The holder gave it back.
    RELEASED("released"),
    /// Its lease was over and somebody else took over.
    EXPIRED("expired");

    private final String token;

    ClaimState(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /// Whether the next epoch may be claimed.
    public boolean over() {
        return this == RELEASED || this == EXPIRED;
    }

    static Optional<ClaimState> named(String token) {
        return Arrays.stream(values()).filter(s -> s.token.equals(token)).findFirst();
    }
}
