package org.commonwright.contribution.pass;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.git.BlobReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Reads the origin of every line of a commit. What one reading found is kept in a file of the cache folder, so that the next
/// one only looks at newer commits; delete the file whenever you like.
public final class LineHistoryReader {
    private final Path cache;

    /// @param cache the program's cache folder
    public LineHistoryReader(Path cache) {
        this.cache = cache;
    }

    /// @param ignoreSpace whether lines that differ only in spaces, tabs and line breaks are the same line
    /// @throws org.commonwright.error.Fault `task.cancelled`, `files.not-written`, or what the repository throws
    public LineHistory read(GitRepository repository, CommitId tip, boolean ignoreSpace, Progress progress) {
        var file = new StateFile(cache.resolve("lines").resolve(name(repository, ignoreSpace)));
        SavedStates before = file.read().filter(s -> areStillMissing(repository, s)).orElseGet(SavedStates::none);
        boolean known = before.states().containsKey(tip);
        progress.say("contribution.walking", repository.folder().getFileName());
        try (BlobReader blobs = repository.blobs()) {
            var pass = new HistoryPass(repository, before, new BlobTexts(blobs, ignoreSpace));
            Map<RepoPath, FileState> files = pass.run(tip, progress);
            SavedStates saved = pass.saved();
            if (!known) {
                file.write(saved);
            }
            return new LineHistory(tip, saved.commits(), new TreeMap<>(files), saved.missing());
        }
    }

    /// Blobs of a partial clone may have come since; then the history must be walked again.
    private static boolean areStillMissing(GitRepository repository, SavedStates saved) {
        if (saved.missing().isEmpty()) {
            return true;
        }
        try (BlobReader blobs = repository.blobs()) {
            var texts = new BlobTexts(blobs, false);
            return saved.missing().stream().noneMatch(texts::isHere);
        }
    }

    private static String name(GitRepository repository, boolean ignoreSpace) {
        // What was read while old history was left out is wrong once it is here.
        String key = repository.folder().toAbsolutePath().normalize() + (ignoreSpace ? "\nw" : "\n")
                + String.join(" ", repository.cutOff());
        return ContentId.of(key.getBytes(StandardCharsets.UTF_8)).abbreviated() + ".lines";
    }
}
