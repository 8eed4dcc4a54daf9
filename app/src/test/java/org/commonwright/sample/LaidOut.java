package org.commonwright.sample;

import java.nio.file.Path;
import org.commonwright.task.Progress;

/// The samples as the tests see them: laid out once for all tests of a class.
final class LaidOut {
    static final Path STORED = Path.of(System.getProperty("commonwright.root", "..")).resolve("designs-sample");

    private LaidOut() {}

    static SampleWorkspace in(Path folder) {
        return new SampleInstaller(SampleSource.folder(STORED)).install(folder, Progress.NONE);
    }
}
