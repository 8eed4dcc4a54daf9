package org.commonwright.review.comment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
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

    /// The commits that branches have and the main one has not.
    ///
    /// @param tips of the branches that could be read
    private record Own(Set<CommitId> ids, Map<As, CommitId> as, List<CommitId> tips) {
        void add(CommitInfo commit) {
            ids.add(commit.id());
            as.putIfAbsent(As.of(commit), commit.id());
        }
    }

    public NamesNow(GitRepository repository) {
        this.repository = repository;
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
        Optional<CommitId> here = commits.ids().contains(at) ? Optional.of(at) : rebased(at, commits);
        History history = repository.history();
        return here.flatMap(commit -> commits.tips().stream().filter(tip -> history.isAncestor(commit, tip))
                .min(Comparator.comparingInt(tip -> history.aheadBehind(tip, main.orElseThrow()).ahead()))
                .map(tip -> tips.get(tip).getFirst()));
    }

    private Optional<CommitId> rebased(CommitId at, Own commits) {
        return repository.resolve(at.hex()).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(commits.as().get(As.of(repository.history().commit(at))));
    }

    /// Read once somebody misses a branch.
    private Own own() {
        Own read = own;
        if (read == null) {
            read = new Own(new HashSet<>(), new HashMap<>(), new ArrayList<>());
            for (CommitId tip : main.isPresent() ? tips.keySet() : Set.<CommitId>of()) {
                try (var walk = repository.history().walk(List.of(tip), List.of(main.get()),
                        History.Order.NEWEST_FIRST)) {
                    walk.limit(MOST_OWN).forEach(read::add);
                    read.tips().add(tip);
                } catch (Fault damaged) {
                    LOG.info("{} is damaged, so no comment is looked for there", tips.get(tip), damaged);
                }
            }
            own = read;
        }
        return read;
    }
}
