package org.commonwright.review.fork;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.git.Ancestry;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Mailmap;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.task.Progress;

/// Finds every fork: branches here, branches of remotes, and commits that came with proposals. Names that lead to the same commit are
/// one fork.
final class ForkTips {
    private static final List<String> WHERE = List.of("refs/heads/", "refs/remotes/", "refs/commonwright/proposed/",
            "refs/commonwright/proposal/");
    private static final Duration FAST_CLOCK = Duration.ofDays(1);

    private final GitRepository repository;
    private final Ancestry main;
    private final CommitId mainTip;
    private final Instant now;

    ForkTips(GitRepository repository, Ancestry main, CommitId mainTip, Instant now) {
        this.repository = repository;
        this.main = main;
        this.mainTip = mainTip;
        this.now = now;
    }

    /// The latest first, without the branch itself. A commit dated later than tomorrow comes last: its clock was wrong.
    ///
    /// @param all every ref, by its full name
    List<ForkTip> list(Map<String, CommitId> all, Progress progress) {
        var refs = new LinkedHashMap<CommitId, List<String>>();
        for (String prefix : WHERE) {
            all.forEach((ref, head) -> {
                // A remote's HEAD is one of its branches once more.
                if (ref.startsWith(prefix) && !head.equals(mainTip)
                        && !(prefix.equals("refs/remotes/") && ref.endsWith("/HEAD"))) {
                    refs.computeIfAbsent(head, _ -> new ArrayList<>()).add(ref);
                }
            });
        }
        Mailmap mailmap = repository.history().mailmap(mainTip);
        var tips = new ArrayList<ForkTip>(refs.size());
        for (Map.Entry<CommitId, List<String>> one : refs.entrySet()) {
            progress.check();
            progress.update((double) tips.size() / refs.size());
            tips.add(tip(one.getKey(), one.getValue(), mailmap));
        }
        tips.sort(Comparator.comparing(this::sortsAs).reversed().thenComparing(ForkTip::ref));
        return List.copyOf(tips);
    }

    /// Whether a commit is dated later than any clock that is right could say.
    static boolean isFuture(Instant at, Instant now) {
        return at.isAfter(now.plus(FAST_CLOCK));
    }

    private Instant sortsAs(ForkTip tip) {
        return isFuture(tip.last(), now) ? Instant.EPOCH : tip.last();
    }

    private ForkTip tip(CommitId head, List<String> refs, Mailmap mailmap) {
        try {
            CommitInfo last = main.info(head);
            return new ForkTip(refs, head, mailmap.apply(last.author()), last.authored(), last.subject(), true);
        } catch (Fault _) {
            // A ref to a commit that is not here, or to no commit: it is listed, and its figures say why there are none.
            return new ForkTip(refs, head, new Person("", ""), Instant.EPOCH, "", false);
        }
    }
}
