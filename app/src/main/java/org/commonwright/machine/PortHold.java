package org.commonwright.machine;

import java.util.Map;
import java.util.Optional;

/// A port that somebody has. Whoever comes second is told by whom, and for what, it is held just now.
public final class PortHold implements AutoCloseable {
    private final Map<String, String> holders;
    private final String key;

    PortHold(Map<String, String> holders, String key) {
        this.holders = holders;
        this.key = key;
    }

    /// Says what it is held for now, as a person should read it.
    public void nowFor(String holder) {
        holders.computeIfPresent(key, (_, _) -> holder);
    }

    /// Who holds it and for what; empty after it was given back.
    public Optional<String> holder() {
        return Optional.ofNullable(holders.get(key));
    }

    @Override
    public void close() {
        holders.remove(key);
    }
}
