package org.commonwright.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.LineAssembler;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.VirtualMachine;
import org.jspecify.annotations.Nullable;

/// A conversation and a virtual machine on one thread in a time of their own: each run is the same each time.
final class Rig implements ConversationEvents {
    private static final long TICK = 50_000_000L;
    private static final int ENOUGH = 200_000;

    final Outlet outlet = new Outlet();
    final VirtualMachine machine;
    final Conversation talk;
    final List<String> sent = new ArrayList<>();
    final List<String> received = new ArrayList<>();
    @Nullable
    RunOutcome outcome;
    long now;
    /// Reports that were asked for, so that the machine has made them.
    long asked;
    boolean unplugged;
    private final LineAssembler lines = new LineAssembler();
    private long ticked;

    Rig(VirtualMachine machine, BiFunction<Outlet, ConversationEvents, Conversation> dialect) {
        this.machine = machine;
        this.talk = dialect.apply(outlet, this);
    }

    Rig connect() {
        machine.powerOn(now);
        talk.open(now);
        until(talk::isReady);
        return this;
    }

    RunOutcome run(String program) {
        return run(program, SendLog.NONE);
    }

    RunOutcome run(String program, SendLog log) {
        start(program, log);
        until(() -> outcome != null);
        return outcome;
    }

    void start(String program, SendLog log) {
        outcome = null;
        talk.start(Program.of("test.nc", program), log, now);
    }

    void seconds(double seconds) {
        long end = now + (long) (seconds * 1e9);
        until(() -> now >= end);
    }

    /// Lets time pass until the condition holds.
    void until(BooleanSupplier condition) {
        for (int i = 0; !condition.getAsBoolean(); i++) {
            if (i > ENOUGH) {
                throw new AssertionError("it never came true; the machine said last: "
                        + received.subList(Math.max(0, received.size() - 20), received.size()));
            }
            step();
        }
    }

    private void step() {
        long next = Math.min(ticked + TICK, unplugged ? Long.MAX_VALUE : machine.nextEvent());
        now = Math.max(now, next);
        if (machine.isUnplugged() && !unplugged) {
            unplug();
        }
        if (!unplugged) {
            machine.advance(now);
            byte[] said = machine.said();
            lines.add(said, said.length, line -> {
                if (!line.isEmpty()) {
                    received.add(line);
                    talk.received(line, now);
                }
            });
        }
        ticked = now;
        talk.tick(now);
        flush();
        talk.afterSending();
    }

    void flush() {
        byte[] bytes = outlet.take();
        for (byte b : bytes) {
            asked += b == '?' ? 1 : 0;
        }
        if (!unplugged) {
            machine.receive(bytes, 0, bytes.length, now);
        }
    }

    void write(byte[] bytes) {
        machine.receive(bytes, 0, bytes.length, now);
    }

    void unplug() {
        unplugged = true;
        talk.lost(Optional.of(new Fault("machine.link-lost", "rig")), now);
    }

    String text() {
        return String.join("\n", received);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean wantsSent() {
        return true;
    }

    @Override
    public void sent(String line) {
        sent.add(line);
    }

    @Override
    public void status(MachineStatus status) {}

    @Override
    public void ended(RunOutcome newOutcome) {
        outcome = newOutcome;
    }
}
