package org.commonwright.fabrication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.commonwright.accounting.Accounts;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.exchange.Claimant;
import org.commonwright.fabrication.exchange.GitExchange;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.RunStarted;
import org.commonwright.fabrication.run.JobRunner;
import org.commonwright.fabrication.run.Resumption;
import org.commonwright.fabrication.run.RunPlaces;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.model.ContentId;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The way of a job between people's computers, with a virtual machine, and what may go wrong on it.
@Execution(ExecutionMode.CONCURRENT)
class JobDeskTest {
    private static final Port MILL = Port.parse("virtual:grbl?speed=0");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Village village;

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void fromAnOrderToAMadePart() throws Exception {
        village = new Village(folder, 2);
        JobDesk ana = village.person("ana");
        assertEquals(JobStatus.OPEN, village.order(ana, "ana").status());
        JobDesk bo = village.person("bo");
        claim(bo);
        assertEquals(JobStatus.CLAIMED, village.only(bo).status());
        JobRunner.Ended first = run(bo, MILL);
        assertTrue(first.completed(), first.record().reason());
        assertEquals(first.record().lines(), first.record().executed());
        assertEquals(List.of("run.ended", "event", "event"), first.entries().stream().map(e -> e.kind()).toList());
        assertEquals(JobStatus.CLAIMED, village.only(bo).status(), "one of two");
        assertTrue(run(bo, MILL).completed());
        Job done = village.only(ana);
        assertEquals(JobStatus.DONE, done.status());
        assertEquals("fabrication.job-finished", assertThrows(Fault.class, () -> run(bo, MILL)).code());
        assertEquals("produce plate 2 pcs", accounts(ana));
    }

    private static String accounts(JobDesk desk) {
        var accounts = new Accounts();
        desk.records().read().ofKind("event")
                .forEach(e -> accounts.add(e.id().hex(), e.author().fingerprint(), e.body()));
        var line = accounts.statement().agents().getFirst().lines().getFirst();
        return line.action().token() + " " + line.resource() + " " + line.quantity();
    }

    @Test
    void whoComesSecondHearsWhoHasIt() {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        JobDesk bo = village.person("bo");
        claim(bo);
        Fault fault = assertThrows(Fault.class, () -> claim(ana));
        assertEquals("fabrication.claim-lost", fault.code());
        assertTrue(new Messages(Locale.FRANCE).get(fault).startsWith("Practice workshop a réservé"));
        assertEquals("fabrication.not-claimed", assertThrows(Fault.class, () -> run(ana, MILL)).code());
    }

    @Test
    void withoutTheHomeNothingStartsAndNothingIsLost() throws Exception {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        village.order(bo, "bo");
        claim(bo);
        village.takeHomeAway();
        assertEquals(1, bo.sync(Progress.NONE).away().size());
        Fault fault = assertThrows(Fault.class, () -> bo.run(bo.book().jobs().getFirst(), at(MILL), Progress.NONE));
        assertEquals("fabrication.home-away", fault.code());
        assertTrue(new Messages(Locale.UK).get(fault).contains("nothing was claimed or started"));
        village.bringHomeBack();
        assertTrue(run(bo, MILL).completed());
    }

    @Test
    void aMachineThatHasSeenANewerClaimRefusesTheOlder() {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        Job job = village.order(bo, "bo");
        claim(bo);
        RunPlaces.of(village.folders("bo")).gate().admit(job.id(), 2);
        Fault fault = assertThrows(Fault.class, () -> run(bo, MILL));
        assertEquals("machine.claim-older", fault.code());
        assertEquals(JobStatus.CLAIMED, village.only(bo).status());
        assertEquals(List.of(), Journals.all(Journals.folder(village.folders("bo"))), "nothing was sent");
    }

    @Test
    void aClaimThatWasTakenOverDoesNotStart() {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        JobDesk bo = village.person("bo");
        claim(bo);
        Job held = village.only(bo);
        village.now = village.now.plus(HOUR);
        claim(ana);
        Fault fault = assertThrows(Fault.class, () -> bo.run(withLease(bo, held), at(MILL), Progress.NONE));
        assertEquals("fabrication.claim-taken", fault.code());
        assertEquals(2, village.only(bo).epoch());
    }

    /// Bo's clock is slow: for him the lease still holds.
    private Job withLease(JobDesk bo, Job held) {
        village.now = village.now.minus(HOUR);
        assertEquals(JobStatus.CLAIMED, held.status());
        return held;
    }

