package org.commonwright.review.fork;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.Ancestry;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.Departure;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Mailmap;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.review.ModulesOf;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Looks at the forks of a design: first what their last commits say, then one by one how far each is and what it changes, so
/// that the first page is there long before the last. For one thread; close it.
public final class ForkScan implements AutoCloseable {
    private static final int MOST_OWN = 1_000;
    private static final int MOST_PEOPLE = 20;

    private final GitRepository repository;
    private final Workspace workspace;
    private final CommitId mainTip;
    private final Instant now;
    private final Ancestry main;
    private final KeptChanges changes;
    private final Mailmap mailmap;
    private final Map<RepoPath, RepoPath> paths = new HashMap<>();
    private final Map<List<RepoPath>, List<RepoPath>> lists = new HashMap<>();
    private @Nullable MainFiles files;

    /// @param mainTip the branch that forks are compared with
    /// @param cache keeps what two commits differ in; the caller saves it
    /// @param now says which commits are from the future
    /// @throws Fault `git.missing-object` when the branch's last commit is not here
    public ForkScan(GitRepository repository, Workspace workspace, CommitId mainTip, ForkCache cache, Instant now,
            Progress progress) {
        this.repository = repository;
        this.workspace = workspace;
        this.mainTip = mainTip;
        this.now = now;
        this.main = repository.ancestry(mainTip, progress);
        this.changes = new KeptChanges(new ForkMeasure(repository), cache);
        this.mailmap = repository.history().mailmap(mainTip);
    }

    /// Every fork, the latest first.
    public List<ForkTip> tips(Progress progress) {
        return tips(repository.refs().list("refs/"), progress);
    }

    /// As [#tips(Progress)], for a caller that has the refs.
    ///
    /// @param refs every ref of the repository, by its full name
    public List<ForkTip> tips(Map<String, CommitId> refs, Progress progress) {
        return new ForkTips(repository, main, mainTip, now).list(refs, progress);
    }

    /// Whether the branch has all commits of a fork.
    public boolean isMerged(ForkTip tip) {
        return main.contains(tip.head());
    }

    /// How far a fork is, and what it changes. What is wrong with one stops no other: it is told in its problems.
    public Fork figures(ForkTip tip, Progress progress) {
        if (!tip.here()) {
            return without(tip, ForkKind.DAMAGED, Problem.error(null, "forks.tip-missing", tip.title(),
                    tip.head().abbreviated()));
        }
        if (main.contains(tip.head())) {
            Departure none = main.leave(tip.head(), 0, progress);
            return new Fork(tip, ForkKind.MERGED, Optional.of(tip.head()), 0, none.behind(), 0, List.of(),
                    ForkSize.NONE, List.of(), List.of(), List.of());
        }
        try {
            return look(tip, main.leave(tip.head(), MOST_OWN, progress), progress);
        } catch (Fault damaged) {
            progress.check();
            return without(tip, ForkKind.DAMAGED,
                    new Problem(Problem.Severity.ERROR, damaged.code(), damaged.arguments(), null));
        }
    }

    private Fork look(ForkTip tip, Departure left, Progress progress) {
        Optional<CommitId> base = left.base().or(left::twin);
        if (base.isEmpty()) {
            Problem why = left.cut()
                    ? Problem.warning(null, "forks.cut", tip.title())
                    : Problem.note(null, "forks.unrelated", tip.title());
            return new Fork(tip, left.cut() ? ForkKind.CUT : ForkKind.UNRELATED, base, left.ahead(), left.behind(), 0,
                    people(left), ForkSize.NONE, List.of(), List.of(), List.of(why));
        }
        ForkChanges changed = changes.of(base.get(), tip.head(), progress);
        boolean rewritten = left.bases().isEmpty() || left.rewritten();
        ForkKind kind = files().hasAll(changed)
                ? ForkKind.TAKEN
                : rewritten ? ForkKind.REWRITTEN : ForkKind.OPEN;
        return new Fork(tip, kind, base, left.ahead(), left.behind(), left.twins(), people(left), changed.size(),
                files().modules(changed), interned(changed),
                problems(tip, left, changed, kind));
    }

    private List<Problem> problems(ForkTip tip, Departure left, ForkChanges changed, ForkKind kind) {
        var problems = new ArrayList<Problem>();
        if (kind == ForkKind.REWRITTEN) {
            problems.add(Problem.warning(null, left.bases().isEmpty() ? "forks.rewritten-whole" : "forks.rewritten",
                    tip.title(), left.twins()));
        }
        if (ForkTips.isFuture(tip.last(), now)) {
            problems.add(Problem.warning(null, "forks.future", tip.title(), tip.last()));
        }
        if (left.bases().size() > 1) {
            problems.add(Problem.note(null, "forks.crossed", tip.title(), left.bases().size()));
        }
        if (changed.leftOut() > 0) {
            problems.add(Problem.warning(null, "forks.unsafe-paths", tip.title(), changed.leftOut()));
        }
        if (changed.missing() > 0) {
            problems.add(Problem.warning(null, "forks.contents-missing", tip.title(), changed.missing()));
        }
        if (changed.passed() > 0) {
            problems.add(Problem.note(null, "forks.passed", tip.title(), changed.passed()));
        }
        if (!changed.strange().isEmpty()) {
            problems.add(Problem.warning(null, "forks.not-utf8", tip.title(), changed.strange()));
        }
        files().collision(changed)
                .ifPresent(path -> problems.add(Problem.warning(null, "forks.case", tip.title(), path)));
        return problems;
    }

    private static Fork without(ForkTip tip, ForkKind kind, Problem why) {
        return new Fork(tip, kind, Optional.empty(), 0, 0, 0, List.of(), ForkSize.NONE, List.of(), List.of(),
                List.of(why));
    }

    private List<Person> people(Departure left) {
        Map<Person, Long> counted = left.own().stream().map(CommitInfo::author).map(mailmap::apply)
                .collect(Collectors.groupingBy(person -> person, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<Person, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(one -> one.getKey().toString()))
                .map(Map.Entry::getKey).limit(MOST_PEOPLE).toList();
    }

    /// The paths of a change, kept once for all forks that change the same files.
    private List<RepoPath> interned(ForkChanges changes) {
        List<RepoPath> all = changes.files().stream().map(file -> paths.computeIfAbsent(file.path(), path -> path))
                .toList();
        return lists.computeIfAbsent(all, list -> list);
    }

    private MainFiles files() {
        MainFiles known = files;
        if (known == null) {
            known = new MainFiles(repository.tree(mainTip),
                    new ModulesOf(new DesignReader(workspace).read(repository.folder(), mainTip.hex()).tree()));
            files = known;
        }
        return known;
    }

    @Override
    public void close() {
        main.close();
    }
}
