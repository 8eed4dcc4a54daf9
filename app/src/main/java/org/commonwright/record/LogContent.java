package org.commonwright.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;

/// What one log holds up to one commit.
///
/// @param heads the last entries, which none of the log's own follows; one, unless the log was written in two places
/// @param attached where each attachment is
/// @param writer the name in its last good commit, and the key; empty when it has no good commit
record LogContent(
        AgentId agent,
        CommitId tip,
        List<Entry> entries,
        List<ContentId> heads,
        List<BadEntry> bad,
        Map<ContentId, CommitId> attached,
        Optional<RecordView.Writer> writer) {}
