package org.commonwright.machine.marlin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.OtherProtocol;

/// What Marlin finds wrong in a run, each with its line.
final class MarlinErrors {
    private static final int MOST = 1000;
    private static final int MOST_SURPLUS = 100;
    /// The three errors of a line that arrived damaged or out of order; a `Resend:` follows each.
    private static final Pattern LINE = Pattern.compile("(?i)checksum|line number|last line");

    private static final String UNKNOWN = "echo:Unknown command:";

    private final String program;
    private final List<Problem> found = new ArrayList<>();
    private boolean cold;
    private int surplus;

    MarlinErrors(String program) {
        this.program = program;
    }

    List<Problem> list() {
        return List.copyOf(found);
    }

    /// Whether the error is about how a line arrived, so that it will be asked for again.
    static boolean isOfTheLine(String line) {
        return LINE.matcher(line).find();
    }

    /// An `ok` that nothing waited for. A few are late or doubled, and the numbers keep the part right; what says it without end
    /// is no Marlin at work.
    ///
    /// @param executed the last line that is certainly done
    Optional<Problem> surplus(int executed) {
        surplus++;
        return surplus > MOST_SURPLUS
                ? Optional.of(Problem.error(null, "machine.answers-surplus", surplus, executed))
                : Optional.empty();
    }

    /// One that was waited for: an answer that is always doubled comes to nothing.
    void expected() {
        surplus = Math.max(0, surplus - 1);
    }

    /// What a line says that Marlin never says.
    static Optional<Problem> other(String line) {
        return OtherProtocol.isOfGrbl(line)
                ? Optional.of(Problem.error(null, "machine.other-protocol", line, "GRBL", "Marlin"))
                : Optional.empty();
    }

    /// A line may say that something was left out; the machine goes on.
    void remark(String line, int source) {
        if (line.startsWith(UNKNOWN)) {
            add(Problem.warning(Place.line(program, source), "machine.marlin-unknown",
                    line.substring(UNKNOWN.length()).strip()));
        } else if (line.contains("cold extrusion prevented") && !cold) {
            // Once is enough to say.
            cold = true;
            add(Problem.warning(Place.line(program, source), "printer.cold-in-run"));
        }
    }

    Problem error(String line, int source) {
        Problem problem = Problem.error(Place.line(program, source), "machine.marlin-error",
                line.replaceFirst("^(?i)(error:|fatal:)", "").strip());
        add(problem);
        return problem;
    }

    private void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }
}
