package org.commonwright.workbench.machines;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.commonwright.bench.BenchRow;
import org.commonwright.machine.HostileDevice;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.BenchWindow;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;

/// The window in front of a machine gone mad at the other end of a pseudo-terminal, and while programs are opened that are too
/// large, too long or none: how long it stands still at the longest, and what stays in memory.
public final class FloodBench {
    /// How long each flood goes on; 60 for the record.
    private static final int SECONDS = Integer.getInteger("commonwright.flood.seconds", 10);
    private static final int LINES = Integer.getInteger("commonwright.flood.lines", 10_000_000);
    private static final int ALARMS_A_SECOND = 2000;
    private static final String ALARM = "ALARM:1\r\n";

    private final TestWindow window;
    private final BenchWindow.Pulses pulses;
    private final AtomicInteger sentences = new AtomicInteger();
    private final List<BenchRow> rows = new ArrayList<>();

    private FloodBench(TestWindow window, BenchWindow.Pulses pulses) {
        this.window = window;
        this.pulses = pulses;
        window.context().notices().listen(_ -> sentences.incrementAndGet());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(System.out::println);
        System.exit(0);
    }

    public static List<BenchRow> run() throws IOException, InterruptedException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return List.of();
        }
        Path home = Files.createTempDirectory("flood-bench");
        try {
            return run(home);
        } finally {
            try (var files = Files.walk(home)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<BenchRow> run(Path home) throws IOException, InterruptedException {
        BenchWindow.start();
        var bench = BenchWindow.on(() -> {
            var stage = new Stage();
            var made = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
            stage.setWidth(1366);
            stage.setHeight(768);
            var pulses = new BenchWindow.Pulses();
            pulses.start();
            return new FloodBench(made, pulses);
        });
        for (Map.Entry<String, Flood> flood : floods().entrySet()) {
            bench.flood(flood.getKey(), flood.getValue());
        }
        bench.opens(home);
        BenchWindow.on(() -> {
            bench.window.composition().close();
            bench.pulses.stop();
            scene().getWindow().hide();
            return null;
        });
        return bench.rows;
    }

    /// @param pace bytes a second, 0 for as many as the port takes
    private record Flood(byte[] bytes, double pace) {}

    private static Map<String, Flood> floods() {
        byte[] noise = new byte[65_536];
        new Random(4).nextBytes(noise);
        Map<String, Flood> floods = new LinkedHashMap<>();
        floods.put("2,000 alarms a second",
                new Flood(ascii(ALARM.repeat(20)), ALARM.length() * (double) ALARMS_A_SECOND));
        floods.put("alarms as fast as the port takes them", new Flood(ascii(ALARM.repeat(5000)), 0));
        floods.put("random bytes as fast as the port takes them", new Flood(noise, 0));
        floods.put("messages of 10 MB", new Flood(ascii("[MSG:" + "a".repeat(10_000_000) + "]\r\n"), 0));
        floods.put("reports with absurd numbers",
                new Flood(ascii(("<Run|MPos:999999999999,NaN,1e308|FS:,>\r\n<Idle|MPos:-999999999999,1,2|Bf:15,128>\r\n"
                        + "<Hold:0>\r\n").repeat(500)), 0));
        return floods;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private MachineViewModel connected(String port) throws InterruptedException {
        BenchWindow.on(() -> {
            window.context().navigator().goTo("machines");
            ComboBox<?> ports = (ComboBox<?>) scene().getRoot().lookupAll(".combo-box").stream()
                    .filter(node -> node instanceof ComboBox<?> box && box.isEditable()).findFirst().orElseThrow();
            ports.getEditor().setText(port);
            ports.getEditor().fireEvent(new ActionEvent());
            return null;
        });
        BenchWindow.until(() -> window.context().machines().emergencyStop().get() != null && machine() != null);
        return BenchWindow.on(this::machine);
    }

    private static Scene scene() {
        return Stage.getWindows().getFirst().getScene();
    }

    /// The machine of the page in front; null while there is none.
    private MachineViewModel machine() {
        for (Node node : scene().getRoot().lookupAll(".tab-pane")) {
            if (node instanceof TabPane pane) {
                for (Tab tab : pane.getTabs()) {
                    if (tab.getUserData() instanceof MachineViewModel machine) {
                        return machine;
                    }
                }
            }
        }
        return null;
    }

    private void flood(String name, Flood flood) throws InterruptedException {
        try (var device = HostileDevice.serial(HostileDevice::grblAnswer, flood.bytes()).paced(flood.pace())) {
            MachineViewModel machine = connected(device.port());
            Thread.sleep(1000);
            long before = BenchWindow.used();
            BenchWindow.on(pulses::longest);
            BenchWindow.on(pulses::longestWork);
            sentences.set(0);
            long cpu = cpu();
            device.flood(true);
            Thread.sleep(SECONDS * 1000L);
            double busy = (cpu() - cpu) / 1e9 / SECONDS;
            double longest = BenchWindow.on(pulses::longest);
            double worked = BenchWindow.on(pulses::longestWork);
            long asked = System.nanoTime();
            BenchWindow.on(() -> {
                window.context().machines().emergencyStop().get().fire();
                return null;
            });
            while (!device.heard(0x18)) {
                Thread.sleep(1);
            }
            double stopped = (System.nanoTime() - asked) / 1e6;
            device.flood(false);
            double kept = (BenchWindow.used() - before) / 1e6;
            System.out.printf(
                    "%s: %.1f MB, window's thread at most %.0f ms of work between pulses, %.2f processors, %d sentences%n",
                    name, device.written() / 1e6, worked, busy, sentences.get());
            rows.add(BenchRow.alone(name + ", " + SECONDS + " s: longest stand of the window", longest, "ms"));
            rows.add(BenchRow.alone("the same, until the emergency stop is at the machine", stopped, "ms"));
            rows.add(BenchRow.alone("the same, memory more than before", kept, "MB"));
            rows.add(BenchRow.alone("the same, sentences shown", sentences.get(), "sentences"));
            BenchWindow.on(() -> {
                machine.close();
                return null;
            });
            BenchWindow.until(() -> machine() == null);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void opens(Path folder) throws IOException, InterruptedException {
        Path large = folder.resolve("large.gcode");
        try (var out = new PrintStream(new BufferedOutputStream(Files.newOutputStream(large), 1 << 20), false,
                StandardCharsets.US_ASCII)) {
            for (int i = 0; i < LINES; i++) {
                out.print("G1 X" + i % 997 / 5.0 + " Y" + i % 613 / 4.0 + " F1500\n");
            }
        }
        Path line = Files.write(folder.resolve("line.gcode"),
                ascii("G21\nG1 X1 F100\n;" + "a".repeat(1_000_000) + "\nM2\n"));
        MachineViewModel machine = connected("virtual:grbl");
        open(machine, line, "program with a line of 1 MB");
        open(machine, large, String.format("program of %,d lines", LINES));
        BenchWindow.on(() -> {
            machine.close();
            return null;
        });
    }

    private void open(MachineViewModel machine, Path file, String name) throws InterruptedException {
        BenchWindow.on(pulses::longest);
        BenchWindow.on(pulses::longestWork);
        long began = System.nanoTime();
        BenchWindow.on(() -> {
            machine.load(file);
            return null;
        });
        BenchWindow.until(() -> machine.program().value() != null
                && machine.program().value().program().name().equals(file.getFileName().toString()));
        double opened = (System.nanoTime() - began) / 1e9;
        // Its page and its first pictures.
        Thread.sleep(2000);
        double longest = BenchWindow.on(pulses::longest);
        System.out.printf("%s: opened in %.2f s, window's thread at most %.0f ms of work between pulses%n", name,
                opened,
                BenchWindow.on(pulses::longestWork));
        rows.add(BenchRow.alone(name + " opened in the window: longest stand of the window", longest, "ms"));
    }
}
