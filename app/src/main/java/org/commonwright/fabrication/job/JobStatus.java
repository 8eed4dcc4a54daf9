package org.commonwright.fabrication.job;

/// Where a job stands.
public enum JobStatus {
    /// Nobody has it; a workshop may claim it.
    OPEN("open"),
    /// A workshop has it and no run is under way.
    CLAIMED("claimed"),
    /// A run has started and has not ended, as far as is known.
    RUNNING("running"),
    /// All pieces are made.
    DONE("done"),
    /// The last piece was declared scrap; whoever has the job makes another or gives it back.
    SCRAP("scrap"),
    /// The records do not say; a person must look and decide.
    UNKNOWN("unknown");

    private final String token;

    JobStatus(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}
