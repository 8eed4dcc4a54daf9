package org.commonwright.review.comment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.Ancestry;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.Departure;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The names that branches go by now. A comment knows its branch by the name that it had; where no branch has that name any more, it
/// belongs to the branch that has the commit it was made on, also when that commit was rebased.
public final class NamesNow {
    private static final Logger LOG = LoggerFactory.getLogger(NamesNow.class);
    private static final int MOST_OWN = 1_000;
    private static final List<String> WHERE = List.of("refs/heads/", "refs/remotes/");

    private final GitRepository repository;
    private final Progress progress;
    private final Optional<CommitId> main;
    /// The names of each branch's last commit, those of this repository first.
    private final Map<CommitId, List<String>> tips = new LinkedHashMap<>();
    private final Map<CommitId, Optional<String>> found = new HashMap<>();
    private @Nullable Own own;

    /// What a rebase leaves as it is.
    private record As(Person author, Instant authored, String message) {
        static As of(CommitInfo commit) {
            return new As(commit.author(), commit.authored(), commit.message());
        }
    }

    /// A branch that has a commit.
    ///
    /// @param ahead how many commits of its own it has
    private record Holder(CommitId tip, int ahead) {}

    /// The commits that branches have and the main one has not.
    ///
    /// @param holders of each the branch with the fewest commits of its own
    private record Own(Map<CommitId, Holder> holders, Map<As, CommitId> as) {
        void add(CommitInfo commit, Holder holder) {
            holders.merge(commit.id(), holder, (one, other) -> other.ahead() < one.ahead() ? other : one);
            as.putIfAbsent(As.of(commit), commit.id());
        }
    }

    /// @param progress stops looking for who has a commit
    public NamesNow(GitRepository repository, Progress progress) {
        this.repository = repository;
        this.progress = progress;
        this.main = repository.head();
        Map<String, CommitId> all = repository.refs().list("refs/");
        for (String prefix : WHERE) {
            all.forEach((ref, head) -> {
                if (ref.startsWith(prefix) && !ref.endsWith("/HEAD")) {
                    tips.computeIfAbsent(head, _ -> new ArrayList<>()).add(ref);
                }
            });
        }
    }

    /// The review that a thread belongs to by today's names; the one that it was made in where nobody can tell of another.
    public Subject of(CommentThread thread) {
        Subject made = thread.subject();
        boolean lost = made.proposal().isEmpty() && !made.branch().isEmpty()
                && tips.values().stream().flatMap(List::stream).map(Subject::ofBranch).noneMatch(made::meets);
        return lost
                ? found.computeIfAbsent(thread.at(), this::holder).map(Subject::ofBranch).orElse(made)
                : made;
    }

    /// The branch with the fewest commits of its own among those that have a commit and are not merged.
    private Optional<String> holder(CommitId at) {
        Own commits = own();
        Holder holder = commits.holders().get(at);
        return Optional.ofNullable(holder).or(() -> rebased(at, commits))
                .map(found -> tips.get(found.tip()).getFirst());
    }

    private Optional<Holder> rebased(CommitId at, Own commits) {
        return repository.resolve(at.hex()).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(commits.as().get(As.of(repository.history().commit(at))))
                        .map(commits.holders()::get);
    }

    /// Read once somebody misses a branch.
    private Own own() {
        Own read = own;
        if (read == null) {
            read = new Own(new HashMap<>(), new HashMap<>());
            if (main.isPresent()) {
                read(main.get(), read);
            }
            own = read;
        }
        return read;
    }

    private void read(CommitId of, Own into) {
        try (Ancestry ancestry = repository.ancestry(of, progress)) {
            for (CommitId tip : tips.keySet()) {
                progress.check();
                try {
                    Departure left = ancestry.leave(tip, MOST_OWN, progress);
                    left.own().forEach(commit -> into.add(commit, new Holder(tip, left.ahead())));
                } catch (Fault damaged) {
                    progress.check();
                    LOG.info("{} is damaged, so no comment is looked for there", tips.get(tip), damaged);
                }
            }
        }
    }
}
