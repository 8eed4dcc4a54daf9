package org.commonwright.machine.grbl;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Overrides;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;

/// Reads GRBL's status reports, `<Run|MPos:1.000,2.000,0.000|Bf:14,100|FS:500,8000|Ov:100,100,100>`, and keeps what a
/// report leaves out: the work offset and the overrides come only now and then. (GRBL 1.1 interface, "Real-time status reports".)
final class GrblReport {
    private static final double MM_PER_INCH = 25.4;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{0,12})?");

    /// Pins and accessories; some of GRBL's relatives add numbers.
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9:,]{0,40}");

    private @Nullable Position offset;
    private MachineStatus last = MachineStatus.UNKNOWN;
    private double unit = 1;
    private int line = -1;
    private String place = "";

    /// Whether the machine reports in inches (`$13=1`).
    void inches(boolean inches) {
        unit = inches ? MM_PER_INCH : 1;
    }

    MachineStatus last() {
        return last;
    }

    /// What the last report said of the buffers is not believed.
    MachineStatus withoutBuffers() {
        last = last.withoutBuffers();
        return last;
    }

    /// The state is known from elsewhere: an alarm line, a closed link.
    void state(MachineState state, int code) {
        last = last.with(state, code);
    }

    /// The line number of the move under way (`Ln:`), -1 when not reported.
    int line() {
        return line;
    }

    /// State and place as the machine wrote them, with all its axes: `Run|MPos:1.000,2.000,0.000,90.000`.
    String place() {
        return place;
    }

    /// @return empty when the line is no whole report
    Optional<MachineStatus> read(String text) {
        if (!text.startsWith("<") || !text.endsWith(">")) {
            return Optional.empty();
        }
        String[] fields = text.substring(1, text.length() - 1).split("\\|", -1);
        String[] state = fields[0].split(":", 2);
        Optional<MachineState> known = state(state[0]);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            last = read(fields, known.get(), state.length > 1 ? Integer.parseInt(state[1]) : 0);
            place = fields.length > 1 ? fields[0] + "|" + fields[1] : fields[0];
            return Optional.of(last);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            // A report torn on the wire says nothing; the next one comes in a moment.
            return Optional.empty();
        }
    }

    private MachineStatus read(String[] fields, MachineState state, int code) {
        Position machine = null;
        Position work = null;
        Position newOffset = offset;
        int newLine = -1;
        double feed = 0;
        double spindle = last.spindle();
        Overrides overrides = last.overrides();
        String on = "";
        String pins = "";
        int blocks = -1;
        int bytes = -1;
        for (String field : fields) {
            int colon = field.indexOf(':');
            String value = field.substring(colon + 1);
            switch (colon < 0 ? "" : field.substring(0, colon)) {
                case "MPos" -> machine = position(value);
                case "WPos" -> work = position(value);
                case "WCO" -> newOffset = position(value);
                case "F" -> feed = number(value) * unit;
                case "FS" -> {
                    feed = number(value.split(",")[0]) * unit;
                    spindle = number(value.split(",")[1]);
                }
                case "Bf" -> {
                    blocks = Integer.parseInt(value.split(",")[0]);
                    bytes = Integer.parseInt(value.split(",")[1]);
                }
                case "Ov" -> {
                    String[] parts = value.split(",");
                    overrides = new Overrides(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]));
                }
                case "A" -> on = letters(value);
                case "Pn" -> pins = letters(value);
                case "Ln" -> newLine = Integer.parseInt(value);
                default -> {
                    // The extensions of GRBL's relatives are not shown yet.
                }
            }
        }
        if (overrides != last.overrides()) {
            // What is on comes only together with the overrides; nothing is then left out.
            overrides = new Overrides(overrides.feed(), overrides.rapid(), overrides.spindle(), on);
        }
        offset = newOffset;
        line = newLine;
        if (newOffset != null) {
            work = work == null && machine != null ? machine.minus(newOffset) : work;
            machine = machine == null && work != null ? work.plus(newOffset) : machine;
        }
        return new MachineStatus(state, code, machine, work, feed, spindle, overrides, pins, last.temperatures(),
                blocks, bytes);
    }

    /// @throws NumberFormatException for what is no list of letters
    private static String letters(String text) {
        if (!LETTERS.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private Position position(String text) {
        String[] parts = text.split(",");
        return new Position(number(parts[0]) * unit, number(parts[1]) * unit,
                parts.length > 2 ? number(parts[2]) * unit : 0);
    }

    /// @throws NumberFormatException also for what Java would read as a number and no firmware says
    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    private static Optional<MachineState> state(String word) {
        return Optional.ofNullable(switch (word) {
            case "Idle" -> MachineState.IDLE;
            case "Run" -> MachineState.RUN;
            case "Hold", "Tool" -> MachineState.HOLD;
            case "Jog" -> MachineState.JOG;
            case "Home" -> MachineState.HOMING;
            case "Alarm" -> MachineState.ALARM;
            case "Check" -> MachineState.CHECK;
            case "Door" -> MachineState.DOOR;
            case "Sleep" -> MachineState.SLEEP;
            default -> null;
        });
    }
}
