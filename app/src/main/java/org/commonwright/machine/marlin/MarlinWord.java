package org.commonwright.machine.marlin;

/// The word that Marlin is made to say after a program's last line (`M118`): it is nobody else's, as an `ok` could be.
final class MarlinWord {
    private static final long ANSWER = 5_000_000_000L;

    private final String word;
    private long by = Long.MAX_VALUE;

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
    }

    /// The machine says that it is at something: the wait begins anew.
    void busy(long now) {
        by = by == Long.MAX_VALUE ? by : now + ANSWER;
    }

    boolean isOverdue(long now) {
        return now > by;
    }
}
