package org.commonwright.accounting;

import java.util.Arrays;
import java.util.Optional;

/// What an economic event does to a resource (Valueflows 1.0, actions).
public enum Action {
    /// A new resource comes to be: a part is made.
    PRODUCE("produce"),
    /// A resource is used up: filament, sheet, screws.
    CONSUME("consume"),
    /// A resource is used and remains: a machine's time.
    USE("use"),
    /// Somebody's labour.
    WORK("work"),
    /// Rights and custody go from provider to receiver.
    TRANSFER("transfer");

    private final String token;

    Action(String token) {
        this.token = token;
    }

    /// Valueflows' word for it.
    public String token() {
        return token;
    }

    static Optional<Action> named(String token) {
        return Arrays.stream(values()).filter(a -> a.token.equals(token)).findFirst();
    }
}
