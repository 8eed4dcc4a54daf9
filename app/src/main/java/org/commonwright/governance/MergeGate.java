package org.commonwright.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// Who decides about the folders, each folder in the circle of those who maintain it; folders for which nobody is named
    /// are left out.
    public List<Circle> circles(Collection<RepoPath> folders) {
        Map<List<String>, List<RepoPath>> byPeople = new LinkedHashMap<>();
        folders.stream().sorted().filter(folder -> !maintainers(folder).isEmpty())
                .forEach(folder -> byPeople.computeIfAbsent(maintainers(folder), _ -> new ArrayList<>()).add(folder));
        return byPeople.entrySet().stream().map(one -> new Circle(one.getValue(), one.getKey())).toList();
    }

    /// Lets a decision pass when the decider maintains every folder that it touches.
    ///
    /// @throws Fault `governance.not-a-maintainer` with the folder and those who may decide about it
    public void check(Decider who, Collection<RepoPath> folders) {
        for (Circle circle : circles(folders)) {
            if (circle.member(who).isEmpty()) {
                RepoPath folder = circle.folders().getFirst();
                String people = String.join(", ", circle.people());
                throw new Fault("governance.not-a-maintainer", who.person(), folder.isRoot() ? "." : folder.text(),
                        people, who.agent(), Commons.PATH.text(), "people = " + people);
            }
        }
    }
}
