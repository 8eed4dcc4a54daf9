package org.commonwright.fabrication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonwright.accounting.EconomicEvent;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.run.JobRunner;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A job of several pieces, run by run, and what each run is booked to have taken.
@Execution(ExecutionMode.CONCURRENT)
class MaterialBookingTest {
    private static final String PRINT = "G21\nG90\nM82\nG92 E0\nG1 X1 F6000\nG1 X20 E3.5 F6000\nG1 E1.5\nG1 X40 E6.25\nM107\n";

    @TempDir
    Path folder;

    private Village village;

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void eachRunMakesThePieceThatItSaysAndTakesWhatTheDesignSays() throws Exception {
        JobDesk bo = claimed("plate,make,3,fabrication/plate.nc,mill,aluminium,24 g\n", Map.of());
        for (int piece = 1; piece <= 3; piece++) {
            Job before = village.only(bo);
            assertEquals(piece - 1, before.made());
            assertEquals(List.of("produce 1 pcs plate", "consume 24 g aluminium"),
                    booked(run(bo, "grbl")).subList(0, 2));
            assertEquals(piece, village.only(bo).runs().getLast().start().piece());
        }
        assertEquals(JobStatus.DONE, village.only(bo).status());
    }

    @Test
    void aPieceThatIsScrapIsMadeAgain() throws Exception {
        JobDesk bo = claimed("plate,make,2,fabrication/plate.nc,mill,aluminium,\n", Map.of());
        run(bo, "grbl");
        bo.scrap(village.only(bo), "bent");
        assertEquals(0, village.only(bo).made());
        run(bo, "grbl");
        assertEquals(List.of(1L, 1L), village.only(bo).runs().stream().map(r -> r.start().piece()).toList());
        assertEquals(1, village.only(bo).made());
    }

    @Test
    void filamentIsBookedAsTheFileFeedsIt() throws Exception {
        JobDesk bo = claimed("clip,make,1,clip.gcode,print,PLA,\n", Map.of("clip.gcode", PRINT));
        assertTrue(booked(run(bo, "marlin")).contains("consume 6.2 mm PLA"));
    }

    @Test
    void whereNobodySaysHowMuchNothingIsBooked() throws Exception {
        JobDesk bo = claimed("plate,make,1,fabrication/plate.nc,mill,aluminium,\n", Map.of());
        assertTrue(booked(run(bo, "grbl")).stream().noneMatch(e -> e.startsWith("consume")));
    }

    @Test
    void otherToolsAndVolumesAreNotReckonedAsLengths() throws Exception {
        JobDesk bo = claimed("clip,make,1,clip.gcode,print,PLA,\n", Map.of("clip.gcode", "M221 S90\n" + PRINT));
        assertTrue(booked(run(bo, "marlin")).stream().noneMatch(e -> e.startsWith("consume")));
    }

    /// Ana orders a design with this line, Bo claims the job.
    private JobDesk claimed(String line, Map<String, String> more) {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        var files = new HashMap<>(Village.files(1, Village.PLATE));
        files.put("bom.csv", "Part,Kind,Quantity,File,Process,Material,Material amount\n" + line);
        files.putAll(more);
        try (GitRepository clone = GitRepository.open(folder.resolve("ana"))) {
            Repos.commit(clone, "main", files, clone.require("HEAD"));
        }
        village.order(ana, "ana");
        JobDesk bo = village.person("bo");
        Job job = village.only(bo);
        bo.claim(job, bo.machine(job, ""), Duration.ofHours(1));
        bo.sync(Progress.NONE);
        return bo;
    }

    private JobRunner.Ended run(JobDesk bo, String kind) throws InterruptedException {
        JobRunner.Ended ended = bo.run(village.only(bo), Port.parse("virtual:" + kind + "?speed=0"), new Machines(),
                Progress.NONE);
        assertTrue(ended.completed(), ended.record().reason());
        return ended;
    }

    private static List<String> booked(JobRunner.Ended ended) {
        Stream<EconomicEvent> events = ended.entries().stream().skip(1).map(e -> EconomicEvent.of(e.body()));
        return events.map(e -> e.action().token() + " " + e.quantity().number().toPlainString() + " "
                + e.quantity().unit().symbol() + " " + e.resource()).toList();
    }
}
