package org.commonwright.fabrication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.LogRef;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.job.RunStarted;
import org.commonwright.fabrication.run.JobRunner;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.fabrication.run.RunPlaces;
import org.commonwright.git.GitRepository;
import org.commonwright.git.HttpBackend;
import org.commonwright.git.Repos;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.model.ContentId;
import org.commonwright.record.NewEntry;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One computer makes a piece; another reads the log of it.
@Execution(ExecutionMode.CONCURRENT)
class RunLogsTest {
    @TempDir
    Path folder;

    private Village village;

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void anotherComputerReadsTheLogThroughAFolder() throws Exception {
        village = new Village(folder, 1);
        assertRead(made());
    }

    @Test
    void anotherComputerReadsTheLogOverHttp() throws Exception {
        village = new Village(folder, 1);
        try (var server = new HttpBackend(folder, false)) {
            village.homeIsAt(server.url("home.git"));
            assertRead(made());
        }
    }

    @Test
    void ofAHugeLogTheBeginningAndTheEndCome() throws Exception {
        village = new Village(folder, 1);
        village.person("ana");
        String program = "G21 G90\nM3 S8000\n" + "G1 X40.125 Y20.250 F3000\nG1 X0.125 Y0.250 F2500\n".repeat(10_000)
                + "M5\nM2\n";
        try (GitRepository clone = GitRepository.open(folder.resolve("ana"))) {
            Repos.commit(clone, "main", Village.files(1, program), clone.require("HEAD"));
        }
        RunEnded ended = made();
        JobDesk ana = village.person("ana");
        RunEnded seen = end(village.only(ana));
        assertEquals(ended, seen);
        assertTrue(seen.log().bytes() < 1 << 20, seen.toString());
        List<String> lines = ana.logs().find(seen).orElseThrow().text().lines().toList();
        assertTrue(lines.stream().anyMatch(l -> l.endsWith("> M3S8000") || l.endsWith("> M3 S8000")), lines.get(4));
        boolean cut = lines.stream().anyMatch(l -> l.matches("# \\d+ lines \\(\\d+ bytes\\) left out"));
        assertEquals(seen.log().leftOut() > 0, cut);
        // A machine without weight may say more than a busy computer notes; then the log says that instead.
        boolean missed = lines.stream().anyMatch(l -> l.endsWith(" lines were not noted"));
        assertTrue(cut || missed, seen.toString());
        assertTrue(missed || lines.subList(lines.size() - 20, lines.size()).stream().anyMatch(l -> l.endsWith("> M2")),
                lines.getLast());
    }

    /// Ana orders, Bo makes.
    private RunEnded made() throws InterruptedException {
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        return run(claimed(village.person("bo"))).record();
    }

    private JobDesk claimed(JobDesk bo) {
        Job job = village.only(bo);
        bo.claim(job, bo.machine(job, ""), Duration.ofHours(1));
        return bo;
    }

    private JobRunner.Ended run(JobDesk bo) throws InterruptedException {
        JobRunner.Ended ended = bo.run(village.only(bo), Port.parse("virtual:grbl?speed=0"), new Machines(),
                Progress.NONE);
        bo.sync(Progress.NONE);
        return ended;
    }

    private void assertRead(RunEnded ended) {
        JobDesk ana = village.person("ana");
        RunEnded seen = end(village.only(ana));
        assertEquals(ended, seen);
        assertTrue(ana.logs().isHere(ana.records().read(), seen));
        RunLogs.Found log = ana.logs().find(seen).orElseThrow();
        assertEquals(seen.log().sha256(), ContentId.of(log.bytes()).hex());
        assertEquals(seen.log().bytes(), log.bytes().length);
        assertEquals(0, seen.log().leftOut());
        List<String> lines = log.text().lines().toList();
        assertEquals("commonwright-run-log 1", lines.getFirst());
        assertTrue(lines.stream().anyMatch(l -> l.contains("\"type\":\"begin\"")), log.text());
        assertTrue(lines.stream().anyMatch(l -> l.contains("\"outcome\":\"completed\"")), log.text());
        assertTrue(lines.stream().anyMatch(l -> l.endsWith("> M5")), log.text());
        assertTrue(lines.stream().anyMatch(l -> l.endsWith("< ok")), log.text());
        assertEquals(ana.logs().find(seen).orElseThrow().text(), log.text());
    }

    private static RunEnded end(Job job) {
        return Objects.requireNonNull(job.runs().getLast().end());
    }

    @Test
    void aLogOfAnOlderProgramIsReadWhereItWasMadeAndMissingElsewhere() throws Exception {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        JobDesk bo = claimed(village.person("bo"));
        byte[] journal = "00000000 {}\n".getBytes(UTF_8);
        Path kept = RunPlaces.of(village.folders("bo")).log(ContentId.of(journal));
        Files.createDirectories(kept.getParent());
        Files.write(kept, journal);
        record(bo, new LogRef(ContentId.of(journal).hex(), 0, 0), List.of());
        RunEnded seen = end(village.only(bo));
        assertEquals("00000000 {}\n", bo.logs().find(seen).orElseThrow().text());
        assertFalse(ana.logs().isHere(ana.records().read(), end(village.only(ana))));
        assertTrue(ana.logs().find(seen).isEmpty());
        Files.writeString(kept, "something else\n");
        assertEquals("record.attachment-altered", assertThrows(Fault.class, () -> bo.logs().find(seen)).code());
    }

    @Test
    void aHostileLogIsShownWithoutWhatATerminalWouldObey() {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        JobDesk bo = claimed(village.person("bo"));
        byte[] hostile = "\u001b]0;owned\u0007 \u009b31m \u202egnp.exe\r\nline\rover \u0000\u200f\n".getBytes(UTF_8);
        record(bo, new LogRef(ContentId.of(hostile).hex(), hostile.length, 0), List.of(hostile));
        RunLogs.Found log = ana.logs().find(end(village.only(ana))).orElseThrow();
        assertEquals("\ufffd]0;owned\ufffd \ufffd31m \ufffdgnp.exe\nline\ufffdover \ufffd\ufffd\n", log.text());
        assertEquals(ContentId.of(hostile), ContentId.of(log.bytes()));
    }

    /// Records a run of Bo's that he never made.
    private void record(JobDesk bo, LogRef log, List<byte[]> attached) {
        Job job = village.only(bo);
        bo.records().append(RunStarted.KIND,
                new RunStarted(job.id(), 1, 1, "mill", job.spec().sha256().hex(), 1, village.now).toBody());
        var ended = new RunEnded(job.id(), 1, 1, Outcome.COMPLETED, log, 1, 2, 2, 2, "", village.now);
        bo.records().append(List.of(new NewEntry(RunEnded.KIND, ended.toBody())), attached);
        bo.sync(Progress.NONE);
    }
}
