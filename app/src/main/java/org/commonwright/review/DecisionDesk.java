package org.commonwright.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Certificate;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Decider;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance;
import org.commonwright.governance.decide.Given;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.governance.decide.RuleQuote;
import org.commonwright.governance.decide.Stances;
import org.commonwright.governance.decide.Standing;
import org.commonwright.governance.decide.Standing.Closed;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;
import org.commonwright.task.Progress;

/// Where people say where they stand, and where a proposal is closed by its rules.
public final class DecisionDesk {
    private final RecordStore records;
    private final InstantSource clock;
    private final RulesAt rules;

    public DecisionDesk(GitRepository repository, RecordStore records, Workspace workspace, InstantSource clock) {
        this.records = records;
        this.clock = clock;
        this.rules = new RulesAt(repository, workspace);
    }

    /// How a proposal stands now under the rules of the branch that it wants to enter.
    ///
    /// @throws Fault while anything is wrong with those rules; `git.no-revision` when the branch is not here
    public Standing standing(ProposalState state) {
        CommitId target = rules.target(state.proposal());
        RuleBook book = rules.book(target);
        RecordView view = records.read();
        List<RepoPath> folders = rules.reach(state.proposal(), target).folders(book);
        Standing standing = Standing.of(Stances.of(view, state), state, book, folders, clock.instant());
        return closed(view, state, standing, target);
    }

    private Standing closed(RecordView view, ProposalState state, Standing standing, CommitId target) {
        Revocations revoked = Revocations.of(view);
        var problems = new ArrayList<Problem>();
        Optional<Closed> closed = Optional.empty();
        for (Entry entry : (Iterable<Entry>) view.ofProposal(Certificate.KIND, state.id())::iterator) {
            try {
                revoked.check(entry);
                Certificate certificate = Certificate.of(entry.body());
                Closed holds = new Ground(rules, view, state, target).certified(entry, certificate, standing.book());
                if (!certificate.head().equals(state.head().head())) {
                    throw new Fault("decide.other-head", certificate.head().abbreviated());
                }
                closed = closed.isPresent() ? closed : Optional.of(holds);
            } catch (Fault fault) {
                problems.add(Problem.warning(null, "decide.certificate-aside", entry.id().abbreviated(),
                        entry.author(), Messages.Key.of(fault.code(), fault.arguments().toArray())));
            }
        }
        return standing.with(closed, problems);
    }

