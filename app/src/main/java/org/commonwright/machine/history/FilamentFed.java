package org.commonwright.machine.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.Interpreter;
import org.commonwright.gcode.Motion;
import org.commonwright.gcode.MotionSink;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// How much filament a printer's program feeds from its first line to its last: what it asks for, retractions taken off.
public final class FilamentFed {
    private FilamentFed() {}

    /// @return empty when it feeds none, or when its lines do not say how much of what: another tool, volumes instead of
    ///         lengths (`M200`), another flow (`M221`)
    public static Optional<Quantity> of(Program program) {
        BigDecimal fed = BigDecimal.valueOf(upTo(program, program.lines())).setScale(1, RoundingMode.HALF_EVEN);
        return fed.signum() > 0 ? Optional.of(new Quantity(fed, Unit.MILLIMETRE)) : Optional.empty();
    }

    /// The same up to a line.
    ///
    /// @return mm; 0 where [#of] is empty
    static double upTo(Program program, int last) {
        var sum = new double[1];
        var interpreter = new Interpreter(Dialect.MARLIN, new MotionSink() {
            @Override
            public void move(Motion motion) {
                sum[0] += motion.filament();
            }

            @Override
            public void rest(int line, double seconds) {}

            @Override
            public void problem(int line, boolean error, String code, Object... arguments) {}
        });
        for (int n = 1; n <= last; n++) {
            String line = program.line(n);
            if (line.strip().toUpperCase(Locale.ROOT).matches("(T0*[1-9]|M200|M221)\\b.*")) {
                return 0;
            }
            byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
            interpreter.run(bytes, 0, bytes.length, n);
        }
        return sum[0];
    }
}
