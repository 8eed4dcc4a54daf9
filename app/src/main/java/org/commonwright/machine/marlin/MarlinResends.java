package org.commonwright.machine.marlin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be sent again, and when. A `Resend:` may or may not come with an `ok` right behind it; and lines that were
/// already on their way behind the damaged one may each be complained about, so it waits until that is over.
final class MarlinResends {
    private static final long QUIET = 100_000_000L;
    private static final int MOST_OF_ONE = 20;
    /// Of whichever lines, while none gets through.
    private static final int MOST_IN_VAIN = 200;

    private final Deque<MarlinWindow.Sent> again = new ArrayDeque<>();
    private int count;
    private int same;
    private int inVain;
    private int last;
    private boolean swallowOk;
    private long due = Long.MAX_VALUE;

    /// How often lines were asked for so far.
    int count() {
        return count;
    }

    /// How often lines were asked for without any getting through.
    int inVain() {
        return inVain;
    }

    /// @return the number in `Resend: 12` or `rs N12`, 0 when there is none
    static int number(String line) {
        String digits = line.replaceFirst("^(Resend:|rs)\\D*", "").replaceFirst("\\D.*$", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /// A line was asked for.
    ///
    /// @return false when it was asked for too often
    boolean asked(int number) {
        count++;
        same = number == last ? same + 1 : 1;
        inVain++;
        last = number;
        swallowOk = true;
        return same <= MOST_OF_ONE && inVain <= MOST_IN_VAIN;
    }

    /// These are to be sent again, the first of them first.
    void set(List<MarlinWindow.Sent> lines, long now) {
        again.clear();
        again.addAll(lines);
        due = now + (lines.size() > 1 ? QUIET : QUIET / 2);
    }

    /// An `ok` came.
    ///
    /// @return whether it is the one that some versions of Marlin send along with a resend
    boolean swallows(long now) {
        if (!swallowOk) {
            same = 0;
            inVain = 0;
            return false;
        }
        swallowOk = false;
        due = Math.min(due, now + (again.size() > 1 ? QUIET : 0));
        return true;
    }

    /// Another line came, so no `ok` belongs to the resend any more.
    void otherLine() {
        swallowOk = false;
    }

    /// Whether it is still too early to send anything.
    boolean holdsBack(long now) {
        if (due != Long.MAX_VALUE && now < due) {
            return true;
        }
        if (due != Long.MAX_VALUE) {
            due = Long.MAX_VALUE;
            // An `ok` that comes later answers what is sent now.
            swallowOk = false;
        }
        return false;
    }

    MarlinWindow.@Nullable Sent peek() {
        return again.peek();
    }

    void take() {
        again.remove();
    }

    boolean isEmpty() {
        return again.isEmpty();
    }

    void clear() {
        again.clear();
    }
}
