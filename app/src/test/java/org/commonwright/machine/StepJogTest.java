package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.StepJog;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;

class StepJogTest {
    @Test
    void aStepGoesSoFarAndNoFarther() {
        goes(new Rig(new VirtualGrbl(Tracer.NONE), GrblConversation::new), "grbl");
        goes(new Rig(new VirtualMarlin(VirtualMarlin.Build.USUAL, Tracer.NONE), MarlinConversation::new), "marlin");
    }

    private static void goes(Rig rig, String dialect) {
        rig.connect();
        for (int i = 0; i < 3; i++) {
            StepJog.lines(dialect, new Position(0.1, -1, 0), 10).forEach(line -> rig.talk.command(line, rig.now));
            rig.flush();
            rig.seconds(2);
        }
        assertEquals(0.3, rig.machine.position(rig.now).x(), 1e-6, dialect);
        assertEquals(-3, rig.machine.position(rig.now).y(), 1e-6, dialect);
        rig.talk.command(StepJog.zero(dialect, "X0Y0"), rig.now);
        rig.flush();
        rig.seconds(1);
        StepJog.lines(dialect, new Position(1, 0, 0), 10).forEach(line -> rig.talk.command(line, rig.now));
        rig.flush();
        rig.seconds(2);
        assertEquals(1.3, rig.machine.position(rig.now).x(), 1e-6, dialect);
    }
}
