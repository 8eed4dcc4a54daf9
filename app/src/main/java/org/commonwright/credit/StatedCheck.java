package org.commonwright.credit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.jspecify.annotations.Nullable;

/// A statement beside what the history and the records say of its commit now.
///
/// @param different what is not so any more, as [Statement#differences] names it; empty also when it could not be asked
/// @param why the numbers could not be worked out again here, such as a commit that has not come; null when they were
public record StatedCheck(Stated stated, List<String> different, @Nullable Fault why) {
    public StatedCheck {
        different = List.copyOf(different);
    }

    /// Whether everything is as it was stated; empty when that cannot be said here.
    public Optional<Boolean> holds() {
        return why == null ? Optional.of(different.isEmpty()) : Optional.empty();
    }

    /// Each commit is read once, however many statements there are of it.
    ///
    /// @param now everybody's part of the whole design at a commit
    /// @throws Fault `task.cancelled`
    public static List<StatedCheck> of(List<Stated> statements, Function<CommitId, Credits> now) {
        Map<CommitId, Credits> known = new HashMap<>();
        Map<CommitId, Fault> unknown = new HashMap<>();
        List<StatedCheck> checks = new ArrayList<>();
        for (Stated stated : statements) {
            CommitId commit = stated.statement().commit();
            if (!known.containsKey(commit) && !unknown.containsKey(commit)) {
                try {
                    known.put(commit, now.apply(commit));
                } catch (Fault fault) {
                    if (fault.code().equals("task.cancelled")) {
                        throw fault;
                    }
                    unknown.put(commit, fault);
                }
            }
            checks.add(unknown.containsKey(commit)
                    ? new StatedCheck(stated, List.of(), unknown.get(commit))
                    : new StatedCheck(stated, stated.statement().differences(known.get(commit)), null));
        }
        return List.copyOf(checks);
    }
}
