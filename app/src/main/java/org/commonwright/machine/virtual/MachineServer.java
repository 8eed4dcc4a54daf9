package org.commonwright.machine.virtual;

import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.task.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a virtual machine at the far end of a link and lets its time pass: as fast as a clock, faster, or at once.
public final class MachineServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineServer.class);
    private static final int IDLE_MILLIS = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private final VirtualMachine machine;
    private final Link link;
    private final double speed;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private long started;
    private long instant;

    /// @param speed 1 for real time, 10 for ten times as fast, 0 for no waiting at all, which a machine that never comes to
    ///         rest takes for real time
    public MachineServer(VirtualMachine machine, Link link, double speed) {
        this.machine = machine;
        this.link = link;
        this.speed = speed == 0 && machine.isEndless() ? 1 : speed;
        this.thread = Threads.named("virtual-machine", this::serve);
    }

    public MachineServer start() {
        thread.start();
        return this;
    }

    /// Waits until the other end hung up.
    public void join() throws InterruptedException {
        thread.join();
    }

    private void serve() {
        started = System.nanoTime();
        byte[] buffer = new byte[4096];
        machine.powerOn(now());
        try {
            while (!closed.get() && !machine.isUnplugged()) {
                pass();
                byte[] said = machine.said();
                link.write(said, 0, said.length);
                int n = link.read(buffer, waitMillis());
                if (n < 0) {
                    break;
                }
                machine.receive(buffer, 0, n, now());
            }
        } catch (Fault fault) {
            LOG.debug("{} hung up", link.name(), fault);
        } finally {
            link.close();
        }
    }

    private void pass() {
        machine.advance(now());
        while (speed == 0 && machine.nextEvent() > instant && machine.nextEvent() != Long.MAX_VALUE) {
            instant = machine.nextEvent();
            machine.advance(instant);
        }
    }

    private long now() {
        return speed == 0 ? instant : (long) ((System.nanoTime() - started) * speed);
    }

    private int waitMillis() {
        long next = machine.nextEvent();
        if (speed == 0 || next == Long.MAX_VALUE) {
            return IDLE_MILLIS;
        }
        return (int) Math.clamp((next - now()) / speed / NANOS_PER_MILLI, 1, IDLE_MILLIS);
    }

    @Override
    public void close() {
        closed.set(true);
        link.close();
    }
}
