package org.commonwright.machine.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Position;
import org.junit.jupiter.api.Test;

/// What a page hears of a pad, look by look, every 15 ms.
class PadJogTest {
    private static final PadJog.Page HERE = new PadJog.Page(true, true, 20, 0.5);
    private static final PadJog.Page AWAY = new PadJog.Page(false, true, 20, 0.5);
    private static final PadJog.Page BUSY = new PadJog.Page(true, false, 20, 0.5);

    private final List<String> done = new ArrayList<>();
    private boolean refuses;
    private long now;
    private Set<PadButton> before = Set.of();
    private final PadJog jog = new PadJog(new PadJog.Hands() {
        @Override
        public void jog(Position velocity) {
            if (refuses) {
                throw new Fault("machine.still-busy");
            }
            done.add("jog " + velocity.x() + " " + velocity.y() + " " + velocity.z());
        }

        @Override
        public void stopJog() {
            done.add("stop");
        }

        @Override
        public void step(Position by) {
            done.add("step " + by.x() + " " + by.y());
        }

        @Override
        public void act(PadAction action) {
            done.add(action.id());
        }

        @Override
        public void refused(Fault fault) {
            done.add(fault.code());
        }
    });

    private List<String> look(PadJog.Page page, double x, PadButton... down) {
        now += 15_000_000L;
        Set<PadButton> held = Set.of(down);
        Set<PadButton> pressed = new java.util.HashSet<>(held);
        pressed.removeAll(before);
        before = held;
        var pad = new Pad(1, "pad", true, new PadInput(x, 0, 0, 0, held));
        jog.look(new PadLook(List.of(pad), pressed, now), PadMap.USUAL, page, now);
        return take();
    }

    private List<String> take() {
        List<String> all = List.copyOf(done);
        done.clear();
        return all;
    }

    @Test
    void aStickMovesOnlyWhileTheButtonIsHeldAndIsFedTwentyTimesASecond() {
        assertEquals(List.of(), look(HERE, 1));
        assertEquals(List.of("jog 20.0 0.0 0.0"), look(HERE, 1, PadButton.LEFT_SHOULDER));
        int fed = 0;
        for (int i = 0; i < 200; i++) {
            fed += look(HERE, 1, PadButton.LEFT_SHOULDER).size();
        }
        assertTrue(fed >= 30 && fed <= 60, "in three seconds " + fed);
        assertEquals(List.of("stop"), look(HERE, 1));
        assertEquals(List.of(), look(HERE, 1));
        look(HERE, 1, PadButton.LEFT_SHOULDER);
        assertEquals(List.of("stop"), look(HERE, 0.1, PadButton.LEFT_SHOULDER), "the stick is let go");
        assertEquals(List.of(), look(HERE, 0.1, PadButton.LEFT_SHOULDER));
    }

    @Test
    void aPageThatGoesOutOfSightStopsAndWantsTheButtonPressedAnew() {
        look(HERE, 0);
        look(HERE, 1, PadButton.LEFT_SHOULDER);
        assertEquals(List.of("stop"), look(AWAY, 1, PadButton.LEFT_SHOULDER));
        assertEquals(List.of(), look(AWAY, 1, PadButton.LEFT_SHOULDER, PadButton.START));
        assertEquals(List.of(), look(HERE, 1, PadButton.LEFT_SHOULDER));
        look(HERE, 1);
        assertEquals(1, look(HERE, 1, PadButton.LEFT_SHOULDER).size());
    }

    @Test
    void aButtonThatIsHeldWhenThePadComesCountsForNothing() {
        assertEquals(List.of(), look(HERE, 1, PadButton.LEFT_SHOULDER));
        look(HERE, 0);
        assertEquals(1, look(HERE, 1, PadButton.LEFT_SHOULDER).size());
        now += 15_000_000L;
        jog.look(PadLook.nothing(now), PadMap.USUAL, HERE, now);
        assertEquals(List.of("stop"), take(), "the pad is gone");
    }

    @Test
    void aRunningProgramIsNotJoggedButHeld() {
        look(BUSY, 0);
        assertEquals(List.of(), look(BUSY, 1, PadButton.LEFT_SHOULDER));
        assertEquals(List.of("hold"), look(BUSY, 1, PadButton.LEFT_SHOULDER, PadButton.WEST));
        assertEquals(List.of(), look(BUSY, 0, PadButton.UP, PadButton.LEFT_SHOULDER));
    }

    @Test
    void whatMovesOrSetsWantsTheButtonAndStepsGoOneAfterTheOther() {
        assertEquals(List.of(), look(HERE, 0, PadButton.RIGHT));
        assertEquals(List.of(), look(HERE, 0, PadButton.BACK));
        assertEquals(List.of(), look(HERE, 0, PadButton.NORTH));
        assertEquals(List.of("hold"), look(HERE, 0, PadButton.WEST));
        assertEquals(List.of("home"), look(HERE, 0, PadButton.START), "it asks");
        look(HERE, 0);
        look(HERE, 0, PadButton.LEFT_SHOULDER);
        assertEquals(List.of("step 0.5 0.0"), look(HERE, 0, PadButton.LEFT_SHOULDER, PadButton.RIGHT));
        look(HERE, 0, PadButton.LEFT_SHOULDER);
        assertEquals(List.of(), look(HERE, 0, PadButton.LEFT_SHOULDER, PadButton.RIGHT), "the first still goes");
        now += 200_000_000L;
        look(HERE, 0, PadButton.LEFT_SHOULDER);
        assertEquals(List.of("step 0.0 -0.5"), look(HERE, 0, PadButton.LEFT_SHOULDER, PadButton.DOWN));
        assertEquals(List.of("zero-xy"), look(HERE, 0, PadButton.LEFT_SHOULDER, PadButton.BACK));
    }

    @Test
    void aMachineThatRefusesIsAskedOnce() {
        refuses = true;
        look(HERE, 0);
        assertEquals(List.of("stop", "machine.still-busy"), look(HERE, 1, PadButton.LEFT_SHOULDER));
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of(), look(HERE, 1, PadButton.LEFT_SHOULDER));
        }
    }

    @Test
    void aPressThatNobodyHeardForLongIsForgotten() {
        var early = new PadLook(List.of(), Set.of(PadButton.START), 0);
        assertEquals(Set.of(PadButton.START), new PadLook(List.of(), Set.of(), 15_000_000L).after(early).pressed());
        assertEquals(Set.of(), new PadLook(List.of(), Set.of(), 400_000_000L).after(early).pressed());
    }
}
