package org.commonwright.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.concurrent.ExecutionException;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;

/// Keeps a repository fast that grows by single entries and fetches.
final class Upkeep {
    private static final int PACKS = 40;
    private static final int LOOSE_IN_SAMPLE = 10;
    private static final String SAMPLE = "17";

    private Upkeep() {}

    static boolean run(FileRepository jgit, Path folder, Progress progress) {
        return GitIo.call(folder, () -> {
            if (!isNeeded(jgit)) {
                return false;
            }
            var gc = new GC(jgit);
            // What the new pack holds is not needed twice; what nothing reaches is kept loose for two weeks.
            gc.setPackExpireAgeMillis(0);
            gc.setProgressMonitor(new ProgressBridge(progress));
            try {
                gc.gc().get();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancelledFault();
            } catch (ParseException | GitAPIException | ExecutionException e) {
                throw new IOException(String.valueOf(e.getMessage()), e);
            }
            progress.check();
            return true;
        });
    }

    /// Object names are evenly spread, so one of the 256 folders tells about all.
    private static boolean isNeeded(FileRepository jgit) throws IOException {
        Path objects = jgit.getObjectsDirectory().toPath();
        return count(objects.resolve("pack"), ".pack") > PACKS || count(objects.resolve(SAMPLE), "") > LOOSE_IN_SAMPLE;
    }

    private static long count(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(end)).count();
        }
    }
}
