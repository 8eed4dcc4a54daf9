package org.commonwright.machine.mill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.Progress;

/// Reads and sets the coordinates of a mill that speaks GRBL's language. Each call asks the machine and waits for its answer.
///
/// Every method throws a Fault when the machine is busy, refuses or does not answer, and `grbl.only` when it is no GRBL.
public final class WorkCoordinates {
    private static final double MM_PER_INCH = 25.4;
    /// `$#` stops at the first place that was never written; there are not more than so many.
    private static final int PLACES = 12;
    private static final int DIGITS = 3;
    private static final int DIGITS_INCH = 5;

    private final Session session;

    public WorkCoordinates(Session session) {
        this.session = session;
    }

    public WorkSystems read(Progress progress) throws InterruptedException {
        return read(modes(progress), progress);
    }

    private WorkSystems read(ParserState modes, Progress progress) throws InterruptedException {
        double unit = session.info().setting("$13", 0) == 0 ? 1 : MM_PER_INCH;
        int blank = 0;
        List<String> lines = session.ask("$#", progress);
        while (lines.contains("error:7") && blank < PLACES) {
            blank++;
            lines = session.ask("$#", progress);
        }
        WorkSystems systems = WorkSystems.of(lines, modes.system(), unit, blank);
        if (systems.systems().isEmpty()) {
            throw new Fault("grbl.no-coordinates");
        }
        return systems;
    }

    /// The parser's modes.
    public ParserState modes(Progress progress) throws InterruptedException {
        if (!session.info().dialect().equals("grbl")) {
            throw new Fault("grbl.only", session.info().firmware());
        }
        return ParserState.of(session.ask("$G", progress));
    }

    /// Makes a system the active one.
    ///
    /// @param system such as `G55`
    /// @throws Fault also `grbl.no-system` when there is none of that name
    public void select(String system, Progress progress) throws InterruptedException {
        if (!system.matches("G5[4-9](\\.[1-3])?")) {
            throw new Fault("grbl.no-system", system);
        }
        session.ask(system, progress);
    }

    /// Calls the place where the tool stands these coordinates of the active system. The machine keeps that when it is
    /// switched off.
    ///
    /// @param here mm
    public void set(Map<Axis, Double> here, Progress progress) throws InterruptedException {
        ask("G10L20P0", here, progress);
    }

    /// Puts the active system's zero at a place of the machine.
    ///
    /// @param zero mm, in the machine's coordinates, without the shift and the tool length
    void put(Map<Axis, Double> zero, Progress progress) throws InterruptedException {
        ask("G10L2P0", zero, progress);
    }

    /// `G92`: the same for all systems, until the next reset.
    public void shift(Map<Axis, Double> here, Progress progress) throws InterruptedException {
        ask("G92", here, progress);
    }

    public void clearShift(Progress progress) throws InterruptedException {
        session.ask("G92.1", progress);
    }

    /// `G43.1`: the tool is this much longer than the one that the zero was set with, mm; until the next reset.
    public void toolLength(double length, Progress progress) throws InterruptedException {
        ask("G43.1", Map.of(Axis.Z, length), progress);
    }

    public void clearToolLength(Progress progress) throws InterruptedException {
        session.ask("G49", progress);
    }

    /// Keeps the place where the tool stands as `G28` or `G30`.
    public void keepPlace(String place, Progress progress) throws InterruptedException {
        session.ask(place + ".1", progress);
    }

    /// Moves to the zero of the active system, by a jog: the modes stay as they are, and stopping a jog stops it. Returns when
    /// it has begun.
    public void goToZero(List<Axis> axes, Progress progress) throws InterruptedException {
        Map<Axis, Double> zero = new TreeMap<>();
        axes.forEach(axis -> zero.put(axis, 0.0));
        session.ask("$J=G90G21" + words(zero, 1, DIGITS) + feed(axes), progress);
    }

    /// Moves to a place that is kept, by a jog.
    public void goToPlace(Position place, List<Axis> axes, Progress progress) throws InterruptedException {
        Map<Axis, Double> there = new TreeMap<>();
        axes.forEach(axis -> there.put(axis, axis.of(place)));
        session.ask("$J=G53G90G21" + words(there, 1, DIGITS) + feed(axes), progress);
    }

    /// Jogs so far from here, mm.
    void move(Axis axis, double by, Progress progress) throws InterruptedException {
        session.ask("$J=G91G21" + words(Map.of(axis, by), 1, DIGITS) + feed(List.of(axis)), progress);
    }

    /// The fastest that the axes go, mm/min; firmwares that do not say it are taken to be slow.
    private String feed(List<Axis> axes) {
        double most = axes.stream().mapToDouble(axis -> session.info().setting("$" + (110 + axis.ordinal()), 500))
                .max().orElse(500);
        return "F" + Math.max(1, Math.round(most));
    }

    private void ask(String command, Map<Axis, Double> values, Progress progress) throws InterruptedException {
        boolean inches = modes(progress).isInches();
        session.ask(command + words(values, inches ? MM_PER_INCH : 1, inches ? DIGITS_INCH : DIGITS), progress);
    }

    static String words(Map<Axis, Double> values, double unit, int digits) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(values).forEach((axis, value) -> words.add(axis + number(value / unit, digits)));
        return String.join("", words);
    }

    static String number(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
