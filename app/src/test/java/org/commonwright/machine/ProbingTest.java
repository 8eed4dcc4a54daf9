package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.grbl.GrblProbed;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.virtual.Surface;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.junit.jupiter.api.Test;

/// Probing as GRBL's `mc_probe_cycle` does it, on the virtual machine.
class ProbingTest {
    private final Rig rig = new Rig(new VirtualGrbl(Tracer.NONE, (x, _) -> -2 + x / 100), GrblConversation::new);

    private List<String> ask(String line) {
        var question = new Question(line);
        rig.talk.ask(question, rig.now);
        rig.flush();
        rig.until(question::isDone);
        return question.answer();
    }

    @Test
    void theToolStopsWhereTheProbeTouches() {
        rig.connect();
        ask("G90G0X20");
        List<String> said = ask("G38.2Z-5F60");
        assertEquals(List.of("[PRB:20.000,0.000,-1.800:1]"), said);
        GrblProbed probed = GrblProbed.in(said, rig.talk.info()).orElseThrow();
        assertEquals(new Position(20, 0, -1.8), probed.at());
        assertTrue(probed.found());
        assertEquals(-1.8, rig.machine.position(rig.now).z(), 1e-6);
        // It still touches: the report says so, and another probing begins with an alarm.
        rig.seconds(0.5);
        assertTrue(rig.talk.status().pins().contains("P"));
        assertEquals(List.of(), ask("G38.2Z-5F60"));
        rig.seconds(0.5);
        assertTrue(rig.text().contains("ALARM:4"));
        ask("$X");
        // Away from it: where the contact opens.
        assertEquals(1, ask("G38.4Z0F60").size());
        assertTrue(ask("$#").getLast().startsWith("[PRB:20.000,0.000,-1.800:1]"));
    }

    @Test
    void whatIsNotThereIsNotTouched() {
        rig.connect();
        assertEquals(List.of("[PRB:0.000,0.000,0.000:0]"), ask("G38.2Z-1F600"));
        rig.seconds(0.5);
        assertTrue(rig.text().contains("ALARM:5"));
        ask("$X");
        assertEquals(List.of("[PRB:0.000,0.000,-1.500:0]"), ask("G38.3Z-1.5F600"));
        assertEquals(-1.5, rig.machine.position(rig.now).z(), 1e-6);
    }

    @Test
    void aBoardIsUnevenAndTheSameAgain() {
        Surface board = Surface.board(3);
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i <= 100; i++) {
            double z = board.z(i, 60 - i * 0.6);
            assertEquals(z, Surface.board(3).z(i, 60 - i * 0.6));
            low = Math.min(low, z);
            high = Math.max(high, z);
        }
        assertTrue(high - low > 0.05 && low > -1.5 && high < -0.5, low + " to " + high);
    }
}
