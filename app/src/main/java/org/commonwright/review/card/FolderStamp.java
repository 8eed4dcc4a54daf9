package org.commonwright.review.card;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;

/// Tells whether a design is as it was, without reading it: by the commit that is checked out, and by the name, size and time of each
/// file.
final class FolderStamp extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Progress progress;
    private long files;
    private long sum;

    private FolderStamp(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /// @throws Fault `files.not-read`, `git.not-a-repository`; when a person cancelled
    static String of(Path folder, Workspace workspace, Progress progress) {
        GitRepository repository = workspace.open(folder);
        String head = repository.head().map(CommitId::hex).orElse("");
        if (repository.isBare()) {
            return head;
        }
        var stamp = new FolderStamp(folder, progress);
        try {
            Files.walkFileTree(folder, stamp);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
        return head + " " + stamp.files + " " + stamp.sum;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        progress.check();
        return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files++;
        long one = folder.relativize(file).hashCode();
        one = one * 0x9e3779b97f4a7c15L + attributes.size();
        // In any order the same: folders are listed as the disk likes.
        sum += one * 0x9e3779b97f4a7c15L + attributes.lastModifiedTime().toMillis();
        return FileVisitResult.CONTINUE;
    }
}
