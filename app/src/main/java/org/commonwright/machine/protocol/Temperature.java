package org.commonwright.machine.protocol;

/// A heater's temperature in °C and what it is to reach (0 when it is off).
///
/// @param heater the firmware's letter: `T` (or `T0`, `T1`…) a nozzle, `B` the bed, `C` the chamber
public record Temperature(String heater, double actual, double target) {}
