package org.commonwright.machine.virtual;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// Runs a program on a virtual machine in the machine's own time, as fast as it can be worked out, and reads its clock: the
/// sender is never late, so what is measured is the machine alone.
///
/// @param seconds what the moves and dwells took
/// @param apart   what homing, heating, tool changes and waits for a person took, which no program can foresee
/// @param refused lines that the machine answered with an error
public record TimedRun(double seconds, double apart, int refused) {
    /// Bytes of a window that every GRBL's receive buffer holds.
    private static final int WINDOW = 120;
    private static final double SECOND = 1e9;
    /// `$H`, Marlin's `G28` and `G29`, heating and waiting, tool changes, pauses.
    private static final Pattern APART = Pattern
            .compile("\\$H|(?:.*[^0-9.A-Z])?(?:G0*28|G0*29|M109|M190|M191|M0*6|M0*0|M0*1|M25|M226|M600)(?:[^0-9.].*)?");

    /// @param marlin whether it speaks as Marlin does; else as GRBL
    public static TimedRun of(VirtualMachine machine, Program program, boolean marlin, Progress progress) {
        var clock = new Clock(machine, marlin ? 0 : WINDOW);
        machine.powerOn(0);
        machine.said();
        if (marlin) {
            // The time of a program that heats elsewhere, too.
            clock.send("M302 P1", true);
        }
        for (int n = 1; n <= program.lines(); n++) {
            String line = bare(program.line(n), marlin);
            if (!line.isEmpty()) {
                boolean known = !APART.matcher(line).matches() || !marlin && line.contains("G28");
                clock.send(line, !known);
            }
            if (n % 4096 == 0) {
                progress.check();
                progress.update((double) n / program.lines());
            }
        }
        clock.finish();
        return new TimedRun((clock.now - clock.apart) / SECOND, clock.apart / SECOND, clock.refused);
    }

    private static String bare(String line, boolean marlin) {
        String text = line.replaceAll("\\([^)]*\\)", "");
        int comment = text.indexOf(';');
        text = comment < 0 ? text : text.substring(0, comment);
        text = text.replaceAll("[^\\x20-\\x7e]", "").strip().toUpperCase(Locale.ROOT);
        boolean tape = text.startsWith("%");
        return tape || marlin && text.startsWith("$") ? "" : marlin ? text : text.replace(" ", "");
    }

    /// Time passes from one event of the machine to the next.
    private static final class Clock {
        private final VirtualMachine machine;
        private final int window;
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private long now;
        private long apart;
        private int inFlight;
        private int refused;

        Clock(VirtualMachine machine, int window) {
            this.machine = machine;
            this.window = window;
        }

        void send(String line, boolean alone) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
            if (alone) {
                finish();
            }
            long begun = now;
            while (!waiting.isEmpty() && inFlight + bytes.length > window) {
                pass();
            }
            waiting.add(bytes.length);
            inFlight += bytes.length;
            machine.receive(bytes, 0, bytes.length, now);
            listen();
            if (alone) {
                finish();
                apart += now - begun;
            }
        }

        /// Until everything is answered and the machine stands.
        void finish() {
            while (!waiting.isEmpty() || machine.nextEvent() != Long.MAX_VALUE) {
                if (!pass()) {
                    return;
                }
            }
        }

        /// @return whether anything was going to happen; a person is waited for when not
        private boolean pass() {
            long next = machine.nextEvent();
            if (next == Long.MAX_VALUE) {
                byte[] on = "~M108\n".getBytes(StandardCharsets.ISO_8859_1);
                machine.receive(on, window > 0 ? 0 : 1, window > 0 ? 1 : on.length - 1, now);
            } else {
                now = Math.max(now, next);
                machine.advance(now);
            }
            int before = waiting.size();
            listen();
            if (next == Long.MAX_VALUE && before == waiting.size() && machine.nextEvent() == Long.MAX_VALUE) {
                waiting.clear();
                inFlight = 0;
                return false;
            }
            return true;
        }

        private void listen() {
            byte[] said = machine.said();
            if (said.length == 0) {
                return;
            }
            for (String line : new String(said, StandardCharsets.ISO_8859_1).split("[\r\n]+")) {
                boolean error = line.startsWith("error") || line.startsWith("Error");
                refused += error || line.contains("Unknown command") ? 1 : 0;
                if ((line.startsWith("ok") || error) && !waiting.isEmpty()) {
                    inFlight -= waiting.remove();
                }
            }
        }
    }
}
