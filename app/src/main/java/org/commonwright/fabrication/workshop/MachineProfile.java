package org.commonwright.fabrication.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one machine of a workshop can do.
///
/// @param processes common names, see [Processes]
/// @param envelope the largest work it takes
/// @param materials what it takes; `aluminium` covers `aluminium EN AW-5083`, `*` covers everything
/// @param toleranceMm the deviation it keeps; null when the workshop does not say
/// @param port a device path, `tcp://host:port`, `virtual:grbl` or `virtual:marlin`
public record MachineProfile(String name, List<String> processes, Envelope envelope, List<String> materials,
        @Nullable Double toleranceMm, String port) {
    public MachineProfile {
        processes = List.copyOf(processes);
        materials = List.copyOf(materials);
    }
}
