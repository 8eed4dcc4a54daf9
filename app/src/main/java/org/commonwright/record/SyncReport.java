package org.commonwright.record;

import java.util.List;

/// What a synchronisation did.
///
/// @param received how many logs of others moved forward here
/// @param pushed how many logs moved forward there
/// @param refused what the remote offered that was not taken
public record SyncReport(int received, int pushed, List<BadEntry> refused) {}
