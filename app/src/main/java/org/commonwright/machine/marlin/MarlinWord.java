package org.commonwright.machine.marlin;

/// The word that Marlin is made to say after a program's last line (`M118`): it is nobody else's, as an `ok` could be.
final class MarlinWord {
    private static final long ANSWER = 5_000_000_000L;

    /// Saying a word takes no time: what the machine is at meanwhile may be an operator's, and that for so long.
    private static final long LONGEST = 60_000_000_000L;

    private final String word;
    private long by = Long.MAX_VALUE;
    private long latest;

    MarlinWord(String program) {
        this.word = "done-" + program;
    }

    /// What makes Marlin say it.
    String line() {
        return "M118 " + word;
    }

    boolean isIn(String line) {
        return line.contains(word);
    }

    /// It is waited for, from now on.
    void await(long now) {
        by = now + ANSWER;
        latest = now + LONGEST;
    }

    /// The machine says that it is at something: the wait begins anew.
    void busy(long now) {
        by = by == Long.MAX_VALUE ? by : Math.min(now + ANSWER, latest);
    }

    boolean isOverdue(long now) {
        return now > by;
    }
}
