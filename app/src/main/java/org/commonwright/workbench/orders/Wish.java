package org.commonwright.workbench.orders;

import org.commonwright.licence.Grant;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.model.RepoPath;

/// What a person wants to order, and as whom.
///
/// @param module its folder; the root for the whole design
record Wish(RepoPath module, int quantity, UserKind kind, boolean contributor, Use use) {
    User user() {
        return new User(kind, contributor, Grant.NONE);
    }
}
