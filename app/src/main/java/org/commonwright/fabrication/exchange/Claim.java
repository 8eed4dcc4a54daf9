package org.commonwright.fabrication.exchange;

import java.time.Instant;

/// A claim as the order's home has it.
///
/// @param epoch 1 for the first claim on the job, one more for each that follows
/// @param version the home's name for exactly this state of the claim; every change must name the state it changes
public record Claim(String job, int epoch, Claimant holder, ClaimState state, Instant leaseUntil, String version) {
    public boolean heldBy(String fingerprint) {
        return !state.over() && holder.fingerprint().equals(fingerprint);
    }

    /// Whether somebody else may take it over now; of a lease that is said to be over before its end, see [GitExchange].
    public boolean free(Instant now) {
        return state.over() || state == ClaimState.CLAIMED && !leaseUntil.isAfter(now);
    }
}
