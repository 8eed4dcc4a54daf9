package org.commonwright.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.governance.Decider;
import org.commonwright.model.AgentId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;

/// A statement as it stands in the records.
///
/// @param id of its entry
/// @param when by the signer's clock
/// @param key that signed it: the only thing about the signer that is proven
public record Stated(String id, Instant when, AgentId key, Statement statement) {
    /// All of them, in the records' order.
    ///
    /// @param problems entries that were set aside, and why
    public record All(List<Stated> list, List<Problem> problems) {
        public All {
            list = List.copyOf(list);
            problems = List.copyOf(problems);
        }
    }

    public static All of(RecordView records) {
        List<Stated> list = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : records.ofKind(Statement.KIND).toList()) {
            try {
                list.add(of(records, entry));
            } catch (Fault fault) {
                problems.add(Problem.warning(null, fault.code(), fault.arguments().toArray()));
            }
        }
        return new All(list, problems);
    }

    /// @throws Fault `record.key-revoked`; `governance.other-name` when the key's log never went by the signer's address; what
    ///         [Statement#of(com.fasterxml.jackson.databind.JsonNode)] throws
    static Stated of(RecordView records, Entry entry) {
        Revocations.of(records).check(entry);
        Statement statement = Statement.of(entry.body());
        Decider signer = Decider.of(records, entry, statement.signer());
        return new Stated(entry.id().hex(), entry.time(), signer.agent(), statement);
    }
}
