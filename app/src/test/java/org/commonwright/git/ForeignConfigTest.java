package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Configurations that came with a foreign folder.
class ForeignConfigTest {
    @TempDir
    Path folder;

    @Test
    void noOtherFileIsIncluded() throws IOException {
        GitRepository.init(folder).close();
        String plain = Files.readString(folder.resolve(".git/config"));
        for (String include : new String[]{"[include]\n\tpath = /dev/zero\n", "[Include]\n\tpath = config\n",
                "[include \"x\"]\n\tpath = ../secret\n"}) {
            Repos.write(folder, ".git/config", plain + include);
            assertEquals("git.config-includes", code(() -> GitRepository.open(folder)));
        }
        Repos.write(folder, ".git/config", "\ufeff" + plain);
        GitRepository.open(folder).close();
    }

    @Test
    void aBrokenConfigurationIsNamed() throws IOException {
        GitRepository.init(folder).close();
        Repos.write(folder, ".git/config", "[core\nxx");
        assertEquals("git.config-broken", code(() -> GitRepository.open(folder)));
    }

    @Test
    void aFolderThatOnlySaysItIsARepositoryIsNone() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path design = Files.createDirectory(folder.resolve("design"));
        Repos.write(design, ".git", "gitdir: " + elsewhere + "\n");
        assertEquals("git.not-a-repository", code(() -> GitRepository.open(design)));
    }
}
