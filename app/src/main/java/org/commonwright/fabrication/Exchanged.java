package org.commonwright.fabrication;

import java.util.List;
import org.commonwright.error.Fault;

/// What an exchange of records with the orders' homes came to.
///
/// @param away why a home could not be reached, and what it did not take; what others say is then as old as the last time
/// @param setAside what a home has that is damaged or not what it should be; nothing waits for it
public record Exchanged(List<Fault> away, List<Fault> setAside) {
    /// Without any exchange.
    public static final Exchanged NOTHING = new Exchanged(List.of(), List.of());

    public Exchanged {
        away = List.copyOf(away);
        setAside = List.copyOf(setAside);
    }
}
