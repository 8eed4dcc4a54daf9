package org.commonwright.contribution;

import java.util.List;
import java.util.stream.Stream;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Everybody's part of a design, or of a folder of it, as of one commit.
///
/// @param files how many files are counted
/// @param lines how many lines they have
/// @param authored how many lines were ever brought into counted files
/// @param parts the largest first
/// @param uncounted files that are there and not counted
public record Contributions(CommitId commit, int files, long lines, long authored, List<Part> parts,
        List<RepoPath> uncounted, List<Problem> problems) {
    Contributions with(List<Problem> more) {
        return new Contributions(commit, files, lines, authored, parts, uncounted,
                Stream.concat(more.stream(), problems.stream()).toList());
    }
}
