package org.commonwright.governance.decide;

import java.util.Optional;
import org.commonwright.governance.Stance;

/// Where one member stands.
///
/// @param member as `commons.toml` names them
/// @param name theirs, for people: without the address, and of a key what its log goes by
/// @param given empty when they have not spoken about what is proposed now
/// @param word what counts
public record Voice(String member, String name, Optional<Given> given, Optional<Stance.Word> word) {
    Voice(String member, String name, Optional<Given> given) {
        this(member, name, given, given.map(one -> one.stance().word()));
    }

    /// The same member with a word that no record holds yet; what a record holds stays.
    Voice saying(Stance.Word said) {
        return word.isPresent() ? this : new Voice(member, name, given, Optional.of(said));
    }
}
