package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decision;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.model.Money;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewDeskTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person MAUD = new Person("Maud", "maud@plotter.invalid");
    private static final Person LENA = new Person("Lena", "lena@fork.invalid");
    private static final String BOM = "Part,Quantity,Notes\nscrew,4,\nrod,2,steel\nbelt,1,\n";
    private static final String TEXT = "one\ntwo\nthree\nfour\nfive\n";

    @TempDir
    Path folder;

    private GitRepository repository;
    private Workspace workspace;
    private ReviewDesk desk;
    private CommitId main;

    @BeforeEach
    void aDesignWithAFork() {
        repository = GitRepository.init(folder.resolve("plotter"));
        workspace = new Workspace(folder.resolve("workspace"));
        var store = RecordStore.open(repository, Identity.temporary(MAUD, new SecureRandom()),
                InstantSource.fixed(NOON));
        desk = new ReviewDesk(repository, store, workspace, InstantSource.fixed(NOON));
        CommitId base = write(draft(MAUD, "begin").put(path("bom.csv"), bytes(BOM)).put(path("README.md"), bytes(TEXT))
                .put(path("offers.csv"), bytes("Part,Unit Price,Currency\nscrew,0.10,EUR\nrod,3,EUR\nbelt,2,EUR\n")));
        CommitId fork = write(draft(LENA, "fewer screws").on(base)
                .put(path("bom.csv"), bytes(BOM.replace("screw,4,", "screw,3,glued").replace("rod,2", "rod,3")))
                .put(path("README.md"), bytes(TEXT.replace("one", "ONE"))));
        main = write(draft(MAUD, "more screws").on(base)
                .put(path("bom.csv"), bytes(BOM.replace("screw,4,", "screw,6,").replace("belt,1", "belt,2")))
                .put(path("README.md"), bytes(TEXT.replace("five", "FIVE"))));
        repository.refs().createBranch("lena", fork);
        repository.workTree().advance(Optional.empty(), main);
    }

    @AfterEach
    void close() {
        workspace.close();
        repository.close();
    }

    @Test
    void aReviewSpeaksOfPartsAndMoney() {
        ReviewReport report = desk.review(propose(), 10, Progress.NONE);
        assertEquals(Money.of("84", "EUR"), report.card().before().cost().sum());
        assertEquals(Money.of("113", "EUR"), report.card().after().cost().sum());
        var bom = (FileReview.BomCells) report.modules().getFirst().files().stream()
                .filter(file -> file.path().fileName().equals("bom.csv")).findFirst().orElseThrow();
        assertEquals(List.of("screw Quantity 4→3", "screw Notes →glued", "rod Quantity 2→3"),
                bom.diff().changed().stream()
                        .map(cell -> cell.part() + " " + cell.cell() + " " + cell.before() + "→" + cell.after())
                        .toList());
    }

    @Test
    void aBranchIsNotProposedToItself() {
        assertEquals("review.into-itself",
                assertThrows(Fault.class, () -> desk.propose("Lighter", "", "main", "main")).code());
    }

    @Test
    void acceptingAsksForTheOneConflictAndLosesNothing() throws IOException {
        ProposalState proposal = propose();
        MergeWork work = desk.merges().prepare(proposal, Progress.NONE);
        assertEquals(1, work.conflicts().size());
        var cell = assertInstanceOf(MergeConflict.Cell.class, work.conflicts().getFirst());
        assertEquals("4 6 3", cell.cell().base() + " " + cell.cell().ours() + " " + cell.cell().theirs());

        Fault open = assertThrows(Fault.class, () -> desk.merges().accept(proposal, work, Map.of(), ""));
        assertEquals("review.unresolved", open.code());
        assertEquals(main, repository.head().orElseThrow());

        CommitId merge = desk.merges().accept(proposal, work, Map.of(cell, new Resolution.Value("5")),
                "agreed at the meeting");
        assertEquals(merge, repository.head().orElseThrow());
        assertEquals(List.of(main, proposal.proposal().head()), repository.history().commit(merge).parents());
        Path files = repository.folder();
        assertEquals("Part,Quantity,Notes\nscrew,5,glued\nrod,3,steel\nbelt,2,\n",
                Files.readString(files.resolve("bom.csv")));
        assertEquals("ONE\ntwo\nthree\nfour\nFIVE\n", Files.readString(files.resolve("README.md")));
        Decision decision = desk.proposals().require(proposal.id()).decision().orElseThrow();
        assertEquals(Decision.Outcome.ACCEPTED, decision.outcome());
        assertEquals(merge, decision.merge());
        assertEquals("review.decided",
                assertThrows(Fault.class,
                        () -> desk.merges().prepare(desk.proposals().require(proposal.id()), Progress.NONE))
                        .code());
    }

    @Test
    void whatAProposalChangedIsStillToldWhenItIsMerged() {
        ProposalState proposal = propose();
        MergeWork work = desk.merges().prepare(proposal, Progress.NONE);
        desk.merges().accept(proposal, work, Map.of(work.conflicts().getFirst(), new Resolution.Theirs()), "");
        ProposalState merged = desk.proposals().require(proposal.id());
        assertEquals(2, desk.review(merged, 10, Progress.NONE).card().files());
        assertEquals(Money.of("113", "EUR"), desk.outline(merged, 10, Progress.NONE).card().after().cost().sum());
    }

    @Test
    void whatAProposalChangedIsStillToldWhenPlainGitMergedIt() {
        ProposalState proposal = propose();
        CommitId merge = write(draft(MAUD, "by hand").on(main).on(proposal.proposal().head()));
        assertTrue(repository.refs().update("refs/heads/" + repository.currentBranch().orElseThrow(),
                Optional.of(main), merge));
        assertEquals(2, desk.review(desk.proposals().require(proposal.id()), 10, Progress.NONE).card().files());
    }

    @Test
    void decliningNeedsAReason() {
        ProposalState proposal = propose();
        assertEquals("review.reason-needed",
                assertThrows(Fault.class, () -> desk.merges().decline(proposal, " ")).code());
        desk.merges().decline(proposal, "too weak");
        ProposalState after = desk.proposals().require(proposal.id());
        assertFalse(after.isOpen());
        assertEquals("too weak", after.decision().orElseThrow().reason());
    }

    @Test
    void onlyThoseWhomTheTargetNamesDecide() {
        CommitId rules = write(draft(MAUD, "rules").on(main).put(path("commons.toml"),
                bytes("version = 1\n[[maintainers]]\npath = \".\"\npeople = [\"Idris <idris@plotter.invalid>\"]\n")));
        assertTrue(repository.refs().update("refs/heads/" + repository.currentBranch().orElseThrow(),
                Optional.of(main), rules));
        ProposalState proposal = propose();
        Fault fault = assertThrows(Fault.class, () -> desk.merges().decline(proposal, "no"));
        assertEquals("governance.not-a-maintainer", fault.code());
        assertTrue(desk.proposals().require(proposal.id()).isOpen());
    }

    @Test
    void rulesThatAreWrongLetNobodyDecide() {
        for (String entry : List.of("path = \".\"\npersons = [\"Idris <idris@plotter.invalid>\"]",
                "path = \".\"\npeople = [{name = \"Idris\"}]", "path = \"../all\"\npeople = \"idris@plotter.invalid\"",
                "path = \"modules/gone\"\npeople = \"idris@plotter.invalid\"")) {
            CommitId rules = write(draft(MAUD, "rules").on(main).put(path("commons.toml"),
                    bytes("version = 1\n[[maintainers]]\n" + entry + "\n")));
            assertThrows(Fault.class, () -> desk.merges().gate(rules), entry);
        }
    }

    private ProposalState propose() {
        Entry entry = desk.propose("Fewer screws", "They are heavy.", "lena", repository.currentBranch().orElseThrow());
        return desk.proposals().require(entry.id().hex());
    }

    private CommitId write(CommitDraft draft) {
        return repository.commits().write(draft);
    }

    private static CommitDraft draft(Person person, String message) {
        return new CommitDraft(person, NOON, message);
    }

    private static RepoPath path(String text) {
        return new RepoPath(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
