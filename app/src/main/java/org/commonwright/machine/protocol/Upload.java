package org.commonwright.machine.protocol;

/// A file for a machine's card.
///
/// @param name as the card knows it: eight letters, a dot and three, in capitals, unless the firmware takes longer ones
public record Upload(String name, Program program) {}
