package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final int KEPT = 5000;

    @Test
    void howManyLinesWereLeftOutStandsWhereTheyWouldHave() throws InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        var busy = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        try (var events = new Events(_ -> true)) {
            events.add(new MachineListener() {
                @Override
                public void sent(String line) {
                    heard.add(line);
                }

                @Override
                public void leftOut(int lines) {
                    heard.add(lines + " left out");
                }
            });
            events.tell(_ -> {
                busy.countDown();
                try {
                    free.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            busy.await(60, TimeUnit.SECONDS);
            for (int i = 1; i <= KEPT + 3; i++) {
                events.sent("line " + i);
            }
            events.tell(l -> l.sent("the end"));
            free.countDown();
            Waiting.until(() -> heard.contains("the end"), "the end");
        }
        assertEquals(List.of("line 1", "line 2"), heard.subList(0, 2));
        assertEquals(List.of("line " + KEPT, "3 left out", "the end"), heard.subList(KEPT - 1, heard.size()));
    }
}
