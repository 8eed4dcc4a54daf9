package org.commonwright.fabrication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.commonwright.fabrication.job.ClaimRecord;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.LogRef;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.job.RunStarted;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Mallory has a key and may push records, as everybody in the village.
@Execution(ExecutionMode.CONCURRENT)
class FalseClaimsTest {
    @TempDir
    Path folder;

    private Village village;
    private JobDesk ana;
    private JobDesk bo;
    private JobDesk mallory;

    @BeforeEach
    void order() {
        village = new Village(folder, 1);
        ana = village.person("ana");
        village.order(ana, "ana");
        bo = village.person("bo");
        mallory = village.person("mallory");
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void aClaimThatNobodyWonLeavesTheJobOpen() {
        Job job = village.only(mallory);
        lie(job, 1);
        for (int i = 0; i < 2; i++) {
            Job seen = village.only(ana);
            assertEquals(JobStatus.OPEN, seen.status());
            assertEquals(0, seen.made());
        }
        assertTrue(ana.book().setAside().stream()
                .anyMatch(s -> s.reason().key().equals("fabrication.claim-not-won")));
        claim(bo);
        assertEquals(JobStatus.CLAIMED, village.only(ana).status());
        assertEquals(bo.agent(), village.only(ana).claimant());
    }

    @Test
    void aFalseClaimBesideATrueOneChangesNothing() {
        claim(bo);
        Job job = village.only(mallory);
        lie(job, 1);
        lie(job, 2);
        for (JobDesk desk : List.of(ana, bo)) {
            Job seen = village.only(desk);
            assertEquals(JobStatus.CLAIMED, seen.status());
            assertEquals(bo.agent(), seen.claimant());
            assertEquals(1, seen.epoch());
        }
    }

    @Test
    void withoutTheHomeAContestedJobWaitsAndIsNotUnknown() {
        claim(bo);
        lie(village.only(mallory), 1);
        village.takeHomeAway();
        ana.records().sync(folder.resolve("bo").toString(), Progress.NONE);
        ana.records().sync(folder.resolve("mallory").toString(), Progress.NONE);
        Job contested = ana.book().jobs().getFirst();
        assertEquals(JobStatus.CLAIMED, contested.status());
        assertEquals("fabrication.job-two-claims", contested.reason().key());
        assertEquals(0, contested.made());
        village.bringHomeBack();
        assertEquals(bo.agent(), village.only(ana).claimant());
    }

    @Test
    void aClaimThatIsDamagedAtTheHomeIsToldAndStopsNothing() throws IOException {
        claim(bo);
        Path home = folder.resolve("home.git");
        Job job = village.only(bo);
        Path ref = home.resolve("refs/commonwright/claim/" + job.id() + "/1");
        String commit = Files.readString(ref).strip();
        Files.delete(home.resolve("objects/" + commit.substring(0, 2) + "/" + commit.substring(2)));
        Exchanged exchanged = ana.sync(Progress.NONE);
        assertEquals(List.of(), exchanged.away());
        assertEquals(List.of("fabrication.claim-unreadable"),
                exchanged.setAside().stream().map(f -> f.code()).toList());
        assertEquals(JobStatus.CLAIMED, ana.book().jobs().getFirst().status());
        village.now = village.now.plusSeconds(1);
        village.order(ana, "ana");
        assertEquals(2, ana.book().jobs().size());
    }

    private void claim(JobDesk desk) {
        Job job = village.only(desk);
        desk.claim(job, desk.machine(job, ""), Duration.ofHours(1));
        desk.sync(Progress.NONE);
    }

    /// Says that Mallory won the job and made the piece.
    private void lie(Job job, int epoch) {
        mallory.records().append(ClaimRecord.KIND, new ClaimRecord(job.id(), epoch, "Mallory's", "mill",
                village.now.plus(Duration.ofDays(9000))).toBody());
        mallory.records().append(RunStarted.KIND,
                new RunStarted(job.id(), epoch, 1, "mill", job.spec().sha256().hex(), 1, village.now).toBody());
        mallory.records().append(RunEnded.KIND, new RunEnded(job.id(), epoch, 1, Outcome.COMPLETED, LogRef.NONE, 1, 2,
                2, 2, "", village.now).toBody());
        mallory.sync(Progress.NONE);
    }
}
