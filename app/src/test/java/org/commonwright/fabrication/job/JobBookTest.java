package org.commonwright.fabrication.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class JobBookTest {
    private static final Instant T = Instant.parse("2025-06-01T10:00:00Z");
    private static final Instant LATER = T.plusSeconds(7200);

    private final ObjectNode licence = JsonNodeFactory.instance.objectNode().put("verdict", "free")
            .put("licence", "PPL").put("clause", "PPL §4(b)").put("code", "licence.ppl-non-commercial");
    private final OrderRecord order = new OrderRecord("ana", T, "file:///home.git", "plotter", "c".repeat(40), "", 2,
            "", "", "", JsonNodeFactory.instance.objectNode(), licence);
    private final JobSpec spec = new JobSpec("ana", order.id(), order.home(), "gantry-plate", "modules/gantry",
            "plotter",
            order.commit(), new RepoPath("modules/gantry/plate.nc"), ContentId.of(new byte[]{1}), "cnc-milling",
            "aluminium", new Envelope(120, 80, 6), 0.1, null, 2, "", "", licence);
    private final List<Fact> facts = new ArrayList<>();

    JobBookTest() {
        add("ana", OrderRecord.KIND, order.toBody());
        add("ana", JobSpec.KIND, spec.toBody());
    }

    @Test
    void theWayOfAJob() {
        assertEquals(JobStatus.OPEN, status());
        claim("bo", 1);
        assertEquals(JobStatus.CLAIMED, status());
        start("bo", 1, 1);
        assertEquals(JobStatus.RUNNING, status());
        end("bo", 1, 1, Outcome.COMPLETED);
        assertEquals(JobStatus.CLAIMED, status(), "one of two pieces");
        assertEquals(2, job().nextRun());
        start("bo", 1, 2);
        end("bo", 1, 2, Outcome.COMPLETED);
        assertEquals(JobStatus.DONE, status());
        assertEquals(2, job().made());
        assertEquals(List.of(), JobBook.of(facts, T).setAside());
    }

    @Test
    void aLeaseEndsOnlyBeforeTheRun() {
        claim("bo", 1);
        assertEquals(JobStatus.OPEN, status(LATER));
        assertEquals("fabrication.job-lease-over", JobBook.of(facts, LATER).job(spec.id()).reason().key());
        start("bo", 1, 1);
        assertEquals(JobStatus.RUNNING, status(LATER.plusSeconds(1_000_000)));
    }

    @Test
    void aFailedRunIsForAPersonToJudge() {
        claim("bo", 1);
        start("bo", 1, 1);
        end("bo", 1, 1, Outcome.FAILED);
        assertEquals(JobStatus.UNKNOWN, status());
        end("bo", 1, 1, Outcome.SCRAP);
        assertEquals(JobStatus.SCRAP, status());
        add("bo", ReleaseRecord.KIND, new ReleaseRecord(spec.id(), 1, "no more stock").toBody());
        assertEquals(JobStatus.OPEN, status());
        claim("cleo", 2);
        assertEquals(JobStatus.CLAIMED, status());
        assertEquals("cleo", job().claimant());
    }

    @Test
    void aRunThatSentNothingLeavesTheJobClaimed() {
        claim("bo", 1);
        start("bo", 1, 1);
        add("bo", RunEnded.KIND,
                new RunEnded(spec.id(), 1, 1, Outcome.FAILED, LogRef.NONE, 0, 100, 0, 0, "no such tool", T).toBody());
        assertEquals(JobStatus.CLAIMED, status());
        assertEquals("fabrication.job-not-begun", job().reason().key());
    }

    @Test
    void aPieceThatTurnsOutToBeScrapIsNotMade() {
        claim("bo", 1);
        start("bo", 1, 1);
        end("bo", 1, 1, Outcome.COMPLETED);
        end("ana", 1, 1, Outcome.SCRAP);
        assertEquals(0, job().made());
        assertEquals(JobStatus.SCRAP, status());
    }

    @Test
    void onlyWhoHoldsTheClaimSaysWhatRuns() {
        claim("bo", 1);
        start("mallory", 1, 1);
        end("mallory", 1, 1, Outcome.COMPLETED);
        add("mallory", ReleaseRecord.KIND, new ReleaseRecord(spec.id(), 1, "").toBody());
        assertEquals(JobStatus.CLAIMED, status());
        start("bo", 1, 1);
        end("mallory", 1, 1, Outcome.SCRAP);
        end("ana", 1, 1, Outcome.COMPLETED);
        assertEquals(JobStatus.RUNNING, status(), "the planner may say scrap, not completed");
    }

    @Test
    void contradictionsAreSaidNotSettled() {
        claim("bo", 1);
        claim("cleo", 1);
        assertEquals("fabrication.job-two-claims", job().reason().key());
        assertEquals(JobStatus.CLAIMED, status());
        assertEquals("", job().claimant());
    }

    @Test
    void aRunThatNobodyEndedKeepsTheJobUnknown() {
        claim("bo", 1);
        start("bo", 1, 1);
        claim("cleo", 2);
        assertEquals("fabrication.job-run-left", job().reason().key());
        end("bo", 1, 1, Outcome.SCRAP);
        assertEquals(JobStatus.CLAIMED, status());
    }

    @Test
    void anEpochBeyondAGapDoesNotCount() {
        claim("mallory", 1_000_000);
        assertEquals(JobStatus.OPEN, status());
        claim("bo", 1);
        assertEquals("bo", job().claimant());
    }

    @Test
    void forgedAndForeignRecordsAreSetAside() {
        add("mallory", OrderRecord.KIND, order.toBody());
        add("mallory", JobSpec.KIND, spec.toBody());
        add("ana", JobSpec.KIND, spec.toBody().put("quantity", 200));
        add("bo", ClaimRecord.KIND, new ClaimRecord("0".repeat(32), 1, "w", "m", T).toBody());
        add("bo", ClaimRecord.KIND, new ClaimRecord(spec.id(), 1, "w\u001b[2J", "m", T).toBody());
        add("bo", RunStarted.KIND, new RunStarted(spec.id(), 1, 1, "m", "", 1, T).toBody().put("v", 9));
        JobBook book = JobBook.of(facts, T);
        assertEquals(1, book.jobs().size());
        assertEquals(2, book.jobs().getFirst().spec().quantity());
        assertEquals(List.of("fabrication.record-other-author", "fabrication.record-other-author",
                "fabrication.job-forged", "fabrication.job-missing", "fabrication.record-field",
                "fabrication.record-version"), book.setAside().stream().map(s -> s.reason().key()).toList());
        for (JobBook.SetAside aside : book.setAside()) {
            assertTrue(new Messages(Locale.FRANCE).get(aside.reason().key(), aside.reason().arguments()).length() > 9);
        }
    }

    @Test
    void anyOrderOfArrivalAddsUpToTheSame() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var some = new ArrayList<>(facts.subList(0, 2));
            facts.clear();
            facts.addAll(some);
            for (int i = 0; i < 12; i++) {
                String who = List.of("ana", "bo", "cleo").get(random.nextInt(3));
                int epoch = 1 + random.nextInt(3);
                int run = 1 + random.nextInt(2);
                switch (random.nextInt(4)) {
                    case 0 -> claim(who, epoch);
                    case 1 -> start(who, epoch, run);
                    case 2 -> end(who, epoch, run, Outcome.values()[random.nextInt(3)]);
                    default -> add(who, ReleaseRecord.KIND, new ReleaseRecord(spec.id(), epoch, "").toBody());
                }
            }
            JobBook expected = JobBook.of(facts, T);
            for (int i = 0; i < 5; i++) {
                var shuffled = new ArrayList<>(facts);
                Collections.shuffle(shuffled, random);
                assertEquals(expected, JobBook.of(shuffled, T), "seed " + seed + ", round " + round);
            }
        }
    }

    @Test
    void jobsAreFoundByTheBeginningOfTheirName() {
        JobBook book = JobBook.of(facts, T);
        assertEquals(spec.id(), book.job(spec.id().substring(0, 8)).id());
        assertEquals("fabrication.job-missing", assertThrows(Fault.class, () -> book.job("zz")).code());
        assertEquals("fabrication.job-missing", assertThrows(Fault.class, () -> book.job("")).code());
    }

    private JobStatus status() {
        return status(T);
    }

    private JobStatus status(Instant now) {
        return JobBook.of(facts, now).job(spec.id()).status();
    }

    private Job job() {
        return JobBook.of(facts, T).job(spec.id());
    }

    private void claim(String who, int epoch) {
        add(who, ClaimRecord.KIND, new ClaimRecord(spec.id(), epoch, who + "'s", "mill", T.plusSeconds(3600)).toBody());
    }

    private void start(String who, int epoch, int run) {
        add(who, RunStarted.KIND, new RunStarted(spec.id(), epoch, run, "mill", "00", 0, T).toBody());
    }

    private void end(String who, int epoch, int run, Outcome outcome) {
        add(who, RunEnded.KIND,
                new RunEnded(spec.id(), epoch, run, outcome, LogRef.NONE, 60, 100, 100, 100, "because", T).toBody());
    }

    private void add(String author, String kind, ObjectNode body) {
        facts.add(new Fact(String.format(Locale.ROOT, "%08d", facts.size()), kind, author, body));
    }
}
