package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.model.CommitId;
import org.commonwright.record.DeviceRecords;
import org.commonwright.review.Foreseen;
import org.commonwright.review.MergeMemory;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.ReviewReport;
import org.commonwright.review.Reviewer;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.CardMemory;
import org.commonwright.review.card.Hit;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkCache;
import org.commonwright.review.fork.ForkScan;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.OwnBranch;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.workbench.review.forks.ForkNames;

/// Reads in the background what the review shows, and opens the desk that decisions are made on.
final class ReviewReading {
    private final AppFolders folders;
    private final InstantSource clock;
    private final CardMemory memory = new CardMemory();

    ReviewReading(AppFolders folders, InstantSource clock) {
        this.folders = folders;
        this.clock = clock;
    }

    /// Open proposals, branches that nobody proposed yet, decided proposals.
    ReviewList list(Path folder, ForkNames names, Progress watch) {
        return at(folder, (repository, workspace) -> {
            List<ReviewItem> all = new ArrayList<>();
            Proposals records = desk(repository, workspace).judged(MergeMemory.open(folders.cache(), repository),
                    watch);
            watch.update(-1);
            List<ProposalState> proposals = records.list();
            proposals.stream().filter(ProposalState::isOpen).forEach(state -> all.add(new ReviewItem.Proposed(state)));
            Set<CommitId> offered = proposals.stream().map(state -> state.proposal().head())
                    .collect(Collectors.toSet());
            OwnBranch.of(repository).filter(own -> !offered.contains(own.tip().head()))
                    .ifPresent(own -> all.add(new ReviewItem.Branch(own.tip(), null, own.into())));
            // What came with a proposal that has been revised since is no branch that somebody forgot to propose.
            Set<CommitId> before = proposals.stream().flatMap(state -> state.heads().stream())
                    .map(ProposalState.Head::head).collect(Collectors.toSet());
            repository.head().ifPresent(main -> {
                ForkNames.Read read = names.known().orElseGet(() -> {
                    try (ForkScan scan = scan(repository, workspace, main, watch)) {
                        return names.of(repository, scan, watch);
                    }
                });
                read.tips().stream()
                        .filter(tip -> !offered.contains(tip.head()) && !read.merged().contains(tip.head())
                                && !(tip.isBrought() && before.contains(tip.head())))
                        .forEach(tip -> all.add(new ReviewItem.Branch(tip, null)));
            });
            proposals.stream().filter(state -> !state.isOpen())
                    .forEach(state -> all.add(new ReviewItem.Proposed(state)));
            return new ReviewList(all, records.problems(), repository.head());
        });
    }

    /// What an item means for so many designs.
    Shown show(Path folder, ReviewItem item, int n, Progress watch) {
        return at(folder, (repository, workspace) -> {
            ReviewDesk desk = desk(repository, workspace);
            return switch (item) {
                case ReviewItem.Branch(ForkTip tip, _, String into) -> {
                    CommitId main = repository.require(into == null ? "HEAD" : "refs/heads/" + into);
                    Fork fork = figures(repository, workspace, main, tip, watch);
                    CommitId base = fork.base()
                            .orElseThrow(() -> new Fault("review.unrelated", tip.head().abbreviated()));
                    ReviewReport report = new Reviewer(workspace, clock, memory).outline(repository, base, tip.head(),
                            n, watch);
                    yield new Shown(new ReviewItem.Branch(tip, fork, into), report, List.of(), null, Optional.empty());
                }
                case ReviewItem.Proposed(ProposalState state) -> {
                    Foreseen seen = desk.merges().foresee(state, desk.outline(state, n, watch), watch);
                    yield new Shown(item, seen.report(), seen.conflicts(), seen.merge().orElse(null),
                            state.isOpen() ? Optional.of(Standpoint.of(desk, state)) : Optional.empty());
                }
            };
        });
    }

    private Fork figures(GitRepository repository, Workspace workspace, CommitId main, ForkTip tip, Progress watch) {
        try (ForkScan scan = scan(repository, workspace, main, watch)) {
            return scan.figures(tip, watch.silently());
        }
    }

    private ForkScan scan(GitRepository repository, Workspace workspace, CommitId main, Progress watch) {
        return new ForkScan(repository, workspace, main, ForkCache.open(folders.cache(), repository), clock.instant(),
                watch.silently());
    }

    /// Who uses in other designs what a change touches.
    List<Hit> elsewhere(Card card, Progress watch) {
        try (var workspace = new Workspace(folders.workspace())) {
            return new Reviewer(workspace, clock, memory).elsewhere(card, watch);
        }
    }

    /// Where what can be found out again is kept.
    Path cache() {
        return folders.cache();
    }

    /// Does something at the desk.
    <T> T desk(Path folder, AtDesk<T> what) {
        return at(folder, (repository, workspace) -> what.run(desk(repository, workspace)));
    }

    private ReviewDesk desk(GitRepository repository, Workspace workspace) {
        return new ReviewDesk(repository, new DeviceRecords(folders, clock).open(repository), workspace, clock, memory);
    }

    private <T> T at(Path folder, InRepository<T> what) {
        try (GitRepository repository = GitRepository.open(folder);
                var workspace = new Workspace(folders.workspace())) {
            return what.run(repository, workspace);
        }
    }

    /// Something that is done at the desk of a repository.
    @FunctionalInterface
    interface AtDesk<T> {
        T run(ReviewDesk desk);
    }

    @FunctionalInterface
    private interface InRepository<T> {
        T run(GitRepository repository, Workspace workspace);
    }
}
