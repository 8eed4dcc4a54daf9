package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Certificate;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Decision;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance;
import org.commonwright.governance.Stance.Word;
import org.commonwright.governance.decide.Standing;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.record.Revocations;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// How a community decides by its own rules, and that nobody gets past them.
@Execution(ExecutionMode.CONCURRENT)
class DecisionDeskTest {
    private static final String CONSENT = "[decision]\nrule = \"consent\"\nquorum = \"1/2\"\ndays = 5\n";

    @TempDir
    private Path folder;
    private Community community;

    private void community(String decision) {
        community = new Community(folder, decision);
    }

    @AfterEach
    void close() {
        community.close();
    }

    private void say(Identity who, ProposalState proposal, Word word, String reason) {
        community.desk(who).decisions().give(community.again(proposal.id()), word, reason);
    }

    private Standing standing(ProposalState proposal) {
        return community.desk(community.maud).decisions().standing(community.again(proposal.id()));
    }

    private CommitId accept(Identity who, ProposalState proposal) {
        ReviewDesk desk = community.desk(who);
        ProposalState state = desk.proposals().require(proposal.id());
        return desk.merges().accept(state, desk.merges().prepare(state, Progress.NONE), Map.of(), "");
    }

    private static String code(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Fault.class, act).code();
    }

    private static List<String> reasons(List<Problem> problems) {
        return problems.stream().map(p -> ((Messages.Key) p.arguments().getLast()).key()).toList();
    }

    @Test
    void consentWaitsForTheDeadlineAndQuotesTheRule() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        say(community.idris, proposal, Word.AGREE, "");
        Fault early = assertThrows(Fault.class, () -> accept(community.maud, proposal));
        assertEquals("decide.not-yet", early.code());
        String sentence = new Messages(Locale.UK).get(early);
        assertTrue(sentence.contains("commons.toml:6 says: rule = \"consent\", quorum = \"1/2\", days = 5."), sentence);
        assertTrue(sentence.contains("open until"), sentence);
        assertEquals(List.of("decide.quorum", "decide.not-due"),
                standing(proposal).missing().stream().map(Messages.Key::key).toList());
        community.days(5);
        CommitId merge = accept(community.maud, proposal);
        assertEquals(merge, community.repository.head().orElseThrow());
        Decision decision = community.again(proposal.id()).decision().orElseThrow();
        Entry closing = community.store(community.eve).read().find(decision.certificate()).orElseThrow();
        assertEquals(2, Certificate.of(closing.body()).stances().size());
        assertEquals(Outcome.ADOPTED, Certificate.of(closing.body()).outcome());
    }

    @Test
    void aBlockHasAReasonAndHoldsUntilItIsTakenBack() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        assertEquals("decide.reason-needed", code(() -> say(community.hana, proposal, Word.BLOCK, " ")));
        say(community.hana, proposal, Word.BLOCK, "it breaks");
        community.days(6);
        assertEquals(Optional.of(Outcome.REJECTED), standing(proposal).outcome());
        Fault blocked = assertThrows(Fault.class, () -> accept(community.maud, proposal));
        assertTrue(new Messages(Locale.UK).get(blocked).contains("Hana blocks: “it breaks”."));
        say(community.hana, proposal, Word.ABSTAIN, "");
        accept(community.maud, proposal);
        assertFalse(community.again(proposal.id()).isOpen());
    }

    @Test
    void aBlockLetsDeclineAndTheCertificateSaysSo() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        assertEquals("decide.not-yet", code(() -> community.desk(community.maud).merges().decline(proposal, "no")));
        community.days(5);
        community.desk(community.maud).merges().decline(proposal, "it breaks");
        Decision decision = community.again(proposal.id()).decision().orElseThrow();
        assertEquals(Decision.Outcome.DECLINED, decision.outcome());
    }

    @Test
    void aStrangerIsHeardAndNotCountedAndAForgerIsSetAside() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        assertEquals("governance.not-a-maintainer", code(() -> say(community.eve, proposal, Word.BLOCK, "mine")));
        force(community.eve, proposal, proposal.proposal().head(), Word.BLOCK, community.eve);
        force(community.eve, proposal, proposal.proposal().head(), Word.BLOCK, community.maud);
        community.store(community.hana).append(Stance.KIND,
                new Stance(proposal.id(), proposal.proposal().head(), Word.AGREE, "", community.hana.person()).toBody()
                        .put("stance", "perhaps"),
                new ContentId(proposal.id()));
        Standing standing = standing(proposal);
        assertEquals(List.of("Eve"), standing.strangers().stream().map(g -> g.by().person().name()).toList());
        assertEquals(List.of("governance.other-name", "governance.record-field"),
                reasons(standing.problems()).stream().sorted().toList());
        assertEquals(List.of(), standing.counted());
    }

    @Test
    void aKeyThatWasWithdrawnSaysNothingMore() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        say(community.hana, proposal, Word.AGREE, "");
        say(community.idris, proposal, Word.AGREE, "");
        community.store(community.idris).append(Revocations.KIND,
                Revocations.body("stolen", Optional.empty(), Optional.of(community.eve.agent())));
        assertEquals("record.key-revoked", code(() -> say(community.idris, proposal, Word.BLOCK, "thief")));
        force(community.idris, proposal, proposal.proposal().head(), Word.BLOCK, community.idris);
        Standing standing = standing(proposal);
        assertEquals(List.of("record.key-revoked"), reasons(standing.problems()));
        assertEquals(List.of(Word.AGREE, Word.AGREE),
                standing.counted().stream().map(given -> given.stance().word()).toList());
    }

    @Test
    void otherCommitsAreAskedAboutAgain() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        say(community.idris, proposal, Word.AGREE, "");
        community.days(4);
        community.repository.refs().createBranch("fork2", community.change("again", "README.md", "three\n"));
        assertEquals("decide.not-the-proposer", code(() -> community.desk(community.maud).revise(proposal, "fork2")));
        community.desk(community.eve).revise(proposal, "fork2");
        Standing standing = standing(proposal);
        assertEquals(1, standing.stale().size());
        assertEquals(List.of(), standing.counted());
        community.days(2);
        assertFalse(standing(proposal).due(), "the time begins anew");
        community.days(3);
        say(community.idris, proposal, Word.AGREE, "");
        accept(community.maud, proposal);
        assertEquals(community.repository.require("fork2"),
                community.repository.history().commit(community.repository.head().orElseThrow()).parents().getLast());
    }

    @Test
    void theNewestWordCountsWhateverTheClocksSay() {
        community("[decision]\nrule = \"majority\"\n");
        ProposalState proposal = community.propose("fork");
        community.days(9);
        say(community.hana, proposal, Word.AGREE, "");
        community.days(-9);
        say(community.hana, proposal, Word.DISAGREE, "on second thoughts");
        assertEquals(List.of(Word.DISAGREE),
                standing(proposal).counted().stream().map(given -> given.stance().word()).toList());
    }

    @Test
    void rulesChangeOnlyByTheirOwnRules() {
        community("[decision]\nrule = \"consensus\"\n");
        community.repository.refs().createBranch("coup", community.change("coup", "commons.toml",
                community.rules("[decision]\nrule = \"maintainer\"\n")));
        ProposalState proposal = community.propose("coup");
        assertEquals("decide.not-yet", code(() -> accept(community.maud, proposal)));
        say(community.idris, proposal, Word.AGREE, "");
        say(community.hana, proposal, Word.AGREE, "");
        accept(community.maud, proposal);
        assertFalse(community.again(proposal.id()).isOpen());
        community.repository.refs().createBranch("more", community.repository.commits()
                .write(Community.draft("more").on(community.repository.head().orElseThrow())
                        .put(new org.commonwright.model.RepoPath("b.txt"), new byte[]{'b'})));
        ProposalState next = community.propose("more");
        accept(community.hana, next);
        assertFalse(community.again(next.id()).isOpen(), "the new rule lets one decide");
    }

    @Test
    void aCertificateThatLiesClosesNothing() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        say(community.idris, proposal, Word.AGREE, "");
        say(community.maud, proposal, Word.AGREE, "");
        Standing standing = standing(proposal);
        List<ContentId> all = standing.counted().stream().map(given -> given.entry().id()).toList();
        CommitId at = community.repository.head().orElseThrow();
        ContentId early = certify(community.maud, proposal, at, Outcome.ADOPTED, all);
        decide(community.maud, proposal, early, at);
        community.days(5);
        certify(community.maud, proposal, at, Outcome.ADOPTED, all.subList(0, 1));
        certify(community.maud, proposal, at, Outcome.REJECTED, all);
        certify(community.eve, proposal, at, Outcome.ADOPTED, all);
        certify(community.maud, proposal, proposal.proposal().head(), Outcome.ADOPTED, all);
        decide(community.maud, proposal, null, at);
        assertTrue(community.again(proposal.id()).isOpen());
        Standing after = standing(proposal);
        assertEquals(Optional.empty(), after.closed());
        assertEquals(List.of("decide.miscounted", "decide.not-what-rules-say", "decide.not-what-rules-say",
                "decide.other-time", "governance.not-a-maintainer"),
                reasons(after.problems()).stream().sorted().toList());
        accept(community.idris, proposal);
        assertFalse(community.again(proposal.id()).isOpen());
    }

    @Test
    void withoutRulesOneMaintainerDecidesAsBefore() {
        community("");
        ProposalState proposal = community.propose("fork");
        say(community.hana, proposal, Word.BLOCK, "heard, and not counted");
        accept(community.maud, proposal);
        assertEquals(Optional.empty(),
                community.again(proposal.id()).decision().map(Decision::certificate));
    }

    /// Logs come in pieces, in any order; whoever has them all says the same.
    @Test
    void anyOrderOfArrivalGivesTheSameOutcome() {
        community(CONSENT);
        ProposalState proposal = community.propose("fork");
        say(community.idris, proposal, Word.BLOCK, "too soon");
        say(community.maud, proposal, Word.AGREE, "");
        force(community.eve, proposal, proposal.proposal().head(), Word.BLOCK, community.maud);
        say(community.idris, proposal, Word.AGREE, "");
        community.days(5);
        community.desk(community.maud).decisions().close(community.again(proposal.id()));
        assertEquals("decide.closed-before", assertThrows(Fault.class,
                () -> say(community.hana, proposal, Word.BLOCK, "too late")).code());
        force(community.hana, proposal, proposal.proposal().head(), Word.BLOCK, community.hana);
        String expected = shown(community.repository, proposal.id());
        var logs = community.repository.refs().list("refs/commonwright/log/");
        var steps = new HashMap<String, List<CommitId>>();
        logs.forEach((ref, tip) -> steps.put(ref, community.repository.history()
                .walk(List.of(tip), org.commonwright.git.History.Order.OLDEST_FIRST).map(c -> c.id()).toList()));
        for (int seed = 0; seed < 6; seed++) {
            var random = new Random(seed);
            logs.forEach((ref, _) -> community.repository.refs().delete(ref,
                    community.repository.refs().get(ref).orElseThrow()));
            RecordStore replica = community.store(community.eve);
            var left = new HashMap<String, List<CommitId>>();
            steps.forEach((ref, commits) -> left.put(ref, new ArrayList<>(commits)));
            while (!left.isEmpty()) {
                String ref = left.keySet().stream().sorted().skip(random.nextInt(left.size())).findFirst()
                        .orElseThrow();
                CommitId next = left.get(ref).removeFirst();
                community.repository.refs().update(ref, community.repository.refs().get(ref), next);
                replica.read();
                if (left.get(ref).isEmpty()) {
                    left.remove(ref);
                }
            }
            assertEquals(expected, shown(community.repository, proposal.id()), "seed " + seed);
        }
    }

    private String shown(GitRepository repository, String id) {
        Standing standing = new ReviewDesk(repository, community.store(community.eve), community.workspace,
                () -> community.now).decisions().standing(community.again(id));
        return standing.closed() + "\n" + standing.outcome() + reasons(standing.problems())
                + standing.tallies() + standing.missing();
    }

    /// What a program writes that does not ask whether it may.
    private void force(Identity signer, ProposalState about, CommitId head, Word word, Identity named) {
        community.store(signer).append(Stance.KIND,
                new Stance(about.id(), head, word, "forced", named.person()).toBody(), new ContentId(about.id()));
    }

    private ContentId certify(Identity signer, ProposalState about, CommitId at, Outcome outcome,
            List<ContentId> stances) {
        var certificate = new Certificate(about.id(), about.proposal().head(), at, outcome, stances, signer.person());
        ContentId[] cites = Stream.concat(Stream.of(new ContentId(about.id())), stances.stream())
                .toArray(ContentId[]::new);
        return community.store(signer).append(Certificate.KIND, certificate.toBody(), cites).id();
    }

    private void decide(Identity signer, ProposalState about, ContentId certificate, CommitId at) {
        var decision = new Decision(about.id(), Decision.Outcome.ACCEPTED, "", about.proposal().head(), at,
                signer.person(), certificate);
        ContentId[] cites = certificate == null
                ? new ContentId[]{new ContentId(about.id())}
                : Arrays.asList(new ContentId(about.id()), certificate).toArray(ContentId[]::new);
        community.store(signer).append(Decision.KIND, decision.toBody(), cites);
    }
}
