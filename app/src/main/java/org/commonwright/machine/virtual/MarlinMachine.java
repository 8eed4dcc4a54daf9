package org.commonwright.machine.virtual;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import org.commonwright.gcode.Plane;
import org.commonwright.machine.protocol.Helix;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Words;

/// What Marlin does for each command: moves into the planner, heaters, reports.
final class MarlinMachine {
    static final int PLANNER_BLOCKS = 15;
    private static final long HOMING_NANOS = 3_000_000_000L;
    private static final long LEVELLING_NANOS = 12_000_000_000L;
    /// Marlin's `EXTRUDE_MINTEMP`, in °C.
    private static final int COLD = 170;
    private static final double ALONE_MM = 1e-6;

    private final MotionQueue motion;
    private final Consumer<String> say;
    private final Heater nozzle = new Heater(8);
    private final Heater bed = new Heater(2);
    private final Heater chamber = new Heater(0.5);
    private Position planned = Position.ORIGIN;
    private Position shift = Position.ORIGIN;
    private double extruder;
    private double feed = 25;
    private double percent = 1;
    private boolean relative;
    private boolean relativeExtrusion;
    private boolean inches;
    private boolean waitBroken;
    private boolean coldAllowed;
    private double positionEvery;
    private double temperatureEvery;
    private final MarlinEeprom eeprom = new MarlinEeprom();
    private final MarlinPlanner planner = new MarlinPlanner(eeprom);
    private final MarlinCard card;
    private final MarlinPerson person;
    private final MarlinCapabilities capabilities;

    MarlinMachine(MotionQueue motion, MarlinCapabilities capabilities, Consumer<String> say) {
        this.motion = motion;
        this.say = say;
        motion.rules(planner);
        this.capabilities = capabilities;
        this.card = new MarlinCard(say, capabilities.has("SDCARD"));
        this.person = new MarlinPerson(say, capabilities.has("PROMPT_SUPPORT"));
    }

    MarlinCard card() {
        return card;
    }

    MarlinPerson person() {
        return person;
    }

    /// One command's words.
    private static final class Command {
        private final String text;
        private char kind = ' ';
        private double code;
        private final double[] values = new double[26];

        Command(String text) {
            this.text = text;
            Arrays.fill(values, Double.NaN);
            var words = new Words(text.replace(" ", ""));
            while (words.next()) {
                if (kind == ' ') {
                    kind = words.letter();
                    code = words.value();
                } else {
                    values[words.letter() - 'A'] = words.value();
                }
            }
        }

        boolean has(char letter) {
            return !Double.isNaN(values[letter - 'A']);
        }

        double value(char letter, double otherwise) {
            return has(letter) ? values[letter - 'A'] : otherwise;
        }
    }

    Deque<Step> steps(String text, long now) {
        Deque<Step> steps = new ArrayDeque<>();
        nozzle.temperature(now);
        if (text.startsWith("M118")) {
            say.accept(text.substring(4).strip());
            return steps;
        }
        var c = new Command(text.startsWith("M117") ? "M117" : text);
        boolean known = c.kind == 'G'
                ? general(c, steps)
                : c.kind == 'M' ? miscellaneous(c, steps, now) : c.kind == 'T';
        if (!known) {
            say.accept("echo:Unknown command: \"" + text + "\"");
        }
        return steps;
    }

