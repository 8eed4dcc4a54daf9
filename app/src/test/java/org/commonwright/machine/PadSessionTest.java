package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.machine.pad.PadJog;
import org.commonwright.machine.pad.PadMap;
import org.commonwright.machine.pad.PadWatch;
import org.commonwright.machine.pad.VirtualPad;
import org.commonwright.machine.protocol.Position;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way in real time: SDL, the pad, the session, a virtual mill and a virtual printer, both moved by one pad.
class PadSessionTest {
    private static final Pattern MOVE = Pattern.compile("(?:\\$J=G91G21|G1 )X(\\S+?) ?Y(\\S+?) ?Z(\\S+?) ?F[0-9]+");
    private static final double SPEED = 20;
    /// 100 ms, and the way to brake with 200 mm/s²; half a millimetre for what a report is late by.
    private static final double AHEAD = SPEED * 0.1 + SPEED * SPEED / 400 + 0.5;

    @TempDir
    static Path folder;

    @Test
    void aStickMovesTheMachineAndLettingGoStopsIt() throws Exception {
        var end = new AtomicBoolean();
        var machines = new Machines();
        try (Session mill = machines.connect(Port.parse("virtual:grbl"), "test");
                Session printer = machines.connect(Port.parse("virtual:marlin"), "test")) {
            List<Moved> both = List.of(new Moved(mill), new Moved(printer));
            var page = new PadJog.Page(true, true, SPEED, 1);
            Thread watch = Thread.ofPlatform().start(() -> {
                try {
                    new PadWatch(AppFolders.under(folder),
                            look -> both.forEach(m -> m.jog.look(look, PadMap.USUAL, page, System.nanoTime())))
                            .watch(Progress.silent(end::get));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            try (var pad = VirtualPad.plugIn(folder, "Virtual pad")) {
                pad.axis(VirtualPad.LEFT_X, 1);
                Thread.sleep(150);
                both.forEach(m -> assertEquals(0, m.sent.get(), "nobody holds the button"));
                pad.axis(VirtualPad.LEFT_X, 0.1);
                pad.hold(PadButton.LEFT_SHOULDER, true);
                Thread.sleep(100);
                both.forEach(m -> assertEquals(0, m.sent.get(), "a stick that only drifts"));
                pad.axis(VirtualPad.LEFT_X, 1);
                await(() -> both.stream().allMatch(m -> m.sent.get() > 3000));
                pad.hold(PadButton.LEFT_SHOULDER, false);
                stand(both);
                pad.hold(PadButton.LEFT_SHOULDER, true);
                await(() -> both.stream().allMatch(m -> m.sent.get() > 3000));
                pad.unplug();
                stand(both);
            }
            end.set(true);
            watch.join();
        } finally {
            end.set(true);
        }
    }

    /// Nothing more is sent as soon as the stop is told, and what was sent ahead is soon driven.
    private static void stand(List<Moved> all) throws InterruptedException {
        await(() -> all.stream().allMatch(m -> m.stops.get() > 0));
        Thread.sleep(50);
        List<Long> sent = all.stream().map(m -> m.sent.get()).toList();
        Thread.sleep(250);
        // The printer says where it is once a second only.
        Moved mill = all.getFirst();
        double at = mill.x();
        Thread.sleep(210);
        assertEquals(sent, all.stream().map(m -> m.sent.get()).toList(), "sent after the stop");
        assertEquals(at, mill.x(), 1e-6, "it still moves");
        double ahead = sent.getFirst() / 1000.0 - (at - mill.from);
        assertTrue(ahead <= AHEAD && at > mill.from, ahead + " mm ahead");
        all.forEach(Moved::again);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came true");
            Thread.sleep(5);
        }
    }

    /// A machine that the pad moves, and what it was told.
    private static final class Moved implements MachineListener, PadJog.Hands {
        final PadJog jog = new PadJog(this);
        /// In micrometres.
        final AtomicLong sent = new AtomicLong();
        final AtomicLong stops = new AtomicLong();
        private final Session session;
        double from;

        Moved(Session session) {
            this.session = session;
            session.addListener(this);
        }

        void again() {
            from = x();
            sent.set(0);
            stops.set(0);
        }

        double x() {
            Position at = session.status().work();
            return at == null ? 0 : at.x();
        }

        @Override
        public void sent(String line) {
            Matcher move = MOVE.matcher(line);
            if (move.matches()) {
                sent.addAndGet(Math.round(1000 * Double.parseDouble(move.group(1))));
            }
        }

        @Override
        public void jog(Position velocity) {
            session.jog(velocity);
        }

        @Override
        public void stopJog() {
            session.stopJog();
            stops.incrementAndGet();
        }

        @Override
        public void step(Position by) {
            throw new AssertionError("a step");
        }

        @Override
        public void act(PadAction action) {
            throw new AssertionError(action.id());
        }

        @Override
        public void refused(Fault fault) {
            throw fault;
        }
    }
}
