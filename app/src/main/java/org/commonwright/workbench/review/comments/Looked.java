package org.commonwright.workbench.review.comments;

import java.nio.file.Path;
import org.commonwright.model.CommitId;
import org.commonwright.review.comment.Subject;

/// What is looked at in the review: where places are shown, and where a comment belongs.
///
/// @param folder of the repository
/// @param base where the change begins
/// @param head its last commit
/// @param branch where a suggestion is applied; a branch of this repository or of another
/// @param everything whether every open comment whose place is there is shown, whatever review it was made in
public record Looked(Path folder, CommitId base, CommitId head, Subject subject, String branch, boolean everything) {}
