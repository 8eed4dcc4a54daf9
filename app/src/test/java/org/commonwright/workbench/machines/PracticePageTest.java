package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.workbench.machines.practice.PracticeViewModel;
import org.junit.jupiter.api.Test;

class PracticePageTest {
    @Test
    void whatIsChosenIsAPortThatTheCommandLineTakesToo() {
        var model = new PracticeViewModel();
        var port = model.port();
        assertEquals("virtual:grbl", port.getValue());
        model.kind().set(PracticeViewModel.Kind.MARLIN);
        model.pace().set(PracticeViewModel.Pace.FAST);
        model.chosen().add(FaultPlan.Kind.UNPLUG);
        model.chosen().add(FaultPlan.Kind.LOST_OK);
        model.at(FaultPlan.Kind.UNPLUG).set(90);
        assertEquals("virtual:marlin?speed=20&fault=lost_ok@40&fault=unplug@90", port.getValue());
    }
}
