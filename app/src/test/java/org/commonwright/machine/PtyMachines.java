package org.commonwright.machine;

import java.io.IOException;
import org.commonwright.machine.pty.PseudoTerminal;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;

/// A process with practice mills at pseudo-terminals, whose names it says, until its standard input ends.
public final class PtyMachines {
    private PtyMachines() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
            PseudoTerminal terminal = PseudoTerminal.open();
            new MachineServer(Machines.machine(Port.Virtual.Kind.GRBL, Tracer.NONE), terminal, 1).start();
            System.out.println(terminal.path());
        }
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whoever started it is still there.
        }
        Runtime.getRuntime().halt(0);
    }
}
