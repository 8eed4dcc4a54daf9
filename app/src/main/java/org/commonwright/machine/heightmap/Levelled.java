package org.commonwright.machine.heightmap;

import org.commonwright.machine.protocol.Program;

/// A program into which a height map was taken.
///
/// @param program with the mark of the map in front
/// @param changed lines of the original that were written anew
/// @param written lines that stand in their place
/// @param least the lowest correction, in mm; 0 when nothing was corrected
/// @param most the highest
public record Levelled(Program program, int changed, int written, double least, double most) {}
