package org.commonwright.git;

import java.io.File;
import java.io.OutputStream;
import java.util.Arrays;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.ProcessResult;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// A file system on which nothing that a repository brings is ever run: no hooks, no filters, no other program.
final class GuardedPosix extends FS_POSIX {
    private GuardedPosix() {}

    private GuardedPosix(FS source) {
        super(source);
    }

    /// The guarded file system of this machine.
    static FS ofThisMachine() {
        return FS.DETECTED instanceof FS_Win32 && SystemReader.getInstance().isWindows()
                ? new GuardedWindows()
                : new GuardedPosix();
    }

    @Override
    public FS newInstance() {
        return new GuardedPosix(this);
    }

    /// Without devices and pipes, which are no files of anybody's design: to read one may never end.
    @Override
    public WorkingTreeIterator.Entry[] list(File folder, FileTreeIterator.FileModeStrategy modes) {
        return Arrays.stream(super.list(folder, (file, kind) -> isSpecial(kind)
                ? FileMode.MISSING
                : modes.getMode(file, kind))).filter(entry -> entry.getMode() != FileMode.MISSING)
                .toArray(WorkingTreeIterator.Entry[]::new);
    }

    private static boolean isSpecial(Attributes kind) {
        return !kind.isRegularFile() && !kind.isDirectory() && !kind.isSymbolicLink();
    }

    @Override
    public @Nullable File findHook(Repository repository, String name) {
        return null;
    }

    @Override
    public ProcessResult runHookIfPresent(Repository repository, String name, String[] arguments, OutputStream out,
            OutputStream err, String in) {
        return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
    }

    @Override
    protected @Nullable File discoverGitExe() {
        return null;
    }

    @Override
    public ProcessBuilder runInShell(String command, String[] arguments) {
        throw new UnsupportedOperationException("repositories start no programs: " + command);
    }
}
