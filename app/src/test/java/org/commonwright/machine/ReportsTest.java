package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// What goes on by itself is heard apart from what was asked for.
class ReportsTest {
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final MachineListener ears = new MachineListener() {
        @Override
        public void received(String line) {
            answers.add(line);
        }

        @Override
        public void report(String line) {
            reports.add(line);
        }

        @Override
        public void routine(boolean sent, String line) {
            reports.add(line);
        }
    };

    private void hear(String port, String asks, String answer, String report) throws InterruptedException {
        try (Session session = new Machines().connect(Port.parse(port), "a test")) {
            session.addListener(ears);
            session.ask(asks, Progress.NONE);
            Waiting.until(() -> answers.stream().anyMatch(line -> line.startsWith(answer)), answer);
            Waiting.until(() -> reports.stream().anyMatch(line -> line.startsWith(report)), report);
            assertFalse(answers.stream().anyMatch(line -> line.startsWith(report)), answers::toString);
            assertTrue(answers.contains("ok") || answers.stream().anyMatch(line -> line.startsWith("ok ")));
        }
    }

    @Test
    void grbl() throws InterruptedException {
        hear("virtual:grbl", "$G", "[GC:", "<Idle|");
    }

    @Test
    void marlin() throws InterruptedException {
        hear("virtual:marlin?speed=20", "M503", "echo:  M92", " T:");
    }
}
