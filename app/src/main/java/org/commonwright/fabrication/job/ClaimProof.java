package org.commonwright.fabrication.job;

/// Tells whether a record of a claim is true. Anybody can record that they won; only the order's home knows who did.
@FunctionalInterface
public interface ClaimProof {
    /// Nothing is known: every record counts as long as no other contradicts it.
    ClaimProof NOTHING_KNOWN = (_, _) -> Verdict.UNKNOWN;

    /// What is known of one record.
    enum Verdict {
        /// The home's ref names its author.
        WON,
        /// The home's ref names another, or the home has none.
        NOT_WON,
        /// The home has not been asked since, or cannot be.
        UNKNOWN
    }

    Verdict of(Fact fact, ClaimRecord claim);
}
