package org.commonwright.git;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.util.SystemReader;

/// The paths of a commit that is about to be written to disk: refuses what would leave the folder, reach into `.git`
/// under another spelling, or fall on the same file because the disk does not tell `A` from `a`.
final class CheckoutPaths {
    private final boolean foldsCase;
    private final ObjectChecker checker = new ObjectChecker().setSafeForMacOS(true)
            .setSafeForWindows(SystemReader.getInstance().isWindows());
    private final HashMap<String, String> spelled = new HashMap<>();

    /// @param foldsCase whether the disk takes names that differ in case for the same
    CheckoutPaths(boolean foldsCase) {
        this.foldsCase = foldsCase;
    }

    /// @throws Fault `git.unsafe-path`, `git.case-collision`
    void check(String path) {
        if (path.isEmpty() || !RepoPath.isSafe(path) || !isPlain(path)) {
            throw new Fault("git.unsafe-path", path.replaceAll("\\p{Cntrl}", "?"));
        }
        if (foldsCase) {
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                claim(path.substring(0, end));
            }
            claim(path);
        }
    }

    private void claim(String path) {
        String folded = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String other = spelled.putIfAbsent(folded, path);
        if (other != null && !other.equals(path)) {
            throw new Fault("git.case-collision", other, path);
        }
    }

    private boolean isPlain(String path) {
        try {
            checker.checkPath(path.getBytes(StandardCharsets.UTF_8), 0,
                    path.getBytes(StandardCharsets.UTF_8).length);
            return !path.toLowerCase(Locale.ROOT).matches("(.*/)?(git~[0-9]+|\\.git[ .]*)(/.*)?");
        } catch (CorruptObjectException _) {
            return false;
        }
    }
}
