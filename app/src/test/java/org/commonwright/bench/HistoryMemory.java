package org.commonwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.LineHistoryReader;
import org.commonwright.git.GitRepository;
import org.commonwright.task.Progress;

/// Reads a whole history and says how many megabytes of the heap are in use with it: `HistoryMemory DIR CACHE`.
public final class HistoryMemory {
    private HistoryMemory() {}

    public static void main(String[] args) throws IOException {
        try (GitRepository repository = GitRepository.open(Path.of(args[0]))) {
            LineHistory history = new LineHistoryReader(Path.of(args[1])).read(repository, repository.require("HEAD"),
                    false, Progress.NONE);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long used = runtime.totalMemory() - runtime.freeMemory();
            if (history.reached().isEmpty()) {
                throw new IOException("nothing was read");
            }
            System.out.println(used / 1e6);
        }
    }
}
