package org.commonwright.git;

import java.io.File;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/// The person's own Git configuration. JGit would like to learn from it how exact the disk's clock is, and otherwise measures
/// that for seconds, with probe files in the person's design; this says what holds for every disk, FAT sticks included.
final class PersonsConfig extends FileBasedConfig {
    private static final Duration COARSEST = Duration.ofSeconds(2);
    private static final Duration RACY = Duration.ofMillis(10);

    PersonsConfig(Config parent, File file, FS fs) {
        super(parent, file, fs);
    }

    @Override
    public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
        if (section.equals("filesystem")) {
            return unit.convert(name.equals("timestampResolution") ? COARSEST : RACY);
        }
        return super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
}