    private boolean general(Command c, Deque<Step> steps) {
        double unit = inches ? 25.4 : 1;
        switch ((int) Math.round(c.code * 10)) {
            case 0, 10 -> move(c, unit, steps);
            case 20, 30 -> arc(c, unit, steps);
            case 40 -> {
                steps.add(_ -> motion.isEmpty());
                steps.add(new Wait((long) (c.value('S', c.value('P', 0) / 1000) * 1e9)));
            }
            case 200, 210 -> inches = c.code == 20;
            case 280 -> home(c, steps);
            case 290 -> level(steps);
            case 900, 910 -> {
                relative = c.code == 91;
                relativeExtrusion = relative;
            }
            case 920 -> {
                Position named = new Position(c.value('X', place().x()), c.value('Y', place().y()),
                        c.value('Z', place().z()));
                shift = planned.minus(named);
                extruder = c.value('E', extruder);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Where the tool will be, in the program's coordinates.
    private Position place() {
        return planned.minus(shift);
    }

    private Position target(Command c, double unit) {
        Position zero = relative ? planned : shift;
        return new Position(c.has('X') ? zero.x() + unit * c.value('X', 0) : planned.x(),
                c.has('Y') ? zero.y() + unit * c.value('Y', 0) : planned.y(),
                c.has('Z') ? zero.z() + unit * c.value('Z', 0) : planned.z());
    }

    private double extrude(Command c, double unit) {
        double before = extruder;
        extruder = !c.has('E') ? extruder : (relativeExtrusion ? extruder : 0) + unit * c.value('E', 0);
        return extruder - before;
    }

    private void move(Command c, double unit, Deque<Step> steps) {
        feed = c.has('F') ? c.value('F', 0) * unit / 60 : feed;
        Position to = target(c, unit);
        travel(to, warm(extrude(c, unit)), steps);
    }

    /// `M302 P1` lets cold filament be pushed; without a word it says what holds.
    private void cold(Command c) {
        if (c.has('P')) {
            coldAllowed = c.value('P', 0) > 0;
        } else {
            say.accept("echo:Cold extrudes are " + (coldAllowed ? "en" : "dis") + "abled (min temp " + COLD + "C)");
        }
    }

    /// Cold filament is not pushed; the rest of the move is done.
    private double warm(double filament) {
        if (filament != 0 && !coldAllowed && nozzle.lastTemperature() < COLD) {
            say.accept("echo: cold extrusion prevented");
            return 0;
        }
        return filament;
    }

    /// The probe goes up and down for a while, and what it found is said.
    private void level(Deque<Step> steps) {
        steps.add(_ -> motion.isEmpty());
        steps.add(new Wait(LEVELLING_NANOS));
        steps.add(_ -> {
            say.accept("Bilinear Leveling Grid:");
            say.accept("      0      1      2");
            for (int row = 0; row < 3; row++) {
                say.accept(
                        String.format(Locale.ROOT, " %d %+.3f %+.3f %+.3f", row, row * 0.02, row * 0.01, -row * 0.02));
            }
            return true;
        });
    }

    private void arc(Command c, double unit, Deque<Step> steps) {
        feed = c.has('F') ? c.value('F', 0) * unit / 60 : feed;
        Position to = target(c, unit);
        double filament = warm(extrude(c, unit));
        var centre = new Position(c.value('I', 0), c.value('J', 0), 0).times(unit);
        var chords = Chords.ends(Helix.byCentre(planned, to, Plane.XY, c.code == 2, centre), Chords::byLength);
        for (Position end : chords) {
            travel(end, filament / chords.size(), steps);
        }
    }

    private void travel(Position to, double filament, Deque<Step> steps) {
        Position from = planned;
        planned = to;
        double way = to.minus(from).length();
        double length = way < ALONE_MM ? Math.abs(filament) : way;
        if (length < ALONE_MM) {
            return;
        }
        double speed = Math.max(0.05, planner.speed(to.minus(from), filament, length, feed * percent));
        steps.add(now -> {
            if (motion.size() >= PLANNER_BLOCKS) {
                return false;
            }
            motion.add(new Block(from, to, length, speed, filament, 0), now);
            return true;
        });
    }

    private void home(Command c, Deque<Step> steps) {
        boolean all = !c.has('X') && !c.has('Y') && !c.has('Z');
        steps.add(_ -> motion.isEmpty());
        steps.add(new Wait(HOMING_NANOS));
        steps.add(_ -> {
            planned = new Position(all || c.has('X') ? 0 : planned.x(), all || c.has('Y') ? 0 : planned.y(),
                    all || c.has('Z') ? 0 : planned.z());
            shift = Position.ORIGIN;
            motion.position(planned);
            return true;
        });
    }

    private boolean miscellaneous(Command c, Deque<Step> steps, long now) {
        switch ((int) c.code) {
            case 82, 83 -> relativeExtrusion = c.code == 83;
            case 141 -> chamber.target(c.value('S', 0), now);
            case 302 -> cold(c);
            case 104 -> nozzle.target(c.value('S', 0), now);
            case 140 -> bed.target(c.value('S', 0), now);
            case 109 -> heat(nozzle, c, steps, now);
            case 190 -> heat(bed, c, steps, now);
            case 105 -> say.accept("ok " + temperatures(now));
            case 114 -> say.accept(c.text.contains("R") && capabilities.has("M114_REALTIME") ? real(now) : projected());
            case 115 -> capabilities.tell(say);
            case 154 -> positionEvery = c.value('S', 0);
            case 155 -> temperatureEvery = c.value('S', 0);
            case 220 -> override(c);
            case 400 -> steps.add(_ -> motion.isEmpty());
            case 410 -> quickStop(now);
            case 17, 18, 84, 85, 106, 107, 108, 110, 112, 117, 73, 221, 290, 300, 876, 900, 999 -> {
                // Nothing that shows in this machine.
            }
            default -> {
                return person.execute((int) c.code, steps, motion::isEmpty) || card.execute((int) c.code, c.text)
                        || eeprom.execute((int) c.code, c.text, say);
            }
        }
        return true;
    }

    private void heat(Heater heater, Command c, Deque<Step> steps, long now) {
        heater.target(c.value('S', c.value('R', 0)), now);
        waitBroken = false;
        steps.add(new HeatUp(heater));
    }

    /// Waits for a heater.
    final class HeatUp implements Step {
        private final Heater heater;
        private long until = Long.MAX_VALUE;

        HeatUp(Heater heater) {
            this.heater = heater;
        }

        long until() {
            return until;
        }

        @Override
        public boolean tryAt(long now) {
            until = heater.reachedAt(now);
            return heater.isReached(now) || waitBroken;
        }
    }

    /// Ends a wait for heat or for a person.
    void breakWait() {
        waitBroken = true;
        person.goOn();
    }

    void quickStop(long now) {
        motion.clear(now);
        planned = motion.position(now);
    }

    /// Ends a print from the card: motion, heaters.
    void abortCard(long now) {
        if (card.isPrinting()) {
            card.abort();
            quickStop(now);
            coolDown(now);
        }
    }

    void standAt(Position position) {
        planned = position;
        shift = Position.ORIGIN;
    }

    void coolDown(long now) {
        nozzle.target(0, now);
        bed.target(0, now);
        chamber.target(0, now);
    }

    double positionEvery() {
        return positionEvery;
    }

    double temperatureEvery() {
        return temperatureEvery;
    }

    String temperatures(long now) {
        return String.format(Locale.ROOT, "T:%.2f /%.2f B:%.2f /%.2f C:%.2f /%.2f @:%d B@:%d C@:%d",
                nozzle.temperature(now), nozzle.target(), bed.temperature(now), bed.target(), chamber.temperature(now),
                chamber.target(), nozzle.power(now), bed.power(now), chamber.power(now));
    }

    /// `M220`: the feed rate's percentage; without a word it says what it is.
    private void override(Command c) {
        if (c.has('S')) {
            percent = c.value('S', 100) / 100;
        } else {
            say.accept(String.format(Locale.ROOT, "FR:%.0f%%", percent * 100));
        }
    }

    /// What `M154` says: Marlin's `AUTO_REPORT_REAL_POSITION` decides of which place.
    String reported(long now) {
        return capabilities.has("AUTO_REPORT_REAL_POSITION") ? real(now) : projected();
    }

    /// Where the motors are (`report_real_position`).
    private String real(long now) {
        Position real = motion.position(now);
        return positions(real.minus(shift), real);
    }

    /// Where the planner's last line leads, the steps behind `Count` too (`report_current_position_projected`).
    private String projected() {
        return positions(place(), planned);
    }

    private String positions(Position named, Position counted) {
        return String.format(Locale.ROOT, "X:%.2f Y:%.2f Z:%.2f E:%.2f Count X:%.0f Y:%.0f Z:%.0f", named.x(),
                named.y(), named.z(), extruder, counted.x() * 80, counted.y() * 80, counted.z() * 400);
    }
}
