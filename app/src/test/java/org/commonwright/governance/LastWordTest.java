package org.commonwright.governance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anybody can write that a proposal is decided; only those whom the community has chosen decide it.
class LastWordTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person MAUD = new Person("Maud", "maud@plotter.invalid");
    private static final Person EVE = new Person("Eve", "eve@elsewhere.invalid");

    @TempDir
    private Path folder;

    private final Identity maud = Identity.temporary(MAUD, new SecureRandom());
    private final Identity eve = Identity.temporary(EVE, new SecureRandom());
    private final Identity eveAsMaud = Identity.temporary(MAUD, new SecureRandom());
    private GitRepository repository;
    private Workspace workspace;
    private CommitId main;

    @BeforeEach
    void aDesignWithAFork() {
        repository = GitRepository.init(folder.resolve("plotter"));
        workspace = new Workspace(folder.resolve("workspace"));
        CommitId base = repository.commits().write(draft("begin").put(new RepoPath("README.md"), bytes("one\n")));
        repository.refs().createBranch("fork",
                repository.commits().write(draft("more").on(base).put(new RepoPath("README.md"), bytes("two\n"))));
        repository.workTree().advance(Optional.empty(), base);
        main = base;
        people("\"Maud <maud@plotter.invalid>\"");
    }

    @AfterEach
    void close() {
        workspace.close();
        repository.close();
    }

    private void people(String people) {
        CommitId rules = repository.commits().write(draft("rules").on(main).put(new RepoPath("commons.toml"),
                bytes("version = 1\n[[maintainers]]\npath = \".\"\npeople = [" + people + "]\n")));
        repository.workTree().advance(Optional.of(main), rules);
        main = rules;
    }

    private RecordStore store(Identity identity) {
        return RecordStore.open(repository, identity, InstantSource.fixed(NOON));
    }

    private ReviewDesk desk(Identity identity) {
        return new ReviewDesk(repository, store(identity), workspace, InstantSource.fixed(NOON));
    }

    private ProposalState propose() {
        String branch = repository.currentBranch().orElseThrow();
        String id = desk(eve).propose("More", "Because.", "fork", branch).id().hex();
        return desk(maud).proposals().require(id);
    }

    /// What a program writes that does not ask whether it may.
    private void forge(Identity signer, ProposalState about, Person person, CommitId at) {
        var decision = new Decision(about.id(), Decision.Outcome.DECLINED, "no", null, at, person);
        store(signer).append(Decision.KIND, decision.toBody(), new ContentId(about.id()));
    }

    /// The reason why the only decision was set aside.
    private String setAside(ProposalState about) {
        Proposals read = desk(maud).proposals();
        assertTrue(read.require(about.id()).isOpen());
        Problem problem = read.problems().getFirst();
        assertEquals("governance.decision-not-theirs", problem.code());
        return ((Messages.Key) problem.arguments().getLast()).key();
    }

    @Test
    void aStrangersDecisionClosesNothing() {
        ProposalState proposal = propose();
        forge(eve, proposal, EVE, main);
        assertEquals("governance.not-a-maintainer", setAside(proposal));
        desk(maud).merges().decline(proposal, "too much");
        ProposalState decided = desk(maud).proposals().require(proposal.id());
        assertEquals(List.of("too much"), decided.decisions().stream().map(Decision::reason).toList());
    }

    @Test
    void aDecisionUnderAnothersNameClosesNothing() {
        ProposalState proposal = propose();
        forge(eve, proposal, MAUD, main);
        assertEquals("governance.other-name", setAside(proposal));
    }

    @Test
    void aNameInTheConfigurationOpensNoGateThatNamesKeys() {
        people("\"Maud <maud@plotter.invalid>\", \"" + maud.agent() + "\"");
        ProposalState proposal = propose();
        repository.configurePerson(MAUD);
        assertEquals("governance.not-a-maintainer",
                assertThrows(Fault.class, () -> desk(eveAsMaud).merges().decline(proposal, "no")).code());
        forge(eveAsMaud, proposal, MAUD, main);
        assertEquals("governance.not-a-maintainer", setAside(proposal));
        desk(maud).merges().decline(proposal, "no");
        assertFalse(desk(eve).proposals().require(proposal.id()).isOpen());
    }

    @Test
    void aMaintainerWhoRetiresTakesNothingBackAndDecidesNothingMore() {
        ProposalState first = propose();
        desk(maud).merges().decline(first, "no");
        people("\"Idris <idris@plotter.invalid>\"");
        assertFalse(desk(eve).proposals().require(first.id()).isOpen());
        ProposalState second = propose();
        forge(maud, second, MAUD, main);
        assertEquals("governance.not-a-maintainer", setAside(second));
    }

    @Test
    void aTimeWithoutRulesIsNoTimeToDecideAt() {
        ProposalState proposal = propose();
        forge(eve, proposal, EVE, repository.history().commit(main).parents().getFirst());
        assertEquals("governance.not-a-maintainer", setAside(proposal));
    }

    private static CommitDraft draft(String message) {
        return new CommitDraft(MAUD, NOON, message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
