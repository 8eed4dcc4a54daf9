package org.commonwright.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;

/// A statement as it stands in the records.
///
/// @param id of its entry
/// @param when by the signer's clock
public record Stated(String id, Instant when, Statement statement) {
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
                list.add(new Stated(entry.id().hex(), entry.time(), Statement.of(entry.body())));
            } catch (Fault fault) {
                problems.add(Problem.warning(null, fault.code(), fault.arguments().toArray()));
            }
        }
        return new All(list, problems);
    }
}
