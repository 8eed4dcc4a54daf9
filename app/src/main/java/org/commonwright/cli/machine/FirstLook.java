package org.commonwright.cli.machine;

import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.machine.preflight.Preflight;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;

/// Looks at a program before it runs. Warnings are said; what will go wrong keeps the program from running.
///
/// @param port as a person wrote it
/// @param anyway whether it runs all the same
record FirstLook(CliContext context, String port, boolean anyway) {
    private static final int SHOWN = 12;

    /// @throws Fault `grbl.run-refused`
    List<Problem> look(Program program, MachineInfo info, MachineStatus status) {
        return look(program,
                GcodeReader.read(program.open(), program.size(), program.name(), context.progress()), info, status);
    }

    /// @param file the same program, read
    /// @throws Fault `grbl.run-refused`
    List<Problem> look(Program program, GcodeFile file, MachineInfo info, MachineStatus status) {
        List<Problem> found = Preflight.check(program, file, info, status, context.progress());
        List<Problem> wrong = found.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        if (!wrong.isEmpty() && !anyway) {
            throw new Fault("grbl.run-refused", program.name(), wrong.size(),
                    context.messages().get(wrong.getFirst()), port);
        }
        List<Problem> serious = found.stream().filter(p -> p.severity() != Problem.Severity.NOTE).toList();
        serious.stream().limit(SHOWN).forEach(problem -> context.err().println(context.messages().get(problem)));
        if (serious.size() > SHOWN) {
            context.err().println(context.messages().get("grbl.says-more", serious.size() - SHOWN, port));
        }
        return found;
    }
}
