package org.commonwright.governance;

import java.util.Collection;
import java.util.List;
import org.commonwright.design.manifest.Commons;
import org.commonwright.error.Fault;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// The last word belongs to those whom the community has chosen: `[[maintainers]]` of `commons.toml`, as it stands on the
/// branch that is to change, so that a proposal cannot appoint its own maintainer.
public final class MergeGate {
    private final Commons commons;

    public MergeGate(Commons commons) {
        this.commons = commons;
    }

    /// Who may decide about a folder; empty when the community names nobody for it.
    public List<String> maintainers(RepoPath folder) {
        return commons.maintainersOf(folder).map(Commons.Maintainers::people).orElse(List.of());
    }

    /// Lets a decision pass when the person maintains every folder that it touches.
    ///
    /// @throws Fault `governance.not-a-maintainer` with the folder and those who may decide about it
    public void check(Person person, Collection<RepoPath> folders) {
        for (RepoPath folder : folders) {
            List<String> people = maintainers(folder);
            if (!people.isEmpty() && people.stream().noneMatch(named -> isNamed(named, person))) {
                throw new Fault("governance.not-a-maintainer", person, folder.isRoot() ? "." : folder.text(),
                        String.join(", ", people));
            }
        }
    }

    /// `commons.toml` names people as `Name <email>`; the address decides, since names are written in many ways.
    private static boolean isNamed(String named, Person person) {
        return named.endsWith("<" + person.email() + ">") || named.equals(person.email());
    }
}
