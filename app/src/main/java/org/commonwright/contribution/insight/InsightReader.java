package org.commonwright.contribution.insight;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.people.People;
import org.commonwright.contribution.rules.CountingRules;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;

/// Reads shares with all that the same history tells beside them.
public final class InsightReader {
    private final ContributionReader contributions;
    private final InstantSource clock;

    public InsightReader(ContributionReader contributions, InstantSource clock) {
        this.contributions = contributions;
        this.clock = clock;
    }

    /// @throws org.commonwright.error.Fault as [ContributionReader#read]
    public Insights read(GitRepository repository, CommitId at, Question question, Progress progress) {
        LineHistory history = contributions.history(repository, at, question.ignoreSpace(), progress);
        Contributions shares = contributions.read(history, repository, question);
        var people = new People(history.commits(), repository.history().mailmap(at));
        var scope = new Scope(question, new CountingRules(repository.tree(at)));
        var work = new Work(history, people, scope);
        return new Insights(shares, new Months(history, people, scope, clock.instant()).read(), work.modules(shares),
                work.files());
    }

    /// What makes lines look like more than was done. It reads the history a second time, without spaces, and all files that
    /// are there.
    ///
    /// @throws org.commonwright.error.Fault as [ContributionReader#read]
    public List<Note> notes(GitRepository repository, CommitId at, Question question, Progress progress) {
        LineHistory history = contributions.history(repository, at, false, progress);
        LineHistory spaceless = contributions.history(repository, at, true, progress);
        var people = new People(history.commits(), repository.history().mailmap(at));
        var rules = new CountingRules(repository.tree(at));
        var scope = new Scope(question, rules);
        var notes = new Notes(history, people, scope);
        List<Note> all = new ArrayList<>(notes.churn());
        all.addAll(notes.spacing(spaceless));
        all.addAll(new Copies(history, people, scope, repository).find(progress));
        history.files().forEach((path, state) -> {
            if (state.origins() != null && path.isUnder(question.folder()) && !rules.counts(path)) {
                all.add(new Note(Note.Kind.VENDORED, List.of(), null, path, state.origins().lines(),
                        state.origins().lines(), null));
            }
        });
        return List.copyOf(all);
    }
}
