package org.commonwright.machine.host;

import java.util.List;
import org.commonwright.machine.protocol.Temperature;

/// What a host says of its machine.
///
/// @param words the host's own, in its language; one short line
public record HostStatus(HostState state, String words, HostJob job, List<Temperature> temperatures) {}
