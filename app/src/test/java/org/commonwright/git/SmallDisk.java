package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A disk of two megabytes that can really be full. Needs the right to mount (root on Linux); skipped elsewhere.
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path filler;

    public SmallDisk(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.filler = folder.resolve("filler");
        boolean mounted = Files.isExecutable(Path.of("/usr/bin/mount")) && Repos
                .run(folder, List.of("mount", "-t", "tmpfs", "-o", "size=2m", "none", folder.toString())).isPresent();
        Assumptions.assumeTrue(mounted, "run as root on Linux to mount a small disk for this test");
    }

    public Path folder() {
        return folder;
    }

    /// Leaves about `left` bytes.
    public void fill(long left) throws IOException {
        free();
        long space = Files.getFileStore(folder).getUsableSpace() - left;
        Files.write(filler, new byte[(int) Math.max(0, space)]);
    }

    public void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() {
        Repos.run(folder.getParent(), List.of("umount", "-l", folder.toString()));
    }
}
