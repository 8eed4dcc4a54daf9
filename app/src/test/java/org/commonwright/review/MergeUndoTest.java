package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Undone;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
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

class MergeUndoTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person MAUD = new Person("Maud", "maud@plotter.invalid");
    private static final Person EVE = new Person("Eve", "eve@elsewhere.invalid");
    private static final String BOM = "Part,Quantity\nscrew,4\nrod,2\n";

    @TempDir
    Path folder;

    private GitRepository repository;
    private Workspace workspace;
    private RecordStore store;
    private ReviewDesk desk;
    private CommitId main;
    private String branch;

    @BeforeEach
    void aMergedProposal() {
        repository = GitRepository.init(folder.resolve("plotter"));
        workspace = new Workspace(folder.resolve("workspace"));
        store = store(MAUD);
        desk = new ReviewDesk(repository, store, workspace, InstantSource.fixed(NOON));
        CommitId base = commit(BOM, Optional.empty());
        main = commit(BOM.replace("screw,4", "screw,6"), Optional.of(base));
        repository.refs().createBranch("fork", commit(BOM.replace("rod,2", "rod,3"), Optional.of(base)));
        repository.workTree().advance(Optional.empty(), main);
        branch = repository.currentBranch().orElseThrow();
    }

    @AfterEach
    void close() {
        workspace.close();
        repository.close();
    }

    private RecordStore store(Person person) {
        return RecordStore.open(repository, Identity.temporary(person, new SecureRandom()), InstantSource.fixed(NOON));
    }

    private CommitId commit(String bom, Optional<CommitId> on) {
        var draft = new CommitDraft(MAUD, NOON, "work").put(new RepoPath("bom.csv"),
                bom.getBytes(StandardCharsets.UTF_8));
        on.ifPresent(draft::on);
        return repository.commits().write(draft);
    }

    private ProposalState propose() {
        Entry entry = desk.propose("More rods", "", "fork", branch);
        return desk.proposals().require(entry.id().hex());
    }

    private CommitId merge(ProposalState proposal) {
        return desk.merges().accept(proposal, desk.merges().prepare(proposal, Progress.NONE), Map.of(), "");
    }

    private String code(MergeUndo undo) {
        return assertThrows(Fault.class, () -> undo.last(null)).code();
    }

    @Test
    void filesBranchAndRecordsAreAsTheyWere() throws IOException {
        ProposalState proposal = propose();
        CommitId merge = merge(proposal);
        Path bom = repository.folder().resolve("bom.csv");
        assertEquals("Part,Quantity\nscrew,6\nrod,3\n", Files.readString(bom));
        var undo = new MergeUndo(repository, store);
        undo.undo(undo.last(null), "too early");
        assertEquals(main, repository.head().orElseThrow());
        assertEquals("Part,Quantity\nscrew,6\nrod,2\n", Files.readString(bom));
        assertTrue(repository.workTree().status().changed().isEmpty());
        assertTrue(desk.proposals().require(proposal.id()).isOpen());
        assertEquals(merge, repository.refs().get(MergeUndo.keptAs(merge)).orElseThrow());
        assertEquals("merging.undo-no-merge", code(undo));
        // It can be merged again, and taken back again.
        merge(desk.proposals().require(proposal.id()));
        assertFalse(desk.proposals().require(proposal.id()).isOpen());
    }

    @Test
    void whatSomethingStandsOnStays() throws IOException {
        CommitId merge = merge(propose());
        var undo = new MergeUndo(repository, store);
        assertEquals("merging.undo-other", code(new MergeUndo(repository, store(EVE))));
        assertTrue(repository.refs().update("refs/remotes/origin/main", Optional.empty(), merge));
        assertEquals("merging.undo-stood-on", code(undo));
        assertTrue(repository.refs().delete("refs/remotes/origin/main", merge));
        Files.writeString(repository.folder().resolve("bom.csv"), "mine\n");
        MergeUndo.Last last = undo.last(null);
        assertEquals("git.would-overwrite", assertThrows(Fault.class, () -> undo.undo(last, "")).code());
        assertEquals("mine\n", Files.readString(repository.folder().resolve("bom.csv")));
        assertEquals(merge, repository.head().orElseThrow());
    }

    @Test
    void nobodyElseUndoesInTheRecords() {
        ProposalState proposal = propose();
        merge(proposal);
        Entry decided = new MergeUndo(repository, store).last(null).decision().orElseThrow();
        var eve = store(EVE);
        eve.append(Undone.KIND, new Undone(proposal.id(), decided.id(), "", EVE).toBody(),
                new ContentId(proposal.id()), decided.id());
        assertFalse(desk.proposals().require(proposal.id()).isOpen());
        assertEquals("merging.undone-astray", desk.proposals().problems().getFirst().code());
    }
}
