package org.commonwright.git;

import java.io.File;
import java.io.OutputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.ProcessResult;
import org.jspecify.annotations.Nullable;

/// What [GuardedPosix] is, on Windows.
final class GuardedWindows extends FS_Win32 {
    GuardedWindows() {}

    private GuardedWindows(FS source) {
        super(source);
    }

    @Override
    public FS newInstance() {
        return new GuardedWindows(this);
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
