package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// Everything that one commit reaches, each commit as a number, so that where ten thousand others left it is found without
/// walking it anew for each. For one thread; close it.
///
/// Grafts and replacements (`git replace`) are not followed: what the commits themselves say counts.
public final class Ancestry implements AutoCloseable {
    private static final int CHECK_EVERY = 1024;

    private final Path folder;
    private final RevWalk walk;
    private final Set<ObjectId> shallow;
    private final ObjectIdOwnerMap<Numbered> numbers = new ObjectIdOwnerMap<>();
    private final List<Numbered> commits = new ArrayList<>();
    private final Map<Long, Integer> twins = new HashMap<>();
    private final Map<List<Integer>, Meeting> meetings = new HashMap<>();
    private boolean cut;

    /// A commit and its number, which counts from 0 in the order in which they were found.
    private static final class Numbered extends ObjectIdOwnerMap.Entry {
        private static final long serialVersionUID = 1L;

        private final int number;
        private final int time;
        private transient int[] parents = {};

        Numbered(AnyObjectId id, int number, int time) {
            super(id);
            this.number = number;
            this.time = time;
        }
    }

    /// @param bases the best common ancestors, the last committed first
    private record Meeting(List<CommitId> bases, int behind) {}

    private Ancestry(Repository jgit, Path folder) throws IOException {
        this.folder = folder;
        this.walk = new RevWalk(jgit);
        this.shallow = jgit.getObjectDatabase().getShallowCommits();
    }

    static Ancestry of(Repository jgit, Path folder, CommitId tip, Progress progress) {
        return GitIo.call(folder, () -> {
            var ancestry = new Ancestry(jgit, folder);
            try {
                ancestry.read(tip, progress);
                return ancestry;
            } catch (IOException | RuntimeException e) {
                ancestry.close();
                throw e;
            }
        });
    }

    private void read(CommitId tip, Progress progress) throws IOException {
        var links = new ArrayList<RevCommit[]>();
        Deque<RevCommit> todo = new ArrayDeque<>();
        todo.add(walk.parseCommit(Ids.object(tip)));
        while (!todo.isEmpty()) {
            RevCommit commit = todo.pop();
            if (numbers.contains(commit) || !isHere(commit)) {
                continue;
            }
            if (commits.size() % CHECK_EVERY == 0) {
                progress.check();
            }
            var numbered = new Numbered(commit, commits.size(), commit.getCommitTime());
            numbers.add(numbered);
            commits.add(numbered);
            links.add(commit.getParents());
            twins.put(Twin.said(commit.getRawBuffer()), numbered.number);
            twins.put(Twin.held(commit.getRawBuffer()), numbered.number);
            commit.disposeBody();
            for (RevCommit parent : commit.getParents()) {
                todo.push(parent);
            }
        }
        for (int i = 0; i < links.size(); i++) {
            commits.get(i).parents = Arrays.stream(links.get(i)).map(numbers::get)
                    .filter(parent -> parent != null).mapToInt(parent -> parent.number).toArray();
        }
    }

    /// Whether a commit can be read, its body included; if not, the history ends before it.
    private boolean isHere(RevCommit commit) throws IOException {
        try {
            walk.parseBody(commit);
            return true;
        } catch (MissingObjectException _) {
            cut = true;
            return false;
        }
    }

    public boolean contains(CommitId commit) {
        return numbers.contains(Ids.object(commit));
    }

    /// How many commits there are.
    public int size() {
        return commits.size();
    }

    /// What a commit says about itself.
    ///
    /// @throws org.commonwright.error.Fault `git.missing-object` when it is not here, `git.corrupt` when it is no commit
    public CommitInfo info(CommitId id) {
        return GitIo.call(folder, () -> {
            RevCommit commit = walk.parseCommit(Ids.object(id));
            walk.parseBody(commit);
            CommitInfo info = History.info(commit);
            commit.disposeBody();
            return info;
        });
    }

    /// Where a commit left this history.
    ///
    /// @param most how many of its own commits to tell
    /// @throws org.commonwright.error.Fault `git.missing-object` when it is not here
    public Departure leave(CommitId head, int most, Progress progress) {
        return GitIo.call(folder, () -> {
            var left = new Leaving(most);
            left.run(walk.parseCommit(Ids.object(head)), progress);
            Meeting meeting = meetings.computeIfAbsent(List.copyOf(left.met), this::meet);
            return new Departure(meeting.bases, left.seen.size(), meeting.behind, left.own, left.twinned,
                    Optional.ofNullable(left.twin), left.rewritten, left.cutOff || cut);
        });
    }

    /// @param met commits of ours that were met, by their numbers
    private Meeting meet(List<Integer> met) {
        var below = new BitSet();
        met.forEach(number -> reach(commits.get(number).parents, below));
        List<CommitId> best = met.stream().filter(number -> !below.get(number)).map(commits::get)
                .sorted(Comparator.comparingInt((Numbered one) -> one.time).reversed()
                        .thenComparing(AnyObjectId::name))
                .map(Ids::commit).toList();
        met.forEach(below::set);
        return new Meeting(best, commits.size() - below.cardinality());
    }

    private void reach(int[] from, BitSet reached) {
        var todo = new ArrayDeque<int[]>(List.of(from));
        while (!todo.isEmpty()) {
            for (int number : todo.pop()) {
                if (!reached.get(number)) {
                    reached.set(number);
                    todo.push(commits.get(number).parents);
                }
            }
        }
    }

    @Override
    public void close() {
        walk.close();
    }

    /// One walk away from us.
    private final class Leaving {
        private final int most;
        private final Set<RevCommit> seen = new HashSet<>();
        private final TreeSet<Integer> met = new TreeSet<>();
        private final List<CommitInfo> own = new ArrayList<>();
        private int twinned;
        private @Nullable CommitId twin;
        private boolean rewritten;
        private boolean cutOff;

        Leaving(int most) {
            this.most = most;
        }

        void run(RevCommit head, Progress progress) throws IOException {
            Deque<RevCommit> todo = new ArrayDeque<>(List.of(head));
            while (!todo.isEmpty()) {
                RevCommit commit = todo.poll();
                Numbered ours = numbers.get(commit);
                if (ours != null) {
                    met.add(ours.number);
                } else if (seen.add(commit)) {
                    if (seen.size() % CHECK_EVERY == 0) {
                        progress.check();
                    }
                    if (look(commit)) {
                        todo.addAll(List.of(commit.getParents()));
                    }
                }
            }
        }

        /// @return false when it is not here
        private boolean look(RevCommit commit) throws IOException {
            try {
                walk.parseBody(commit);
            } catch (MissingObjectException _) {
                seen.remove(commit);
                cutOff = true;
                return false;
            }
            cutOff |= shallow.contains(commit);
            Integer said = twins.get(Twin.said(commit.getRawBuffer()));
            Integer same = said == null ? twins.get(Twin.held(commit.getRawBuffer())) : said;
            if (same != null) {
                twinned++;
                twin = twin == null ? Ids.commit(commits.get(same)) : twin;
                rewritten |= Arrays.stream(commit.getParents()).allMatch(numbers::contains);
            }
            if (own.size() < most) {
                own.add(History.info(commit));
            }
            commit.disposeBody();
            return true;
        }
    }
}
