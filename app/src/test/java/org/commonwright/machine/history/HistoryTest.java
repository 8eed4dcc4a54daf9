package org.commonwright.machine.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.Camera;
import org.commonwright.machine.card.Filament;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.card.PowerModel;
import org.commonwright.machine.firmware.SettingsBackup;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 1, (byte) 0xFF, 0, 2, (byte) 0xFF, (byte) 0xD9};
    private static final Program PRINT = Program.of("hook.gcode",
            "M140 S50\nM104 S60\nM109 S60\nG28\nG90\nM83\nG1 X10 E100 F9000\nG1 X20 E20\nM104 S0\nM140 S0\n");
    private static final MachineId PRINTER = new MachineId("virtual:marlin");

    @TempDir
    Path folder;

    private History history;
    private MachineCard card = MachineCard.EMPTY.withFilament(new Filament(1.75, 1.24))
            .withPower(new PowerModel(3_600_000, 0, 0, 0, 0));

    @BeforeEach
    void make() {
        history = new History(folder.resolve("history"), folder.resolve("journals"));
    }

    private RunRecord run(Program program) throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse("virtual:marlin?speed=0"), "test")) {
            return new RecordedRun(history, InstantSource.system()).run(session,
                    new RecordedRun.Piece(program, "", PRINTER, card), JournaledRun.BeforeFirstByte.NOTHING,
                    Progress.NONE).record();
        }
    }

    @Test
    void aRunLeavesWhatAPersonWantsToKnowOfIt() throws InterruptedException {
        RunRecord made = run(PRINT);
        assertEquals(List.of(made), history.list().runs());
        assertEquals("completed", made.outcome());
        assertEquals(PRINT.hash().hex(), made.hash());
        assertTrue(made.estimate() > 0 && made.seconds() > 0);
        assertEquals(120, made.material().length(), 0.01);
        assertEquals(288.6, made.material().volume(), 0.1);
        assertEquals(0.358, made.material().grams(), 0.001);
        // A thousand watt-hours a second, and a run lasts a moment.
        assertTrue(made.energy().wattHours() > 1 && made.energy().how() == Energy.How.MODEL);
        Path files = history.files(made.id());
        assertTrue(SettingsBackup.read(files.resolve("firmware.settings")).settings().size() > 5);
        List<String> said = TrafficText.lines(files, 1000);
        assertTrue(said.stream().anyMatch(line -> line.contains("> ") && line.contains("G1 X10 E100")), said::toString);
        assertTrue(said.stream().anyMatch(line -> line.contains("< ok")), said::toString);
        assertEquals(1, TrafficText.lines(files, 1).size());
    }

    @Test
    void nothingIsSaidOfProgressBeforeTheRunIsOnRecord() throws InterruptedException {
        List<String> order = new ArrayList<>();
        var watch = new Progress() {
            @Override
            public void update(double fraction) {
                order.add("progress");
            }

            @Override
            public void say(String key, Object... arguments) {
                order.add(key);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        try (Session session = new Machines().connect(Port.parse("virtual:marlin?speed=0"), "test")) {
            new RecordedRun(history, InstantSource.system()).run(session,
                    new RecordedRun.Piece(PRINT, "", PRINTER, card), _ -> order.add("begun"), watch);
        }
        assertEquals("begun", order.getFirst());
    }

    @Test
    void aPersonsWordAndAMeterCount() throws InterruptedException {
        RunRecord made = run(PRINT);
        history.check(made.id(), new Check(Check.Verdict.SCRAP, "warped\u0007"));
        history.meter(made.id(), 12.5);
        run(PRINT);
        RunRecord now = history.find(made.id());
        assertEquals(new Check(Check.Verdict.SCRAP, "warped"), now.check());
        assertEquals(new Energy(12.5, Energy.How.METER), now.energy());
        PartSum sum = PartSum.of(history.list().runs()).getFirst();
        assertEquals(0, sum.good(), "nobody has looked at it");
        assertEquals(1, sum.unchecked());
        assertEquals(1, sum.waste());
        assertEquals(0.358, sum.wasted().sum(), 0.001);
        assertEquals(sum.energy().sum(), sum.energy().each(), 0.001);
        String csv = RunTable.csv(history.list().runs());
        assertEquals(3, csv.lines().count());
        assertTrue(csv.contains(",meter,"), csv);
    }

    @Test
    void whatNobodyKnowsIsNotNought() throws InterruptedException {
        card = MachineCard.EMPTY;
        RunRecord made = run(PRINT);
        history.check(made.id(), new Check(Check.Verdict.GOOD, ""));
        PartSum sum = PartSum.of(history.list().runs()).getFirst();
        assertEquals(1, sum.good());
        assertNull(sum.energy().each());
        assertNull(sum.grams().total());
        JsonNode kept = RecordJson.json(made);
        assertTrue(kept.path("energy").path("watt_hours").isNull() && kept.path("material").path("grams").isNull());
        assertEquals(made, RecordJson.of(kept, "record.json"));
        assertTrue(RunTable.csv(List.of(made)).contains(",,unknown,"), () -> RunTable.csv(List.of(made)));
    }

    @Test
    void aPersonsWordDuringTheRunIsKeptAtItsEnd() throws InterruptedException {
        List<String> journal = new ArrayList<>();
        var said = new AtomicBoolean();
        var watch = new Progress() {
            @Override
            public void update(double fraction) {
                // Only that the run asks whether it is to stop matters here.
            }

            @Override
            public void say(String key, Object... arguments) {
                // As above.
            }

            @Override
            public boolean cancelled() {
                if (!history.list().runs().isEmpty() && said.compareAndSet(false, true)) {
                    history.check(journal.getFirst(), new Check(Check.Verdict.SCRAP, "warped"));
                    history.meter(journal.getFirst(), 12.5);
                }
                return false;
            }
        };
        try (Session session = new Machines().connect(Port.parse("virtual:marlin?speed=20"), "test")) {
            RunRecord made = new RecordedRun(history, InstantSource.system()).run(session,
                    new RecordedRun.Piece(Program.of("slow.gcode", "G28\nG4 S10\nG4 S1\n"), "", PRINTER, card),
                    journal::add, watch).record();
            assertTrue(said.get() && made.isCompleted());
            assertEquals(new Check(Check.Verdict.SCRAP, "warped"), made.check());
            assertEquals(new Energy(12.5, Energy.How.METER), made.energy());
            assertEquals(made, history.find(made.id()));
        }
    }

    @Test
    void aReasonOfALaterVersionIsShownByItsCodeAndKept() throws InterruptedException {
        RunRecord made = run(PRINT);
        for (String code : List.of("future.thing", "machine.future", "", "../x.y")) {
            history.write(made.withGap(Messages.Key.of(code, 7, "nozzle")));
            RunRecord now = history.find(made.id());
            Messages.Key gap = now.gap().orElseThrow();
            String sentence = new Messages(Locale.UK).get(gap.key(), gap.arguments());
            assertTrue(sentence.endsWith(code + " (7, nozzle)"), sentence);
            history.check(made.id(), new Check(Check.Verdict.GOOD, ""));
            assertEquals(gap, history.find(made.id()).gap().orElseThrow());
        }
    }

    @Test
    void aCopiedAndADamagedJournalHideNoRun() throws IOException, InterruptedException {
        RunRecord made = run(PRINT);
        Path journal = folder.resolve("journals").resolve(made.id() + ".journal");
        Files.copy(journal, folder.resolve("journals").resolve(made.id() + " (copy).journal"));
        byte[] damaged = Files.readAllBytes(journal);
        damaged[3] ^= 1;
        Files.write(folder.resolve("journals/0-damaged.journal"), damaged);
        Files.createDirectory(folder.resolve("journals/0-folder.journal"));
        history.write(made.withOutcome(RunRecord.RUNNING, 0, 0));
        History.Listing listing = history.list();
        assertEquals("completed", listing.runs().getFirst().outcome());
        assertEquals(List.of("machine.journal-damaged", "files.not-plain", "machine.journal-other-name"),
                listing.problems().stream().map(Problem::code).toList());
    }

    @Test
    void whatTheMachineRefusesLeavesNothingAndWhatFailsSaysWhy() throws InterruptedException {
        Program tooLong = Program.of("long.gcode", "G1 " + "X1.0 ".repeat(60) + "\n");
        assertThrows(Fault.class, () -> run(tooLong));
        assertEquals(List.of(), history.list().runs());
        try (Session session = new Machines().connect(Port.parse("virtual:grbl?speed=0"), "test")) {
            RunRecord failed = new RecordedRun(history, InstantSource.system()).run(session,
                    new RecordedRun.Piece(Program.of("x.nc", "G21\nG99\n"), "", PRINTER, card),
                    JournaledRun.BeforeFirstByte.NOTHING, Progress.NONE).record();
            assertEquals("failed", failed.outcome());
            assertEquals("machine.grbl-refused", history.find(failed.id()).reason().orElseThrow().key());
        }
    }

    @Test
    void aRecordThatCannotBeReadHidesNoOther() throws IOException, InterruptedException {
        RunRecord made = run(PRINT);
        Files.createDirectories(folder.resolve("history/20260101T000000Z-x"));
        Files.writeString(folder.resolve("history/20260101T000000Z-x/record.json"),
                "{\"version\":1,\"started\":\"soon\"}");
        History.Listing listing = history.list();
        assertEquals(List.of(made.id()), listing.runs().stream().map(RunRecord::id).toList());
        assertEquals("history.damaged", listing.problems().getFirst().code());
    }

    @Test
    void aCamerasPicturesAreKeptAndItsTroubleStopsNothing() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stream", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write("--frame\r\nContent-Type: image/jpeg\r\n\r\n".getBytes());
                out.write(JPEG);
                out.write("\r\n--frame\r\n".getBytes());
            }
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/stream");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            String at = "http://localhost:" + server.getAddress().getPort();
            card = card.withCamera(Camera.of(at + "/stream", 1));
            RunRecord seen = run(PRINT);
            assertEquals(1, seen.pictures());
            assertArrayEquals(JPEG, Files.readAllBytes(history.files(seen.id()).resolve("pictures/00001.jpg")));
            card = card.withCamera(Camera.of(at + "/elsewhere", 1));
            RunRecord unseen = run(PRINT);
            assertTrue(unseen.isCompleted());
            assertEquals("history.no-picture", unseen.gap().orElseThrow().key());
            assertFalse(Files.exists(history.files(unseen.id()).resolve("pictures")));
        } finally {
            server.stop(0);
        }
        assertThrows(Fault.class, () -> Camera.of("file:///etc/passwd", 5));
        assertThrows(Fault.class, () -> Camera.of("http://me:secret@camera/", 5));
    }

    @Test
    void aCameraThatSaysNothingMoreIsToldAndHoldsUpNothing() throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> {
                try (Socket camera = server.accept()) {
                    camera.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n".getBytes());
                    camera.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException _) {
                    // The other side hung up.
                }
            });
            card = card.withCamera(Camera.of("http://localhost:" + server.getLocalPort(), 1));
            long began = System.nanoTime();
            RunRecord unseen = run(PRINT);
            assertTrue(unseen.isCompleted());
            assertEquals("history.picture-late", unseen.gap().orElseThrow().key());
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos(), "it waited");
        }
    }
}