    @Test
    void aMachineThatVanishesLeavesTheJobToAPerson() throws Exception {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        village.order(bo, "bo");
        claim(bo);
        JobRunner.Ended ended = unplugged(bo);
        assertEquals(Outcome.FAILED, ended.record().outcome());
        assertTrue(ended.record().executed() < ended.record().lines());
        assertFalse(ended.record().reason().isBlank());
        Job job = village.only(bo);
        assertEquals(JobStatus.UNKNOWN, job.status());
        assertTrue(new Messages(Locale.FRANCE).get(job.reason().key(), job.reason().arguments()).contains("rebut"));
        assertEquals("fabrication.job-was-started", assertThrows(Fault.class, () -> run(bo, MILL)).code());
        assertEquals("fabrication.piece-undecided",
                assertThrows(Fault.class, () -> bo.release(village.only(bo), "")).code());
        bo.scrap(village.only(bo), "half a plate");
        assertEquals(JobStatus.SCRAP, village.only(bo).status());
        assertEquals(List.of(), Journals.unfinished(Journals.folder(village.folders("bo"))));
        assertTrue(run(bo, MILL).completed());
        assertEquals(JobStatus.DONE, village.only(bo).status());
    }

    @Test
    void anInterruptedPieceIsResumedWhenAPersonSaysSo() throws Exception {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        village.order(bo, "bo");
        claim(bo);
        assertEquals("fabrication.nothing-to-resume",
                assertThrows(Fault.class, () -> bo.resumption(village.only(bo))).code());
        JobRunner.Ended broken = unplugged(bo);
        Job job = village.only(bo);
        // A journal that cannot be read, of a later run: it may be this job's.
        Path torn = Files.writeString(Journals.folder(village.folders("bo")).resolve("99990101T000000Z-x.journal"),
                "deadbeef {}\n83932ee8 {\"type\":\"sending\",\"line\":9}\n");
        assertEquals("machine.journal-damaged", assertThrows(Fault.class, () -> bo.resumption(job)).code());
        Files.move(torn, torn.resolveSibling("00010101T000000Z-x.journal"));
        Resumption resumption = bo.resumption(job);
        assertTrue(resumption.plan().next() > broken.record().executed());
        assertFalse(resumption.plan().notes().isEmpty());
        JobRunner.Ended ended = bo.resume(job, resumption, at(MILL), Progress.NONE);
        assertTrue(ended.completed(), ended.record().reason());
        assertEquals(2, ended.record().run());
        assertEquals(JobStatus.DONE, village.only(bo).status());
    }

    @Test
    void aProgramThatWasKilledLeavesTheJobToAPerson() throws Exception {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        Job job = village.order(bo, "bo");
        claim(bo);
        // As if the program had been killed right after it said "started".
        RunPlaces.of(village.folders("bo")).gate().start(job.id(), 1, "journal");
        bo.records().append(RunStarted.KIND,
                new RunStarted(job.id(), 1, 1, "practice-mill", "", 1, village.now).toBody());
        assertEquals(JobStatus.RUNNING, village.only(bo).status());
        Fault fault = assertThrows(Fault.class, () -> run(bo, MILL));
        assertEquals("fabrication.job-was-started", fault.code());
        Path journals = Files.createDirectories(Journals.folder(village.folders("bo")));
        Path torn = Files.writeString(journals.resolve("journal.journal"),
                "deadbeef {}\n83932ee8 {\"type\":\"sending\",\"line\":9}\n");
        assertEquals("machine.journal-damaged",
                assertThrows(Fault.class, () -> bo.scrap(village.only(bo), "power cut")).code());
        Files.delete(torn);
        bo.scrap(village.only(bo), "power cut");
        assertTrue(run(bo, MILL).completed());
    }

