package org.commonwright.workbench.machines.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Waiting;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.LineEnding;
import org.commonwright.machine.arduino.MonitorLine;
import org.commonwright.machine.arduino.MonitorLog;
import org.commonwright.machine.arduino.PlotData;
import org.commonwright.machine.arduino.ToolFinder;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardViewModelsTest {
    @TempDir
    Path folder;

    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private final PlotData data = new PlotData();
    private SettingsFile settings;
    private BoardServices services;
    private BoardPort port;
    private MonitorViewModel monitor;
    private PlotViewModel plot;

    @BeforeEach
    void open() {
        notices.listen(told::add);
        settings = new SettingsFile(folder.resolve("settings.json"), fault -> {
            throw fault;
        });
        var tasks = new InlineTasks();
        services = new BoardServices(new Machines(), tasks, tasks, Runnable::run, notices, Clock.systemUTC(),
                new BoardMemory(settings), new ToolFinder(Map.of(), folder, "Linux"));
        port = BoardPort.open(services.machines(), Port.parse("virtual:arduino"), BoardPort.USUAL_BAUD, "a test",
                Clock.systemUTC(), _ -> {});
        port.monitor().send("off", LineEnding.LF);
        port.monitor().send("hello", LineEnding.LF);
        Waiting.until(() -> port.monitor().log().all().stream().anyMatch(line -> line.text().equals("hello yourself")),
                "the board has fallen silent");
        port.monitor().log().clear();
        monitor = new MonitorViewModel(port.monitor(), services);
        plot = new PlotViewModel(data, services);
    }

    @AfterEach
    void close() {
        port.close();
        settings.close();
    }

    private void board(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        port.monitor().log().received(bytes, bytes.length);
    }

    @Test
    void onlyTheNewestLinesAreShownAndAPauseLosesNone() {
        board("x\n".repeat(MonitorViewModel.SHOWN + 500) + "last\n");
        monitor.refresh();
        assertEquals(MonitorViewModel.SHOWN, monitor.lines().size());
        assertEquals("last", monitor.lines().getLast().text());
        monitor.paused().set(true);
        board("while it was paused\n");
        monitor.refresh();
        assertEquals("last", monitor.lines().getLast().text());
        monitor.paused().set(false);
        monitor.refresh();
        assertEquals("while it was paused", monitor.lines().getLast().text());
        monitor.clear();
        assertEquals(List.of(), monitor.lines());
        monitor.refresh();
        assertEquals(List.of(), monitor.lines());
    }

    @Test
    void linesAreFoundUpwardsAndRoundAndRecalled() {
        monitor.clear();
        board("Alpha\nbeta\nalphabet\n");
        monitor.refresh();
        int end = monitor.lines().size();
        int found = monitor.find("ALPHA", end);
        assertEquals("alphabet", monitor.lines().get(found).text());
        found = monitor.find("ALPHA", found);
        assertEquals("Alpha", monitor.lines().get(found).text());
        assertEquals("alphabet", monitor.lines().get(monitor.find("ALPHA", found)).text());
        assertEquals(-1, monitor.find("gamma", end));
        monitor.send("one");
        monitor.send("two");
        assertEquals("two", monitor.recall(-1));
        assertEquals("one", monitor.recall(-1));
        assertEquals("one", monitor.recall(-1));
        assertEquals("two", monitor.recall(1));
        assertEquals("", monitor.recall(1));
    }

    @Test
    void whatIsShownIsSavedAndWhatWasChosenIsRemembered() throws IOException {
        monitor.clear();
        board("text\n");
        monitor.hex().set(true);
        monitor.refresh();
        Path file = folder.resolve("monitor.txt");
        monitor.save(file);
        assertTrue(Files.readString(file).endsWith("74 65 78 74\n"), () -> told.toString());
        monitor.ending().set(LineEnding.CRLF);
        assertEquals(LineEnding.CRLF, new MonitorViewModel(port.monitor(), services).ending().get());
    }

    private void values(int many) {
        for (int i = 0; i < many; i++) {
            data.add(new MonitorLine(i, Instant.EPOCH, false, ("v:" + i).getBytes(StandardCharsets.UTF_8)));
        }
        plot.refresh();
    }

    @Test
    void theNewestStaysInSightUntilAPersonLooksBack() {
        values(2000);
        assertEquals(1500, plot.from().get());
        assertEquals(2000, plot.to().get());
        plot.zoom(0.5, 0);
        assertEquals(1750, plot.from().get());
        plot.pan(-1);
        assertFalse(plot.follows().get());
        assertEquals(1500, plot.from().get());
        values(100);
        assertEquals(1500, plot.from().get());
        plot.zoom(2, 0.5);
        assertEquals(1375, plot.from().get());
        assertEquals(1875, plot.to().get());
        plot.showAll();
        values(100);
        assertEquals(0, plot.from().get());
        assertEquals(2200, plot.to().get());
        plot.showNewest();
        assertEquals(1700, plot.from().get());
        assertEquals("v", plot.curves().getFirst().name());
        plot.clear();
        assertEquals(List.of(), plot.curves());
        assertEquals(500, plot.to().get());
    }

    @Test
    void theGridIsGoodToRead() {
        PlotScale scale = PlotScale.of(0, 10);
        assertEquals(List.of(0.0, 5.0, 10.0), scale.ticks(3));
        assertEquals(0, scale.digits(3));
        assertEquals(2, PlotScale.of(0.5, 0.62).digits(4));
        assertEquals(new PlotScale(-1, 1), PlotScale.of(Double.NaN, Double.NaN));
        PlotScale still = PlotScale.of(7, 7);
        assertTrue(still.low() < 7 && still.high() > 7);
        assertEquals(new MonitorLog.Counts(0, 0, 0), new MonitorLog(Clock.systemUTC()).counts());
    }
}
