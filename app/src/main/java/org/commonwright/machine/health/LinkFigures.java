package org.commonwright.machine.health;

/// What was measured on a link, since it was opened or during one run.
///
/// @param seconds that were measured
/// @param lines that left, and their bytes
/// @param received bytes
/// @param answers from a line's last byte to its answer; a line that the machine must first make room for takes longer
/// @param echoes from a question that is answered at once (GRBL's `?`, or a line while none else waits) to its answer: the
///         link's own way there and back
/// @param echoBytes the bytes of all those questions and answers
/// @param reactions from the arrival of bytes to what the program sends for them
/// @param damage what did not arrive as it was sent
/// @param supply whether the machine had enough to do
/// @param bytesPerSecond what the wire carries, 0 when it is not known or does not count
/// @param reconnects how often the port was opened anew since the program began
public record LinkFigures(double seconds, long lines, long sent, long received, Durations answers, Durations echoes,
        long echoBytes, Durations reactions, Damage damage, Supply supply, double bytesPerSecond, int reconnects) {
    /// What was damaged or lost.
    ///
    /// @param resends lines that the machine wanted again
    /// @param checksums lines that the machine said were damaged
    /// @param torn reports that lack their end, or answers glued to something else
    /// @param lostReports reports that were asked for and never came
    /// @param garbage bytes that are no text
    /// @param restarts times that the machine said its greeting in the middle
    public record Damage(int resends, int checksums, int torn, int lostReports, long garbage, int restarts) {
        /// All that speaks for noise on the wire.
        public long signs() {
            return (long) resends + checksums + torn + lostReports + Math.min(garbage, 1000);
        }

        Damage since(Damage before) {
            return new Damage(resends - before.resends, checksums - before.checksums, torn - before.torn,
                    lostReports - before.lostReports, garbage - before.garbage, restarts - before.restarts);
        }
    }

    /// Whether the machine had enough to do while a program ran.
    ///
    /// @param running seconds that a program ran
    /// @param observed seconds of these in which the machine said how full it was; 0 when it does not say
    /// @param starved seconds of these in which both its planner and its receive buffer were near empty with lines waiting
    /// @param idle seconds in which nothing was unanswered with lines waiting
    /// @param stalls times that the program itself stood still for longer than a tenth of a second
    public record Supply(double running, double observed, double starved, double idle, int stalls) {
        Supply since(Supply before) {
            return new Supply(running - before.running, observed - before.observed, starved - before.starved,
                    idle - before.idle, stalls - before.stalls);
        }

        /// Of the time in which it said how full it was, 0 to 1.
        public double starvedShare() {
            return observed <= 0 ? 0 : starved / observed;
        }
    }

    /// What came after `before`, which is an earlier state of the same link.
    public LinkFigures since(LinkFigures before) {
        return new LinkFigures(seconds - before.seconds, lines - before.lines, sent - before.sent,
                received - before.received, answers.since(before.answers), echoes.since(before.echoes),
                echoBytes - before.echoBytes, reactions.since(before.reactions), damage.since(before.damage),
                supply.since(before.supply), bytesPerSecond, reconnects);
    }

    /// Lines a second while a program ran, else since the link was opened.
    public double linesPerSecond() {
        return lines / Math.max(1e-3, supply.running() > 0 ? supply.running() : seconds);
    }

    /// Lines of this length that the wire carries in a second; 0 when that is not known.
    public double linesTheWireCarries() {
        return lines == 0 ? 0 : bytesPerSecond / ((double) sent / lines);
    }

    /// How much of the wire is used, 0 to 1; 0 when it is not known.
    public double used() {
        return bytesPerSecond == 0 ? 0 : linesPerSecond() / linesTheWireCarries();
    }

    /// The link's own way there and back beyond what the bytes need on the wire, in milliseconds.
    public double waits() {
        double wire = bytesPerSecond == 0 || echoes.count() == 0
                ? 0
                : 1000.0 * echoBytes / echoes.count() / bytesPerSecond;
        return Math.max(0, echoes.median() - wire);
    }
}
