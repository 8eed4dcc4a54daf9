package org.commonwright.machine.arduino;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.SerialLink;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;

/// Boards with USB in their processor go to their bootloader when their port is opened and closed at 1,200 baud: the port
/// goes away and comes back, often under another name. After eight seconds without a sketch's answer it goes away again.
public final class PortTouch {
    private static final int TOUCH_BAUD = 1200;
    private static final int LOOK_MILLIS = 100;
    private static final long COMES_BACK_NANOS = 10_000_000_000L;
    /// A bootloader that keeps the port's name may have been seen by nobody to go.
    private static final long SAME_NAME_NANOS = 3_000_000_000L;
    private static final long SETTLE_MILLIS = 300;

    private final Supplier<List<String>> ports;
    private final Opener opener;

    /// Opens a port at a speed and closes it again.
    public interface Opener {
        void touch(String port, int baud);
    }

    /// @param ports the names of the ports that are there now
    public PortTouch(Supplier<List<String>> ports, Opener opener) {
        this.ports = ports;
        this.opener = opener;
    }

    /// With the ports of this computer.
    public static PortTouch real() {
        return new PortTouch(() -> SerialPorts.list().stream().map(SerialPorts.Info::path).toList(),
                (port, baud) -> SerialLink.open(port, baud).close());
    }

    /// Starts the bootloader and waits for its port.
    ///
    /// @return the port's name now
    /// @throws Fault `arduino.no-bootloader` when no port comes back
    String toBootloader(String port, Progress progress) throws InterruptedException {
        Set<String> before = new HashSet<>(ports.get());
        opener.touch(port, TOUCH_BAUD);
        return comesBack(port, before, progress).orElseThrow(() -> new Fault("arduino.no-bootloader", port));
    }

    /// After writing: waits for the port of the sketch.
    ///
    /// @return the port's name now; the first one when nothing is seen to come
    String toSketch(String first, String bootloader, Progress progress) throws InterruptedException {
        long end = System.nanoTime() + COMES_BACK_NANOS;
        boolean gone = false;
        while (System.nanoTime() < end && !progress.cancelled()) {
            Collection<String> now = ports.get();
            gone |= !now.contains(bootloader);
            if (now.contains(first) && (gone || !first.equals(bootloader))) {
                return first;
            }
            Pause.millis(LOOK_MILLIS);
        }
        return first;
    }

    private Optional<String> comesBack(String port, Set<String> before, Progress progress)
            throws InterruptedException {
        long start = System.nanoTime();
        Set<String> last = before;
        boolean gone = false;
        while (System.nanoTime() - start < COMES_BACK_NANOS) {
            progress.check();
            Set<String> now = new HashSet<>(ports.get());
            gone |= !now.contains(port);
            Set<String> fresh = new HashSet<>(now);
            fresh.removeAll(last);
            if (!fresh.isEmpty()) {
                Pause.millis(SETTLE_MILLIS);
                return Optional.of(fresh.contains(port) ? port : fresh.iterator().next());
            }
            if (!gone && now.contains(port) && System.nanoTime() - start > SAME_NAME_NANOS) {
                return Optional.of(port);
            }
            last = now;
            Pause.millis(LOOK_MILLIS);
        }
        return Optional.empty();
    }
}
