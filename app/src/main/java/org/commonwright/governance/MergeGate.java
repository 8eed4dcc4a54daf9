package org.commonwright.governance;

import java.util.Collection;
import java.util.List;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.Commons.Maintainers;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;

/// The last word belongs to those whom the community has chosen: `[[maintainers]]` of `commons.toml`, as it stands on the
/// branch that is to change, so that a proposal cannot appoint its own maintainer.
///
/// A key's fingerprint is matched with the key that signs. An e-mail address is matched with what the key's log says of
/// itself, which anybody can say; so where the community names a key for a folder, keys alone decide about it.
public final class MergeGate {
    private final Commons commons;

    public MergeGate(Commons commons) {
        this.commons = commons;
    }

    /// Who may decide about a folder; empty when the community names nobody for it.
    public List<String> maintainers(RepoPath folder) {
        return commons.maintainersOf(folder).map(Maintainers::people).orElse(List.of());
    }

    /// Whether the community names somebody for each of the folders.
    public boolean guards(Collection<RepoPath> folders) {
        return !folders.isEmpty() && folders.stream().noneMatch(folder -> maintainers(folder).isEmpty());
    }

    /// Lets a decision pass when the decider maintains every folder that it touches.
    ///
    /// @throws Fault `governance.not-a-maintainer` with the folder and those who may decide about it
    public void check(Decider who, Collection<RepoPath> folders) {
        for (RepoPath folder : folders) {
            List<String> people = maintainers(folder);
            if (!people.isEmpty() && !names(people, who)) {
                throw new Fault("governance.not-a-maintainer", who.person(), folder.isRoot() ? "." : folder.text(),
                        String.join(", ", people), who.agent());
            }
        }
    }

    private static boolean names(List<String> people, Decider who) {
        List<String> keys = people.stream().filter(person -> person.matches(Maintainers.KEY)).toList();
        return keys.isEmpty()
                ? people.stream().anyMatch(person -> isAddress(person, who.person().email()))
                : keys.contains(who.agent().fingerprint());
    }

    /// People are named as `Name <email>`; the address decides, since names are written in many ways.
    private static boolean isAddress(String named, String email) {
        return !email.isEmpty() && (named.endsWith("<" + email + ">") || named.equals(email));
    }
}
