package org.commonwright.review.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Candidates;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.governance.Bodies;
import org.commonwright.governance.Decider;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;

/// What the records say in comments: the same on every replica that has the same entries, in whatever order they came.
///
/// @param threads in the records' order; those of which nothing is left to read are left out
/// @param problems entries that are not understood, or were not their signer's to write: set aside
public record Comments(List<CommentThread> threads, List<Problem> problems) {
    /// The family of kinds.
    public static final String FAMILY = "comment";
    static final String ANSWERED = "comment.answered";
    static final String RESOLVED = "comment.resolved";
    static final String REOPENED = "comment.reopened";
    static final String EDITED = "comment.edited";
    static final String WITHDRAWN = "comment.withdrawn";

    public Comments {
        threads = List.copyOf(threads);
        problems = List.copyOf(problems);
    }

    public static Comments of(RecordView records) {
        var reading = new Reading(records);
        records.ofKind(FAMILY).forEach(reading::read);
        return new Comments(reading.threads.values().stream().map(ThreadBuilder::build).filter(t -> !t.isEmpty())
                .toList(), reading.problems);
    }

    /// Those that were made in one review.
    ///
    /// @param names what its branch may have been called when they were made
    public List<CommentThread> about(Subject subject, NamesNow names) {
        return threads.stream().filter(thread -> names.of(thread).meets(subject)).toList();
    }

    /// A thread by its id or the beginning of it.
    ///
    /// @throws Fault `comments.none`, `comments.ambiguous`
    public CommentThread require(String id) {
        List<CommentThread> found = threads.stream().filter(t -> !id.isEmpty() && t.id().hex().startsWith(id))
                .toList();
        if (found.size() > 1) {
            throw new Fault("comments.ambiguous", id, found.size(),
                    Candidates.of(found.stream().map(thread -> thread.id().hex()).toList()));
        }
        return found.stream().findFirst().orElseThrow(() -> new Fault("comments.none", id));
    }

    /// The thread in which somebody said what an id, or the beginning of one, names.
    ///
    /// @throws Fault `comments.none`, `comments.ambiguous`
    public CommentThread holding(String id) {
        List<CommentThread> found = threads.stream().filter(t -> !id.isEmpty()
                && t.remarks().stream().anyMatch(remark -> remark.entry().hex().startsWith(id))).toList();
        if (found.size() > 1) {
            throw new Fault("comments.ambiguous", id, found.size(),
                    Candidates.of(found.stream().map(thread -> thread.id().hex()).toList()));
        }
        return found.stream().findFirst().orElseThrow(() -> new Fault("comments.none", id));
    }

    /// One pass over the entries; what an entry cites comes before it.
    private static final class Reading {
        private final RecordView records;
        private final Revocations revoked;
        private final Map<ContentId, ThreadBuilder> threads = new LinkedHashMap<>();
        /// The thread that each remark stands in.
        private final Map<ContentId, ThreadBuilder> owners = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(RecordView records) {
            this.records = records;
            this.revoked = Revocations.of(records);
            records.lacking().ifPresent(problems::add);
        }

        void read(Entry entry) {
            try {
                revoked.check(entry);
                switch (entry.kind()) {
                    case Made.KIND -> made(entry);
                    case ANSWERED -> answered(entry);
                    case RESOLVED -> thread(entry, "thread").state(entry, Optional.of(
                            new CommentThread.Settling(by(entry), applied(entry))));
                    case REOPENED -> {
                        by(entry);
                        thread(entry, "thread").state(entry, Optional.empty());
                    }
                    case EDITED -> own(entry).edit(Bodies.entry(entry.body(), "remark"), Made.words(entry.body()));
                    case WITHDRAWN -> own(entry).withdraw(Bodies.entry(entry.body(), "remark"));
                    default -> {
                        // A kind of a later version.
                    }
                }
            } catch (Fault fault) {
                problems.add(Problem.warning(null, "comments.set-aside", entry.id().abbreviated(), entry.author(),
                        Messages.Key.of(fault.code(), fault.arguments().toArray())));
            }
        }

        private void made(Entry entry) {
            Made made = Made.of(entry.body());
            var thread = new ThreadBuilder(entry.id(), made);
            thread.add(remark(entry, made.person(), made.text(), made.suggestion()));
            threads.put(entry.id(), thread);
            owners.put(entry.id(), thread);
        }

        private void answered(Entry entry) {
            ThreadBuilder thread = thread(entry, "thread");
            Person person = Bodies.person(entry.body());
            Optional<String> suggestion = Made.suggestion(entry.body());
            if (suggestion.isPresent() && !Made.canSuggest(thread.made.anchor())) {
                throw Bodies.bad("suggestion");
            }
            thread.add(remark(entry, person, Made.words(entry.body()), suggestion));
            owners.put(entry.id(), thread);
        }

        private Remark remark(Entry entry, Person person, String text, Optional<String> suggestion) {
            return new Remark(entry.id(), Decider.of(records, entry, person), entry.time(), text, suggestion, false,
                    false);
        }

        private Decider by(Entry entry) {
            return Decider.of(records, entry, Bodies.person(entry.body()));
        }

        private static Optional<CommitId> applied(Entry entry) {
            return entry.body().has("applied")
                    ? Optional.of(Bodies.commit(entry.body(), "applied"))
                    : Optional.empty();
        }

        private ThreadBuilder thread(Entry entry, String field) {
            Bodies.checkVersion(entry.body());
            ContentId id = Bodies.entry(entry.body(), field);
            ThreadBuilder thread = threads.get(id);
            if (thread == null || !follows(entry, id)) {
                throw new Fault("comments.astray", id.abbreviated());
            }
            return thread;
        }

        /// The thread of the remark that an entry changes, which must be its author's own.
        private ThreadBuilder own(Entry entry) {
            Bodies.checkVersion(entry.body());
            ContentId id = Bodies.entry(entry.body(), "remark");
            ThreadBuilder thread = owners.get(id);
            if (thread == null || !follows(entry, id)) {
                throw new Fault("comments.astray", id.abbreviated());
            }
            if (records.find(id).filter(said -> said.author().equals(entry.author())).isEmpty()) {
                throw new Fault("comments.not-theirs", id.abbreviated(), entry.author());
            }
            return thread;
        }

        /// Whether an entry cites another or directly follows it in one log: then it always comes behind it.
        private static boolean follows(Entry entry, ContentId other) {
            return entry.cites().contains(other) || entry.previous().filter(other::equals).isPresent();
        }
    }

    /// How many of these are open.
    public static long open(Collection<CommentThread> threads) {
        return threads.stream().filter(CommentThread::isOpen).count();
    }
}
