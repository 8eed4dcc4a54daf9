package org.commonwright.machine.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Tells which lines of a program a machine has certainly passed, from the places where its motors are. The machine is on the
/// earliest leg that agrees with the place: what lies before that one is done, whatever was answered and however long it takes.
///
/// Nothing is assumed that the program did not say: its way counts from where it says `G90` or `G91`, and its units. What it
/// says that is not understood here (arcs, other coordinates, changes of the zero) may lead anywhere, and is passed only when
/// something else tells so.
public final class PassedWay {
    /// What reports round and motors with few steps leave open, mm. A larger one claims later, never falsely.
    private static final double TOLERANCE = 0.05;
    private static final int KEPT = 1024;

    private final Deque<Leg> legs = new ArrayDeque<>();
    private final ProgramWay way;
    private final double tolerance;
    /// How far the machine certainly is along the oldest leg, mm.
    private double along;

    /// @param mill whether axes beside an `M` are a move, and millimetres must have been said
    public PassedWay(boolean mill) {
        this(new ProgramWay(mill, null), TOLERANCE);
    }

    /// A mill whose steps are known.
    public PassedWay(Steppers steppers) {
        this(new ProgramWay(true, new ArcLegs(steppers.arcs())), steppers.tolerance());
    }

    private PassedWay(ProgramWay way, double tolerance) {
        this.way = way;
        this.tolerance = tolerance;
    }

    /// The machine stands here, and nothing was sent yet; without it, the way begins where the program first says so.
    ///
    /// @param place in the program's coordinates, mm
    public void start(Position place) {
        way.start(place);
    }

    /// A line was acknowledged; call for every line of the program, in order.
    public void acknowledged(int number, String line) {
        List<Leg> read = way.read(number, line);
        if (read.isEmpty()) {
            return;
        }
        if (way.hasMovedItsZero()) {
            // Places are told by the new zero while the machine still goes by the old one.
            lost();
        }
        legs.addAll(read);
        while (legs.size() > KEPT) {
            // No firmware plans so far ahead, but one may answer without end. What is dropped may still be under way, so that
            // the oldest leg kept stands for it and is passed by no place.
            along = 0;
            legs.remove();
            legs.push(legs.remove().unknown());
        }
    }

    /// Everything up to this line is done, as something else told.
    public void done(int line) {
        Leg oldest = legs.peek();
        while (oldest != null && oldest.line() <= line) {
            legs.remove();
            along = 0;
            oldest = legs.peek();
        }
    }

    /// Places no longer tell where on these legs the machine is: they are counted from elsewhere.
    public void lost() {
        Deque<Leg> all = new ArrayDeque<>(legs);
        legs.clear();
        along = 0;
        all.forEach(leg -> legs.add(leg.unknown()));
    }

    /// The machine's motors are here.
    ///
    /// @param place in the program's coordinates, mm
    /// @return the last line that is certainly done by that, 0 for none
    public int at(Position place) {
        double from = along;
        int before = 0;
        for (Leg leg : legs) {
            double first = leg.firstAt(place, from, tolerance);
            if (!Double.isNaN(first)) {
                return passed(before, first);
            }
            before++;
            from = 0;
        }
        // It is on none of them: on one that is not acknowledged yet, or elsewhere than meant.
        return 0;
    }

    /// Everything up to this line has left the planner, and the motors are behind that by what waits in their segments at most.
    ///
    /// @param place where the motors are: when that is nowhere on what is left by this, a figure was damaged on the wire
    /// @return the last line that is certainly done by that, 0 for none
    public int left(int planned, Steppers steppers, Position place) {
        List<Leg> gone = legs.stream().takeWhile(leg -> leg.line() <= planned).toList();
        double[] reach = steppers.reach(gone);
        double open = steppers.segments();
        for (int k = gone.size() - 1; k >= 0; k--) {
            double length = gone.get(k).length();
            // A segment belongs to one move; the firmware cuts an arc otherwise.
            double needed = gone.get(k).isPart() ? length / reach[k] : Math.ceil(length / reach[k]);
            if (needed >= open) {
                double from = Math.max(k == 0 ? along : 0, length - open * reach[k]);
                return isOnTheRest(place, gone.get(k), from) ? passed(k, from) : 0;
            }
            open -= needed;
        }
        return 0;
    }

    private boolean isOnTheRest(Position place, Leg first, double from) {
        return !Double.isNaN(first.firstAt(place, from, tolerance))
                || legs.stream().dropWhile(leg -> leg != first).skip(1).anyMatch(leg -> leg.mayBeAt(place, tolerance));
    }

    /// So many legs are done.
    ///
    /// @param next how far the machine is along the one after them
    /// @return the last line that is done by that, 0 for none
    private int passed(int count, double next) {
        int last = 0;
        int line = 0;
        for (int i = 0; i < count; i++) {
            int of = legs.remove().line();
            line = of == last ? line : last;
            last = of;
        }
        along = next;
        Leg now = legs.peek();
        return now != null && now.line() == last ? line : last;
    }

    /// The lowest feed of the lines so far, mm/s, or less; without end where none was said.
    public double slowest() {
        return way.slowest();
    }

    /// Legs that were acknowledged after the last one that agrees with the place; -1 where none does, or where it cannot be told.
    public int legsAfter(Position place) {
        int after = 0;
        for (var newest = legs.descendingIterator(); newest.hasNext(); after++) {
            Leg leg = newest.next();
            if (leg.mayBeAt(place, tolerance)) {
                return leg.isKnown() ? after : -1;
            }
        }
        return -1;
    }
}
