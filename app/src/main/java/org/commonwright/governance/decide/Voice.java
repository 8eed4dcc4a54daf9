package org.commonwright.governance.decide;

import java.util.Optional;
import org.commonwright.governance.Stance;

/// Where one member stands.
///
/// @param member as `commons.toml` names them
/// @param given empty when they have not spoken about what is proposed now
/// @param word what counts
public record Voice(String member, Optional<Given> given, Optional<Stance.Word> word) {
    Voice(String member, Optional<Given> given) {
        this(member, given, given.map(one -> one.stance().word()));
    }

    /// The same member with a word that no record holds yet; what a record holds stays.
    Voice saying(Stance.Word said) {
        return word.isPresent() ? this : new Voice(member, given, Optional.of(said));
    }

    /// The name without the address, for people.
    public String name() {
        int angle = member.indexOf('<');
        return given.map(one -> one.by().person().name()).filter(name -> !name.isBlank())
                .orElse(angle > 0 ? member.substring(0, angle).strip() : member);
    }
}
