package org.commonwright.review.card;

import java.util.List;

/// What a design's licences allow.
///
/// @param expression the root's licence; empty when nobody says one
/// @param permissions for the users and uses that licences tell apart, always the same ones in the same order
/// @param conflicts how many of its modules cannot be combined as they are, or have a licence that nobody knows
public record LicenceState(String expression, List<Permission> permissions, int conflicts) {
    public LicenceState {
        permissions = List.copyOf(permissions);
    }
}
