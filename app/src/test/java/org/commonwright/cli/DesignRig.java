package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The command line on one design, which is Ada's and has no commit yet; what the program keeps is beside it.
public abstract class DesignRig extends CliRig {
    protected Path design;
    protected GitRepository repository;

    @BeforeEach
    final void anEmptyDesign() {
        begin("design");
    }

    @AfterEach
    final void close() {
        repository.close();
    }

    /// Goes on with a new design.
    protected final void begin(String name) {
        if (repository != null) {
            repository.close();
        }
        design = folder.resolve(name);
        repository = GitRepository.init(design);
        repository.configurePerson(Repos.ADA);
    }

    /// Goes on with another repository, or reads this one anew, as after something else changed it.
    protected final void goTo(Path there) {
        repository.close();
        design = there;
        repository = GitRepository.open(design);
    }

    @Override
    protected final AppFolders folders() {
        return AppFolders.under(folder.resolve("home"));
    }

    /// Runs a verb on the design.
    ///
    /// @param verb with its noun
    protected final int at(String verb, String... more) {
        return run(Stream.of(Stream.of(verb.split(" ")), Stream.of(design.toString()), Stream.of(more))
                .flatMap(each -> each).toArray(String[]::new));
    }

    /// The last command said why not, in one line that has this in it.
    protected final void refused(String part) {
        assertTrue(err().contains(part), err());
        assertEquals(1, err().lines().count(), err());
        assertFalse((out() + err()).contains("java."), out() + err());
        assertFalse((out() + err()).contains("Exception"), out() + err());
    }

    /// As [#refused(String)], for a verb that must not have changed any ref.
    protected final void refused(int exit, String part, String verb, String... more) {
        Map<String, CommitId> before = refs();
        assertEquals(exit, at(verb, more), out() + err());
        refused(part);
        assertEquals(before, refs(), "nothing was written");
    }

    /// Every ref, read from the disk.
    protected final Map<String, CommitId> refs() {
        goTo(design);
        return repository.refs().list("refs/");
    }

    /// Where Git keeps an object that is in no pack.
    protected final Path object(String id) {
        return design.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    /// The only log that is here.
    protected final CommitId log() {
        return List.copyOf(repository.refs().list("refs/commonwright/log/").values()).getFirst();
    }
}