    /// Runs on a machine at a socket, and pulls the plug when a fifth is done.
    private JobRunner.Ended unplugged(JobDesk desk) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<MachineServer> machine = CompletableFuture.supplyAsync(() -> accept(server), threads);
            return desk.run(village.only(desk), at(new Port.Tcp("localhost", server.getLocalPort())),
                    new Progress() {
                        @Override
                        public void update(double fraction) {
                            if (fraction > 0.2) {
                                machine.join().close();
                            }
                        }

                        @Override
                        public void say(String key, Object... arguments) {}

                        @Override
                        public boolean cancelled() {
                            return false;
                        }
                    });
        }
    }

    private static MachineServer accept(ServerSocket server) {
        try {
            return new MachineServer(new VirtualGrbl(Tracer.NONE), new TcpLink("test", server.accept()), 60).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsGivenBackGoesToTheNext() throws Exception {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        JobDesk bo = village.person("bo");
        claim(bo);
        bo.release(village.only(bo), "no aluminium");
        assertEquals(JobStatus.OPEN, village.only(bo).status());
        claim(ana);
        assertEquals(2, village.only(ana).epoch());
        assertTrue(run(ana, MILL).completed());
    }

    @Test
    void aClaimWhoseRecordWasNeverWrittenIsFoundAgain() throws Exception {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        Job job = village.order(bo, "bo");
        try (GitRepository clone = GitRepository.open(folder.resolve("bo"))) {
            // As if the program had been killed between winning the claim and recording it.
            var claimant = new Claimant(bo.agent(), "Practice workshop",
                    "practice-mill");
            new GitExchange(clone, village.home(), bo.records().identity(), () -> village.now).claim(job.id(), claimant,
                    HOUR);
        }
        assertEquals(JobStatus.OPEN, village.only(bo).status());
        claim(bo);
        assertEquals(JobStatus.CLAIMED, village.only(bo).status());
        assertTrue(run(bo, MILL).completed());
    }

    @Test
    void whatIsOrderedIsThereForWhoeverMakesIt() throws Exception {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        JobDesk bo = village.person("bo");
        try (GitRepository clone = GitRepository.open(folder.resolve("ana"))) {
            // A commit that Ana has pushed to no branch.
            Repos.commit(clone, "main", Village.files(1, Village.PLATE + "(mine)\n"), clone.require("HEAD"));
        }
        Job job = village.order(ana, "ana");
        claim(bo);
        assertTrue(run(bo, MILL).completed());
        assertEquals(job.spec().sha256().hex(), ContentId.of((Village.PLATE + "(mine)\n").getBytes(UTF_8)).hex());
    }

    @Test
    void anOrdersAddressIsNotSpokenToBeforeSomebodyClaims() {
        village = new Village(folder, 1);
        JobDesk ana = village.person("ana");
        village.order(ana, "ana");
        JobDesk mallory = village.person("mallory");
        var spec = village.only(mallory).spec();
        var order = mallory.book().orders().get(spec.order());
        var trap = new OrderRecord(mallory.agent(), village.now, "tcp://trap.invalid/x", order.design(),
                order.commit(), "", 1, "", "", "", order.user(), order.licence());
        mallory.records().append(OrderRecord.KIND, trap.toBody());
        mallory.records().sync(village.home(), Progress.NONE);
        assertEquals(Exchanged.NOTHING, ana.sync(Progress.NONE));
        assertTrue(ana.book().orders().containsKey(trap.id()));
    }

    @Test
    void aMachineThatIsConnectedAlreadyIsUsedAndKept() throws Exception {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        village.order(bo, "bo");
        claim(bo);
        try (Session session = new Machines().connect(MILL, "the window")) {
            assertTrue(bo.run(village.only(bo), new JobRunner.Access.Open(session), Progress.NONE).completed());
            assertTrue(session.lost().isEmpty());
        }
    }

    @Test
    void noMachineMeansAReason() {
        village = new Village(folder, 1);
        JobDesk bo = village.person("bo");
        Job job = village.order(bo, "bo");
        Fault fault = assertThrows(Fault.class, () -> bo.machine(job, "practice-printer"));
        assertEquals("No machine here can make plate. practice-printer: The job needs cnc-milling; the machine does"
                + " fdm-printing.", new Messages(Locale.UK).get(fault));
        assertEquals("fabrication.machine-missing", assertThrows(Fault.class, () -> bo.machine(job, "saw")).code());
    }

    @Test
    void aWorkshopWithoutMachinesSaysSo() throws IOException {
        village = new Village(folder, 1);
        Path config = Files.createDirectories(village.folders("bo").config());
        Files.writeString(config.resolve("workshop.toml"), "format = \"commonwright-workshop-1\"\nname = \"Bo's\"\n");
        JobDesk bo = village.person("bo");
        Job job = village.order(bo, "bo");
        Fault fault = assertThrows(Fault.class, () -> bo.machine(job, ""));
        assertEquals("Bo's has no machines, so it cannot make plate. Describe one in workshop.toml.",
                new Messages(Locale.UK).get(fault));
    }

    private static JobRunner.Access at(Port port) {
        return new JobRunner.Access.At(port, new Machines());
    }

    private void claim(JobDesk desk) {
        Job job = village.only(desk);
        desk.claim(job, desk.machine(job, ""), HOUR);
        desk.sync(Progress.NONE);
    }

    private JobRunner.Ended run(JobDesk desk, Port port) throws InterruptedException {
        JobRunner.Ended ended = desk.run(village.only(desk), at(port), Progress.NONE);
        desk.sync(Progress.NONE);
        return ended;
    }
}
