package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.commonwright.task.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanQueueTest {
    /// Runs a program through the queue as a machine does, and checks that nothing jumps on the way.
    private static double seconds(String program, Dialect dialect) {
        var queue = new PlanQueue(MotionLimits.of(dialect));
        double[] total = new double[1];
        double[] speed = new double[1];
        Runnable runOne = () -> {
            Trapezoid move = queue.take();
            assertEquals(speed[0], move.entry(), 1e-6, "the speed jumps");
            speed[0] = move.exit();
            total[0] += move.seconds();
        };
        var interpreter = new Interpreter(dialect, new MotionSink() {
            @Override
            public void move(Motion motion) {
                while (queue.isFull()) {
                    runOne.run();
                }
                queue.add(motion);
            }

            @Override
            public void rest(int line, double s) {
                while (!queue.isEmpty()) {
                    runOne.run();
                }
                queue.rest();
                total[0] += s;
            }

            @Override
            public void problem(int line, boolean error, String code, Object... arguments) {
                throw new AssertionError(code + " in line " + line);
            }
        });
        int number = 0;
        for (String line : program.split("\n")) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            interpreter.run(bytes, 0, bytes.length, ++number);
        }
        while (!queue.isEmpty()) {
            runOne.run();
        }
        return total[0];
    }

    private static String wander(long seed, boolean printer) {
        var random = new Random(seed);
        var text = new StringBuilder(printer ? "M83\nG90\n" : "G21 G90 G17\n");
        text.append("G1 X0 Y0 F").append(300 + random.nextInt(5000)).append('\n');
        double scale = Math.pow(10, random.nextDouble() * 3 - 1);
        for (int i = 0; i < 400; i++) {
            switch (random.nextInt(12)) {
                case 0 -> text.append("G0 Z").append(random.nextInt(3));
                case 1 -> text.append(printer ? "G1 E-0.8" : "G4 P0.5");
                case 2 -> text.append("G1 F").append(100 + random.nextInt(6000));
                // A full circle names its own end.
                case 3 -> text.append("G91\n").append(random.nextBoolean() ? "G2" : "G3").append(" X0 Y0 I")
                        .append(one(random, scale)).append(" J").append(one(random, scale))
                        .append(printer ? "\nG90\nM83" : "\nG90");
                default -> text.append("G1 X").append(one(random, scale)).append(" Y").append(one(random, scale))
                        .append(printer ? " E0.05" : "");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static double one(Random random, double scale) {
        return Math.rint((random.nextDouble() + 0.01) * scale * 1000) / 1000;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theEstimateOfAProgramIsTheTimeOfItsMoves(long seed) {
        boolean printer = seed % 2 == 0;
        Dialect dialect = printer ? Dialect.MARLIN : Dialect.GRBL;
        String program = wander(seed, printer);
        GcodeFile file = GcodeReader.read(program.getBytes(StandardCharsets.UTF_8), "wander", dialect, Progress.NONE);
        double estimate = TimeEstimator.estimate(file.toolpath(), MotionLimits.of(dialect)).seconds();
        double run = seconds(program, dialect);
        // The queue settles a move with one block less in sight than the estimate grants it.
        assertEquals(run, estimate, 0.02 * run, "seed " + seed);
    }
}
