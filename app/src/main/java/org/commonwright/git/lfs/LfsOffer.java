package org.commonwright.git.lfs;

import java.time.Instant;
import java.util.Map;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// What a server says about one content.
///
/// @param actions `download`, or `upload` and `verify`; none of these for an upload means that it has the content
/// @param error why nothing can be done; null when something can
record LfsOffer(Map<String, LfsAction> actions, @Nullable Fault error) {
    static LfsOffer no(Fault why) {
        return new LfsOffer(Map.of(), why);
    }

    boolean isGoodAt(Instant now) {
        return actions.values().stream().allMatch(action -> action.isGoodAt(now));
    }
}
