package org.commonwright.credit;

import java.time.Instant;
import java.util.List;
import org.commonwright.model.AgentId;
import org.commonwright.model.Person;

/// A declared effort and who countersigned it.
///
/// @param id of the entry that declared it
/// @param agent whose key signed it
/// @param when by the declarer's clock
/// @param signers those whose countersignature counts, in the records' order
public record EffortState(String id, AgentId agent, Instant when, Effort effort, List<Person> signers) {
    public EffortState {
        signers = List.copyOf(signers);
    }

    public boolean counts() {
        return !signers.isEmpty();
    }
}
