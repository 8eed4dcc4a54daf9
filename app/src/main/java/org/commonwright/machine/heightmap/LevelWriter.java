package org.commonwright.machine.heightmap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.gcode.ModalState;

/// Writes a levelled program, and knows which modes the lines written so far leave a machine in: before a line of the
/// original is written as it is, the modes that it counts on are put in front of it.
final class LevelWriter {
    private static final int MOST_BYTES = 1 << 28;
    private static final int UNKNOWN = -1;
    private static final double MM_PER_INCH = 25.4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean relative;
    private int motion = UNKNOWN;
    private String end = "\n";

    byte[] bytes() {
        return out.toByteArray();
    }

    /// How lines of the original end.
    void lineEnd(String lineEnd) {
        end = lineEnd;
    }

    /// Writes a line of the original, byte for byte.
    ///
    /// @param state after the line
    /// @param moves whether it has axes that count on the modes
    /// @param saysDistance it has `G90` or `G91` itself
    /// @param saysMotion it has its motion word itself
    void copy(byte[] bytes, int from, int to, ModalState state, boolean moves, boolean saysDistance,
            boolean saysMotion) {
        if (moves && !saysDistance && relative != state.relative()) {
            text(state.relative() ? "G91" : "G90");
        }
        if (moves && !saysMotion && motion != UNKNOWN && motion != state.motion()) {
            text("G" + state.motion());
        }
        relative = moves || saysDistance ? state.relative() : relative;
        motion = moves || saysMotion ? state.motion() : motion;
        room(to - from);
        out.write(bytes, from, to - from);
    }

    /// Writes a line of its own.
    void line(String line) {
        text(line);
        text(end);
    }

    /// Writes a straight move to a place in work coordinates, in millimetres.
    ///
    /// @param more further words and remarks
    void move(boolean rapid, double x, double y, double z, boolean inches, String more) {
        String distance = relative ? "G90" : "";
        relative = false;
        motion = rapid ? 0 : 1;
        line(distance + "G" + motion + "X" + number(x, inches) + "Y" + number(y, inches) + "Z" + number(z, inches)
                + more);
    }

    /// As [#move] for a tool that only goes up or down: where it stands across need not be known.
    void plunge(boolean rapid, double z, boolean inches, String more) {
        String distance = relative ? "G90" : "";
        relative = false;
        motion = rapid ? 0 : 1;
        line(distance + "G" + motion + "Z" + number(z, inches) + more);
    }

    /// A number as short as it is exact: to a tenth of a micrometre.
    static String number(double mm, boolean inches) {
        String text = inches
                ? String.format(Locale.ROOT, "%.6f", mm / MM_PER_INCH)
                : String.format(Locale.ROOT, "%.4f", mm);
        String shorter = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return shorter.equals("-0") ? "0" : shorter;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        room(bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    private void room(int more) {
        if (out.size() + (long) more > MOST_BYTES) {
            throw new Fault("heightmap.too-long", MOST_BYTES >> 20);
        }
    }
}
