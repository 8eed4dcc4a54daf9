package org.commonwright.governance;

import java.util.List;
import java.util.Optional;
import org.commonwright.design.manifest.Commons.Maintainers;
import org.commonwright.model.RepoPath;

/// Those who decide about some folders together.
///
/// @param folders what they maintain of what a proposal touches
/// @param people as `commons.toml` names them
public record Circle(List<RepoPath> folders, List<String> people) {
    public Circle {
        folders = List.copyOf(folders);
        people = List.copyOf(people);
    }

    /// Those who count: where a key is named, keys alone.
    public List<String> members() {
        List<String> keys = people.stream().filter(person -> person.matches(Maintainers.KEY)).toList();
        return (keys.isEmpty() ? people : keys).stream().distinct().toList();
    }

    /// Which of the members somebody is. A key's fingerprint is matched with the key that signs, an address with what the
    /// key's log says of itself.
    public Optional<String> member(Decider who) {
        return members().stream().filter(member -> member.matches(Maintainers.KEY)
                ? member.equals(who.agent().fingerprint())
                : isAddress(member, who.person().email())).findFirst();
    }

    /// People are named as `Name <email>`; the address decides, since names are written in many ways.
    private static boolean isAddress(String named, String email) {
        return !email.isEmpty() && (named.endsWith("<" + email + ">") || named.equals(email));
    }
}
