package org.commonwright.contribution;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.contribution.people.People;
import org.commonwright.contribution.rules.CountingRules;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Finds each contributor's part in a repository, from its whole history.
public final class ContributionReader {
    private final LineHistoryReader lines;

    /// @param cache the program's cache folder
    public ContributionReader(Path cache) {
        this.lines = new LineHistoryReader(cache);
    }

    /// What to look at.
    ///
    /// @param folder a folder, or a single file; the root for everything
    /// @param moduleOf the module that a file belongs to
    /// @param ignoreSpace whether a line that only changed its spacing stays its author's
    public record Question(RepoPath folder, UnaryOperator<RepoPath> moduleOf, boolean ignoreSpace) {
        public static Question everything() {
            return new Question(RepoPath.ROOT, _ -> RepoPath.ROOT, false);
        }
    }

    /// @throws org.commonwright.error.Fault `task.cancelled`, or what the repository throws
    public Contributions read(GitRepository repository, CommitId at, Question question, Progress progress) {
        return read(history(repository, at, question.ignoreSpace, progress), repository, question);
    }

    /// Where every line comes from; the same history answers several questions.
    public LineHistory history(GitRepository repository, CommitId at, boolean ignoreSpace, Progress progress) {
        return lines.read(repository, at, ignoreSpace, progress);
    }

    /// As above, of a history that was read before.
    public Contributions read(LineHistory history, GitRepository repository, Question question) {
        var people = new People(history.commits(), repository.history().mailmap(history.tip()));
        return new Tally(history, people, new CountingRules(repository.tree(history.tip())), question).count();
    }
}
