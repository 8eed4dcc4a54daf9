package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// A Leonardo's port goes away and comes back, as these lists of ports say.
class PortTouchTest {
    private static final List<String> OTHERS = List.of("/dev/ttyS0");

    private final List<String> touched = new ArrayList<>();

    private PortTouch ports(List<List<String>> inTurn) {
        var left = new ArrayDeque<>(inTurn);
        return new PortTouch(() -> left.size() > 1 ? left.removeFirst() : left.getFirst(),
                (port, baud) -> touched.add(port + "@" + baud));
    }

    private static List<String> with(String port) {
        return List.of("/dev/ttyS0", port);
    }

    @Test
    void theBootloaderIsFoundUnderAnotherName() throws InterruptedException {
        PortTouch touch = ports(List.of(with("/dev/ttyACM0"), OTHERS, OTHERS, with("/dev/ttyACM1")));
        assertEquals("/dev/ttyACM1", touch.toBootloader("/dev/ttyACM0", Progress.NONE));
        assertEquals(List.of("/dev/ttyACM0@1200"), touched);
    }

    @Test
    void theBootloaderIsFoundUnderTheSameName() throws InterruptedException {
        PortTouch touch = ports(List.of(with("/dev/ttyACM0"), with("/dev/ttyACM0"), OTHERS, with("/dev/ttyACM0")));
        assertEquals("/dev/ttyACM0", touch.toBootloader("/dev/ttyACM0", Progress.NONE));
    }

    @Test
    void afterwardsTheSketchIsAwaited() throws InterruptedException {
        PortTouch touch = ports(List.of(with("/dev/ttyACM1"), OTHERS, with("/dev/ttyACM0")));
        assertEquals("/dev/ttyACM0", touch.toSketch("/dev/ttyACM0", "/dev/ttyACM1", Progress.NONE));
        PortTouch same = ports(List.of(with("/dev/ttyACM0"), OTHERS, with("/dev/ttyACM0")));
        assertEquals("/dev/ttyACM0", same.toSketch("/dev/ttyACM0", "/dev/ttyACM0", Progress.NONE));
    }
}
