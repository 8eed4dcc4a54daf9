package org.commonwright.workbench.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Answer;
import org.commonwright.licence.Use;
import org.commonwright.licence.UserKind;
import org.commonwright.machine.Machines;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersViewModelTest {
    private static final String WORKSHOP = """
            format = "commonwright-workshop-1"
            name = "Test bench"

            [[machine]]
            name = "saw"
            processes = ["laser-cutting"]
            envelope_mm = [10, 10, 10]
            materials = ["plywood"]
            port = "virtual:grbl?speed=0"

            [[machine]]
            name = "mill"
            processes = ["cnc-milling"]
            envelope_mm = [300, 200, 60]
            materials = ["*"]
            port = "virtual:grbl?speed=0"
            """;

    @TempDir
    Path folder;

    private final Notices notices = new Notices(Runnable::run);
    private final AtomicInteger placed = new AtomicInteger();
    private OrdersViewModel model;
    private PlacingViewModel placing;
    private OpenDesign open;

    @BeforeEach
    void aDesignOfOneMilledPlate() throws IOException {
        AppFolders folders = AppFolders.under(folder.resolve("home"));
        Files.createDirectories(folders.config());
        Files.writeString(folders.config().resolve("workshop.toml"), WORKSHOP);
        Path design = folder.resolve("plotter");
        Map<String, String> files = Map.of("okh.toml",
                "okhv = \"2.4\"\nname = \"Plotter\"\nversion = \"1.0.0\"\nlicense = \"PPL\"\n",
                "bom.csv",
                "Part,Kind,Quantity,Unit,File,Process,Material\nplate,make,2,pcs,plate.nc,mill,aluminium\n",
                "plate.nc", "G21 G90\nG0 X0 Y0 Z5\nG1 X40 F3000\nG1 X0\nM2\n");
        for (var file : files.entrySet()) {
            Files.createDirectories(design);
            Files.writeString(design.resolve(file.getKey()), file.getValue());
        }
        try (var repository = GitRepository.init(design)) {
            repository.workTree().commit("begin", new Person("Ada", "ada@example.invalid"), Clock.systemUTC().instant(),
                    files.keySet().stream().map(RepoPath::new).toList(), Optional.empty());
        }
        model = new OrdersViewModel(folders, new InlineTasks(), Runnable::run, notices, Clock.systemUTC(),
                new Machines());
        placing = new PlacingViewModel(folders, new InlineTasks(), notices, Clock.systemUTC(), () -> {
            placed.incrementAndGet();
            model.reload();
        });
        open = new OpenDesign(design, "Plotter");
        model.load(open);
        placing.load(open);
    }

    private Board board() {
        return Objects.requireNonNull(model.board().value());
    }

    private Job chosen() {
        return Objects.requireNonNull(model.job().get());
    }

    private void order() {
        placing.place();
        model.choose(board().of(JobStatus.OPEN).getFirst());
    }

    private Optional<String> blocked(Function<JobRules, Optional<Messages.Key>> rule) {
        return model.blocked(rule).getValue().map(Messages.Key::key);
    }

    @Test
    void theVerdictIsShownBeforeTheOrderIsPlaced() {
        assertEquals(Answer.FREE, answer());
        assertTrue(placing.blocked().getValue().isEmpty());
        placing.kind().set(UserKind.FIRM);
        placing.use().set(Use.SELL);
        assertEquals(Answer.FEE, answer());
        assertEquals("fabrication.order-fee", placing.blocked().getValue().orElseThrow().key());
        placing.place();
        assertEquals(0, placed.get());
        placing.feeAgreed().set("meeting of 3 March");
        assertTrue(placing.blocked().getValue().isEmpty());
        placing.place();
        assertEquals(1, placed.get());
        assertEquals("meeting of 3 March",
                board().book().orders().values().iterator().next().feeAgreed());
    }

    private Answer answer() {
        return Objects.requireNonNull(placing.offer().value()).draft().verdict().overall().answer();
    }

    @Test
    void theQuantityMultipliesThePartsAndEachMachineSaysWhyNot() {
        placing.quantity().set(3);
        Offer offer = Objects.requireNonNull(placing.offer().value());
        assertEquals(6, offer.draft().plan().parts().getFirst().quantity());
        List<Match> matches = offer.matches(offer.draft().plan().parts().getFirst());
        assertFalse(matches.getFirst().fits());
        assertEquals("process", matches.getFirst().refusals().getFirst().field());
        assertTrue(matches.getLast().fits());
    }

    @Test
    void aJobIsClaimedRunDeclaredScrapAndMadeAgain() {
        assertTrue(board().book().jobs().isEmpty());
        order();
        assertEquals(Optional.empty(), blocked(JobRules::claim));
        assertEquals(Optional.of("fabrication.not-claimed"), blocked(JobRules::run));
        model.claim("mill");
        assertEquals(JobStatus.CLAIMED, chosen().status());
        assertEquals(Optional.empty(), blocked(JobRules::run));
        model.run();
        assertEquals(1, chosen().made());
        var end = Objects.requireNonNull(chosen().runs().getFirst().end());
        assertEquals(Outcome.COMPLETED, end.outcome());
        assertTrue(board().hasLog(end));
        String log = model.log(end).orElseThrow().text();
        assertTrue(log.contains("> G1X40F3000") || log.contains("> G1 X40 F3000"), log);
        assertEquals(Optional.of("orders.scrap-needs-reason"), blocked(rules -> rules.scrap(model.reason().get())));
        model.reason().set("a hole is off");
        model.scrap();
        assertEquals(JobStatus.SCRAP, chosen().status());
        assertEquals(0, chosen().made());
        model.run();
        model.run();
        assertEquals(JobStatus.DONE, chosen().status());
        assertEquals(List.of(chosen()), board().of(JobStatus.DONE));
        assertEquals(Optional.of("fabrication.job-finished"), blocked(JobRules::run));
        assertTrue(notices.shown().stream().allMatch(notice -> notice.fault() == null), notices.shown()::toString);
    }

    @Test
    void aMachineThatCannotDoItIsRefusedWithTheReason() {
        order();
        model.claim("saw");
        assertEquals(JobStatus.OPEN, chosen().status());
        assertEquals("fabrication.no-machine", Objects.requireNonNull(notices.shown().getLast().fault()).code());
    }

    @Test
    void aJobThatIsGivenBackIsOpenAgain() {
        order();
        model.claim("");
        model.release();
        assertEquals(JobStatus.OPEN, chosen().status());
        assertEquals(Optional.empty(), blocked(JobRules::claim));
    }

    @Test
    void withoutADesignThereIsNothing() {
        order();
        model.load(null);
        placing.load(null);
        assertInstanceOf(Loaded.Nothing.class, model.board().state().get());
        assertNull(model.job().get());
        assertEquals("orders.nothing-planned", placing.blocked().getValue().orElseThrow().key());
        assertNotNull(open);
    }
}
