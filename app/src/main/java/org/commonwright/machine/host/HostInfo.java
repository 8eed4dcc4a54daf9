package org.commonwright.machine.host;

/// What a host says it is.
///
/// @param software such as `OctoPrint`
/// @param version of the software, such as `1.10.2`
/// @param firmware the machine's, or the driver behind the host (`Klipper v0.12.0`); empty when it does not say
public record HostInfo(String software, String version, String firmware) {}
