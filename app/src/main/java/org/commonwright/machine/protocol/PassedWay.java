package org.commonwright.machine.protocol;

import java.util.ArrayDeque;
import java.util.Deque;

/// Tells which lines of a program a machine has certainly passed, from the places where its motors are. The machine is on the
/// earliest leg that agrees with the place: what lies before that one is done, whatever was answered and however long it takes.
///
/// Nothing is assumed that the program did not say: its way counts from where it says `G90` or `G91`, and its units. What it
/// says that is not understood here (arcs, other coordinates, changes of the zero) may lead anywhere, and is passed only when
/// something else tells so.
public final class PassedWay {
    /// What reports round and motors with few steps leave open, mm. A larger one claims later, never falsely.
    static final double TOLERANCE = 0.05;
    private static final int KEPT = 1024;

    private final Deque<Leg> legs = new ArrayDeque<>();
    private final ProgramWay way;

    /// @param mill whether axes beside an `M` are a move, and millimetres must have been said
    public PassedWay(boolean mill) {
        this.way = new ProgramWay(mill);
    }

    /// The machine stands here, and nothing was sent yet; without it, the way begins where the program first says so.
    ///
    /// @param place in the program's coordinates, mm
    public void start(Position place) {
        way.start(place);
    }

    /// A line was acknowledged; call for every line of the program, in order.
    public void acknowledged(int number, String line) {
        Leg leg = way.read(number, line);
        if (leg == null) {
            return;
        }
        if (way.hasMovedItsZero()) {
            // Places are told by the new zero while the machine still goes by the old one.
            lost();
        }
        legs.add(leg);
        if (legs.size() > KEPT) {
            // No firmware plans so far ahead, but one may answer without end. What is dropped may still be under way, so that
            // the oldest leg kept stands for it and is passed by no place.
            legs.remove();
            legs.push(legs.remove().unknown());
        }
    }

    /// Everything up to this line is done, as something else told.
    public void done(int line) {
        Leg oldest = legs.peek();
        while (oldest != null && oldest.line() <= line) {
            legs.remove();
            oldest = legs.peek();
        }
    }

    /// Places no longer tell where on these legs the machine is: they are counted from elsewhere.
    public void lost() {
        Deque<Leg> all = new ArrayDeque<>(legs);
        legs.clear();
        all.forEach(leg -> legs.add(leg.unknown()));
    }

    /// The machine's motors are here.
    ///
    /// @param place in the program's coordinates, mm
    /// @return the last line that is certainly done by that, 0 for none
    public int at(Position place) {
        Leg before = null;
        for (Leg leg : legs) {
            if (leg.mayBeAt(place, TOLERANCE)) {
                return before == null ? 0 : before.line();
            }
            before = leg;
        }
        // It is on none of them: on one that is not acknowledged yet, or elsewhere than meant.
        return 0;
    }

    /// Legs that were acknowledged after the last one that agrees with the place; -1 where none does, or where it cannot be told.
    public int legsAfter(Position place) {
        int after = 0;
        for (var newest = legs.descendingIterator(); newest.hasNext(); after++) {
            Leg leg = newest.next();
            if (leg.mayBeAt(place, TOLERANCE)) {
                return leg.isKnown() ? after : -1;
            }
        }
        return -1;
    }
}
