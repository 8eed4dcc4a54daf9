package org.commonwright.workbench.area;

/// A line of a program that a machine has loaded.
///
/// @param program its name
/// @param line    from 1
public record ProgramSelection(String program, int line) implements Selection {}
