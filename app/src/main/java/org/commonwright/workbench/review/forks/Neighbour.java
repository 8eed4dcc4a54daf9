package org.commonwright.workbench.review.forks;

import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkWords;
import org.commonwright.review.fork.Pair;

/// Another fork that changes the same files.
///
/// @param files how many files both change
/// @param pair what merging both came to; empty while nobody looked
/// @param first whether the chosen one is the first of the pair
record Neighbour(Fork other, int files, Optional<Pair> pair, boolean first) {
    boolean conflicts() {
        return pair.filter(Pair::conflicts).isPresent();
    }

    String words(Messages messages) {
        return ForkWords.pair(other.name(), files, pair, first, messages);
    }
}