    /// Why this device's owner may not speak about a proposal; empty when they may.
    public Optional<Fault> mayNotSpeak(ProposalState state) {
        try {
            speak(state);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault);
        }
    }

    /// Why the rules do not let this device's owner decide so now; empty when they do.
    public Optional<Fault> mayNotDecide(ProposalState state, Outcome wanted) {
        try {
            passage(state, rules.target(state.proposal()), wanted);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault);
        }
    }

    /// Where some of what was said cannot be read here, a block may be among it: nothing is decided without it.
    ///
    /// @throws Fault `decide.records-lacking` where the rules name people
    static void whole(RuleBook book, RecordView view) {
        if (!book.people().isEmpty()) {
            view.lacking().ifPresent(lacking -> {
                throw new Fault("decide.records-lacking", lacking.arguments().toArray());
            });
        }
    }

    private RuleBook speak(ProposalState state) {
        state.checkOpen();
        CommitId target = rules.target(state.proposal());
        RuleBook book = rules.book(target);
        book.checkMember(me(), rules.reach(state.proposal(), target).folders(book));
        records.maySpeak();
        return book;
    }

    /// Says where this device's owner stands on what is proposed now.
    ///
    /// @throws Fault `decide.reason-needed` for a block without one, `decide.closed-before` when a certificate stands,
    ///         `governance.not-a-maintainer`, `review.decided`
    public Entry give(ProposalState state, Stance.Word word, String reason) {
        speak(state);
        standing(state).closed().ifPresent(closed -> {
            throw new Fault("decide.closed-before", state.proposal().title(), closed.entry().abbreviated());
        });
        if (word == Stance.Word.BLOCK && reason.isBlank()) {
            throw new Fault("decide.reason-needed");
        }
        var stance = new Stance(state.id(), state.head().head(), word, reason.strip(), records.identity().person());
        return records.append(Stance.KIND, stance.toBody(), Stream.concat(Stream.of(new ContentId(state.id()),
                state.head().entry()), mine(state)).distinct().toArray(ContentId[]::new));
    }

    /// What the same member said before, perhaps with another key: it is outdated by what cites it.
    private Stream<ContentId> mine(ProposalState state) {
        return standing(state).voice(me()).flatMap(voice -> voice.given()).map(Given::entry).map(Entry::id).stream();
    }

    /// Closes a proposal as the rules say: signs what was counted. Nothing is merged by that.
    ///
    /// @throws Fault `decide.not-yet` with the rule and what is missing, `governance.not-a-maintainer`
    public Closed close(ProposalState state) {
        whole(speak(state), records.read());
        Standing standing = standing(state);
        if (standing.closed().isPresent()) {
            return standing.closed().get();
        }
        Outcome outcome = standing.outcome().orElseThrow(() -> notYet(state, standing));
        var certificate = new Certificate(state.id(), state.head().head(), rules.target(state.proposal()), outcome,
                standing.counted().stream().map(Given::entry).map(Entry::id).toList(), records.identity().person());
        records.append(Certificate.KIND, certificate.toBody(), Stream.concat(Stream.of(new ContentId(state.id()),
                state.head().entry()), certificate.stances().stream()).distinct().toArray(ContentId[]::new));
        return standing(state).closed().orElseThrow(() -> notYet(state, standing));
    }

    /// Makes sure that the rules let this device's owner decide so, before anything is written.
    ///
    /// @param target the branch's commit whose rules hold
    /// @param wanted what is to come out
    /// @throws Fault `decide.not-yet` with the rule and what is missing, `governance.not-a-maintainer`, and what
    ///         [RecordStore#maySpeak] throws
    Passage passage(ProposalState state, CommitId target, Outcome wanted) {
        RuleBook book = rules.book(target);
        whole(book, records.read());
        List<RepoPath> folders = rules.reach(state.proposal(), target).folders(book);
        if (book.circles(folders).isEmpty() || !book.counts()) {
            book.check(me(), folders);
            records.maySpeak();
            return new Passage(Optional.empty(), Optional.empty());
        }
        speak(state);
        Standing standing = standing(state);
        if (standing.closed().isPresent()) {
            Closed closed = standing.closed().get();
            if (closed.certificate().outcome() != wanted) {
                RuleQuote quote = book.quote();
                throw new Fault("decide.other-outcome", closed.certificate().outcome().id(), quote.place(),
                        quote.text());
            }
            return new Passage(Optional.of(closed.entry()), Optional.empty());
        }
        boolean silent = standing.voice(me()).flatMap(voice -> voice.given()).isEmpty();
        Stance.Word word = wanted == Outcome.ADOPTED
                ? Stance.Word.AGREE
                : book.rule().rule().equals("consent") ? Stance.Word.BLOCK : Stance.Word.DISAGREE;
        Standing then = silent ? standing.saying(me(), word) : standing;
        if (!then.outcome().equals(Optional.of(wanted))) {
            throw notYet(state, then);
        }
        return new Passage(Optional.empty(), silent ? Optional.of(word) : Optional.empty());
    }

    /// Makes sure that a merge commit holds nothing but what was decided about, before the branch moves.
    ///
    /// @throws Fault `decide.merge-adds`, `governance.not-a-maintainer`
    /// @throws org.commonwright.task.CancelledFault when a person cancelled
    void joins(ProposalState state, CommitId target, CommitId merge, MergeMemory merges, Progress watch) {
        RuleBook book = rules.book(target);
        new Ground(rules.telling(merges, watch), records.read(), state, target).joins(merge, MergeWork.VERSION, book,
                me());
    }

    /// How a decision may be made.
    ///
    /// @param certificate the certificate that stands already
    /// @param word what its maker says by making it
    record Passage(Optional<ContentId> certificate, Optional<Stance.Word> word) {}

    /// Records what a decision rests on.
    ///
    /// @return the certificate; empty where the rules want none
    Optional<ContentId> record(ProposalState state, Passage passage, CommitId target, String reason) {
        RuleBook book = rules.book(target);
        List<RepoPath> folders = rules.reach(state.proposal(), target).folders(book);
        if (passage.certificate().isPresent() || book.circles(folders).isEmpty() || !book.counts()) {
            return passage.certificate();
        }
        passage.word().ifPresent(word -> give(state, word, reason));
        return Optional.of(close(state).entry());
    }

    private static Fault notYet(ProposalState state, Standing standing) {
        RuleQuote quote = standing.book().quote();
        Messages.Key missing = standing.missing().stream()
                .reduce((one, next) -> Messages.Key.of("decide.and", one, next))
                .orElse(Messages.Key.of("decide.rejects-nothing"));
        return new Fault("decide.not-yet", state.proposal().title(), quote.place(), quote.text(), missing);
    }

    private Decider me() {
        return new Decider(records.identity().agent(), records.identity().person());
    }
}
