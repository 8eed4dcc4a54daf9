package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Stance.Word;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A merge that does not come about leaves branch, files and records as they were.
class AcceptAbortTest {
    @TempDir
    private Path folder;
    private Community community;
    private ProposalState proposal;
    private MergeWork work;

    @BeforeEach
    void aProposalThatAllAgreeTo() {
        community = new Community(folder, "[decision]\nrule = \"consensus\"\n");
        proposal = community.propose("fork");
        community.desk(community.idris).decisions().give(proposal, Word.AGREE, "");
        community.desk(community.hana).decisions().give(proposal, Word.AGREE, "");
        work = community.desk(community.maud).merges().prepare(proposal, Progress.NONE);
    }

    @AfterEach
    void close() {
        community.close();
    }

    private String refused() {
        Map<String, CommitId> refs = community.repository.refs().list("refs/");
        String code = assertThrows(Fault.class,
                () -> community.desk(community.maud).merges().accept(proposal, work, Map.of(), "")).code();
        assertEquals(refs, community.repository.refs().list("refs/"));
        assertTrue(community.again(proposal.id()).isOpen());
        return code;
    }

    @Test
    void whatCameToTheBranchMeanwhileIsNotLost() {
        CommitId newer = community.change("meanwhile", "c.txt", "c\n");
        community.repository.workTree().advance(Optional.of(community.main), newer);
        assertEquals("git.moved", refused());
        work = community.desk(community.maud).merges().prepare(proposal, Progress.NONE);
        CommitId merge = community.desk(community.maud).merges().accept(proposal, work, Map.of(), "");
        assertTrue(community.repository.history().isAncestor(newer, merge));
    }

    @Test
    void uncommittedWorkStaysAndNobodyHasDecided() throws IOException {
        Path readme = community.repository.folder().resolve("README.md");
        Files.writeString(readme, "not committed\n");
        assertEquals("git.would-overwrite", refused());
        assertEquals("not committed\n", Files.readString(readme));
        Files.writeString(readme, "one\n");
        community.desk(community.maud).merges().accept(proposal, work, Map.of(), "");
        assertEquals("two\n", Files.readString(readme));
    }
}
