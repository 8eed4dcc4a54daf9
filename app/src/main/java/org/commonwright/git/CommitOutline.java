package org.commonwright.git;

import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.jspecify.annotations.Nullable;

/// What whoever walks a whole history needs of each commit: little enough to hold all of them.
///
/// @param people the author and the co-authors, as written
/// @param when seconds since 1970, by the author's clock
/// @param tree the id of its files
/// @param treeBefore the id of its first parent's files; null for a first commit
public record CommitOutline(
        CommitId id,
        List<CommitId> parents,
        List<Person> people,
        long when,
        String tree,
        @Nullable String treeBefore) {}
