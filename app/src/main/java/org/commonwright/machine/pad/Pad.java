package org.commonwright.machine.pad;

/// A device that is plugged in.
///
/// @param id its number, new each time that it is plugged in
/// @param known whether the places of its buttons are known; what is not known is shown and not used
public record Pad(int id, String name, boolean known, PadInput input) {}
