package org.commonwright.licence;

/// How a licence behaves when works are combined.
public enum Family {
    /// No conditions: CC0.
    PUBLIC_DOMAIN,
    /// Notices only: MIT, Apache, CC-BY, CERN-OHL-P.
    PERMISSIVE,
    /// Its own files stay under it, what is beside them may differ: CERN-OHL-W, LGPL, MPL.
    WEAK,
    /// The whole that contains it comes under it: CERN-OHL-S, TAPR-OHL, GPL, CC-BY-SA.
    STRONG,
    /// Nobody may use it commercially: CC-BY-NC.
    NON_COMMERCIAL,
    /// Nobody may use it commercially, and adaptations come under it: CC-BY-NC-SA.
    NON_COMMERCIAL_SHARE_ALIKE,
    /// Copyfarleft: commercial use is for worker-owners (PPL).
    PEER_PRODUCTION;

    boolean bindsNothing() {
        return this == PUBLIC_DOMAIN || this == PERMISSIVE;
    }

    boolean nonCommercial() {
        return this == NON_COMMERCIAL || this == NON_COMMERCIAL_SHARE_ALIKE;
    }
}
