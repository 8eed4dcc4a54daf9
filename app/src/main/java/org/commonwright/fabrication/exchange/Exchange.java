package org.commonwright.fabrication.exchange;

import java.time.Duration;
import java.util.Optional;

/// Moves jobs between workshops. Whatever carries it, it promises: of all who claim an epoch of a job, one wins; a claim
/// whose run has started is never taken over; a change that names an old state of a claim is refused.
///
/// Every method may throw [org.commonwright.error.Fault] `fabrication.home-away` when the order's home cannot be reached;
/// nothing has changed then, or the next call finds out.
public interface Exchange {
    /// Claims the job, or returns the claim that this claimant already holds.
    ///
    /// @param lease how long it is held before a run starts
    /// @throws org.commonwright.error.Fault `fabrication.claim-lost` or `fabrication.claim-running`, naming who has it
    Claim claim(String job, Claimant who, Duration lease);

    /// The claim of the highest epoch; empty when nobody ever claimed the job.
    Optional<Claim> current(String job);

    /// Says at the home that a run is about to start, after which nobody may take the claim over. A claim that has started
    /// already is returned as it is.
    ///
    /// @throws org.commonwright.error.Fault `fabrication.claim-taken` when it is no longer the holder's
    Claim start(Claim claim);

    /// Gives the claim back, so that the next epoch may be claimed.
    ///
    /// @throws org.commonwright.error.Fault `fabrication.claim-taken` when it is no longer the holder's
    Claim release(Claim claim, String reason);
}
