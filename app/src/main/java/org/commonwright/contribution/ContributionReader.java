package org.commonwright.contribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.commonwright.contribution.cells.CellReader;
import org.commonwright.contribution.cells.Cells;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.contribution.people.People;
import org.commonwright.contribution.rules.CountingRules;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Finds each contributor's part in a repository, from its whole history. For one thread.
public final class ContributionReader {
    private final LineHistoryReader lines;
    private final CellReader cells;
    private @Nullable Asked asked;

    /// @param cache the program's cache folder
    public ContributionReader(Path cache) {
        this.lines = new LineHistoryReader(cache);
        this.cells = new CellReader(cache);
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

    private record Asked(Path folder, boolean ignoreSpace, SortedSet<String> cutOff, LineHistory history) {}

    /// Where every line comes from; the same history answers several questions. The last one is kept.
    public LineHistory history(GitRepository repository, CommitId at, boolean ignoreSpace, Progress progress) {
        Asked last = asked;
        if (last != null && last.folder.equals(repository.folder()) && last.ignoreSpace == ignoreSpace
                && last.history.tip().equals(at) && last.cutOff.equals(repository.cutOff())) {
            return last.history;
        }
        LineHistory history = lines.read(repository, at, ignoreSpace, progress);
        asked = new Asked(repository.folder(), ignoreSpace, repository.cutOff(), history);
        return history;
    }

    /// Whose the cells of bills of materials are.
    ///
    /// @param bills all of the design's, so that what is kept of them is whole
    public Cells cells(GitRepository repository, CommitId at, Collection<RepoPath> bills,
            UnaryOperator<RepoPath> moduleOf, Progress progress) {
        return cells.read(repository, history(repository, at, false, progress), bills, moduleOf, progress);
    }

    /// As above, of a history that was read before.
    public Contributions read(LineHistory history, GitRepository repository, Question question) {
        var people = new People(history.commits(), repository.history().mailmap(history.tip()));
        Contributions counted = new Tally(history, people, new CountingRules(repository.tree(history.tip())),
                question).count();
        List<Problem> doubts = doubts(repository);
        return doubts.isEmpty() ? counted : counted.with(doubts);
    }

    /// What makes the history of this clone another than was written.
    private static List<Problem> doubts(GitRepository repository) {
        List<Problem> doubts = new ArrayList<>();
        int ends = repository.cutOff().size();
        if (ends > 0) {
            doubts.add(Problem.warning(null, "contribution.cut-off", ends));
        }
        int replaced = repository.replaced();
        if (replaced > 0) {
            doubts.add(Problem.warning(null, "contribution.replaced", replaced));
        }
        return doubts;
    }
}
