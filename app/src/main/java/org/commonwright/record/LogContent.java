package org.commonwright.record;

import java.util.List;
import java.util.Optional;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;

/// What one log holds up to one commit.
///
/// @param writer the name in its last good commit, and the key; empty when it has no good commit
record LogContent(
        AgentId agent,
        CommitId tip,
        List<Entry> entries,
        List<BadEntry> bad,
        Optional<RecordView.Writer> writer) {}
