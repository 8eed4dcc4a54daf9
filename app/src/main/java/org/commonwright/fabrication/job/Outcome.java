package org.commonwright.fabrication.job;

/// How a run ended. In order of weight: when several are recorded of one run, the last in this list holds, so a piece that
/// somebody declared scrap never counts as made.
public enum Outcome {
    /// The machine or the program stopped; what is on the table is for a person to judge.
    FAILED("failed"), COMPLETED("completed"),
    /// A person looked and declared the piece scrap.
    SCRAP("scrap");

    private final String token;

    Outcome(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}
