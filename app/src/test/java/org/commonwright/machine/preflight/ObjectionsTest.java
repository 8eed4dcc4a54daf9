package org.commonwright.machine.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class ObjectionsTest {
    @Test
    void eachBadLineCountsAlsoThoseThatAreNotListed() {
        Program program = Program.of("bad.nc", "G21 G90\nG1 X1 F100\n" + "G777\n".repeat(33));
        var findings = GcodeReader.read(program.open(), program.size(), program.name(), Progress.NONE).problems();
        assertEquals(21, findings.size(), findings::toString);
        var against = Objections.of(findings);
        assertEquals(33, against.count());
        assertEquals(Problem.Severity.ERROR, against.worst().orElseThrow().severity());
    }

    @Test
    void whatIsOnlyToBeKnownSpeaksAgainstNothing() {
        var note = Problem.note(Place.file("a.nc"), "machine.preflight-inches");
        assertEquals(0, Objections.of(List.of(note)).count());
        assertTrue(Objections.of(List.of(note)).worst().isEmpty());
    }
}
