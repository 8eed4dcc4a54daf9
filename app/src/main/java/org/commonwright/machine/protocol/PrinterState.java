package org.commonwright.machine.protocol;

import org.jspecify.annotations.Nullable;

/// What a printer says besides places and temperatures.
///
/// @param prompt what it asks; null when it asks nothing
/// @param notice what it told last (`//action:notification`), empty for nothing
/// @param waitsForPerson it does nothing until somebody tells it to go on
/// @param card the file that it prints from its card; null when it prints none
public record PrinterState(@Nullable HostPrompt prompt, String notice, boolean waitsForPerson,
        @Nullable CardProgress card) {
    public static final PrinterState NOTHING = new PrinterState(null, "", false, null);

    public PrinterState asking(@Nullable HostPrompt newPrompt) {
        return new PrinterState(newPrompt, notice, waitsForPerson, card);
    }

    public PrinterState telling(String newNotice) {
        return new PrinterState(prompt, newNotice, waitsForPerson, card);
    }

    public PrinterState waiting(boolean waits) {
        return new PrinterState(prompt, notice, waits, card);
    }

    public PrinterState printing(@Nullable CardProgress newCard) {
        return new PrinterState(prompt, notice, waitsForPerson, newCard);
    }
}
