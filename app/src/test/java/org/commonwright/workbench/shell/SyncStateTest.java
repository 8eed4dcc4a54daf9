package org.commonwright.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncStateTest {
    @TempDir
    Path folder;

    @Test
    void anotherNameInGitsConfigurationIsAnotherState() {
        try (GitRepository repository = GitRepository.init(folder)) {
            repository.configurePerson(new Person("Ada", "ada@example.org"));
            Optional<SyncState> before = SyncState.of(folder);
            assertEquals(before, SyncState.of(folder));
            repository.configurePerson(new Person("Ada", "ada@work.example"));
            assertNotEquals(before, SyncState.of(folder));
        }
    }
}
