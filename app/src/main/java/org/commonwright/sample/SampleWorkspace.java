package org.commonwright.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.Person;

/// Where the samples are.
///
/// @param folder the workspace
/// @param designs in the order in which a newcomer should look at them
/// @param home the shared repository of the network of workshops: where orders, jobs and claims meet
public record SampleWorkspace(Path folder, List<SampleDesign> designs, Path home) {
    /// One laid-out design.
    ///
    /// @param folder its work tree
    /// @param origin the bare repository that its community shares
    /// @param forks bare repositories of people who propose something; each is also a remote, named for its owner
    /// @param you whose part the person plays who works in it: what Git's settings of the folder say; empty for none
    /// @param existed it was there already and was left alone
    public record SampleDesign(String name, Path folder, Path origin, List<SampleFork> forks, Optional<Person> you,
            boolean existed) {}

    /// Somebody's fork.
    ///
    /// @param branches those that propose something
    public record SampleFork(String owner, Path folder, List<String> branches) {}

    public Optional<SampleDesign> design(String name) {
        return designs.stream().filter(d -> d.name().equals(name)).findFirst();
    }
}
