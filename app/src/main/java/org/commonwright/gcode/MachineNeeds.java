package org.commonwright.gcode;

/// What a program asks of its machine, for a check before the start.
///
/// @param hotend  the hottest that it wants the hot end, °C; 0 when it heats none
/// @param bed     the hottest that it wants the bed, °C; 0 when it heats none
/// @param spindle the fastest that it wants the spindle (or the strongest laser), as its S says; 0 when it starts none
/// @param tools   the highest tool number
public record MachineNeeds(double hotend, double bed, double spindle, int tools) {}
