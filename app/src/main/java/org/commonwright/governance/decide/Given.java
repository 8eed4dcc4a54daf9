package org.commonwright.governance.decide;

import org.commonwright.governance.Decider;
import org.commonwright.governance.Stance;
import org.commonwright.record.Entry;

/// A stance in the records that was its signer's to give.
///
/// @param by who signed it
public record Given(Entry entry, Stance stance, Decider by) {}
