package org.commonwright.git;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.transport.URIish;

/// Turns what goes wrong on the way to another repository into faults.
final class TransportFaults {
    /// What `git upload-pack` says last of an object that is missing or damaged at its end.
    private static final String DAMAGED_THERE = "repository corruption on the remote side";

    private TransportFaults() {}

    /// Runs one exchange with the repository at `uri`.
    static <T> T call(URIish uri, Progress progress, GitIo.Access<T> exchange) {
        try {
            T result = exchange.run();
            progress.check();
            return result;
        } catch (IOException e) {
            progress.check();
            throw fault(uri, e);
        }
    }

    private static Fault fault(URIish uri, IOException e) {
        // URIish leaves the password out of its text.
        String where = uri.toString();
        String message = innermost(e);
        String words = (e.getMessage() + " " + message).toLowerCase(Locale.ROOT);
        if (words.contains("not authorized") || words.contains("auth fail") || words.contains("authenticat")
                || words.contains("credentialsprovider") || words.contains("cannot log in")
                || words.contains("not permitted")) {
            return new Fault(e, "git.remote-credentials", where);
        }
        if (words.contains("key did not validate") || words.contains("host key")) {
            return new Fault(e, "git.remote-host-key", where);
        }
        if (words.contains(DAMAGED_THERE)) {
            return new Fault(e, "git.remote-damaged", where);
        }
        if (e instanceof NoRemoteRepositoryException) {
            return new Fault(e, "git.remote-missing", where);
        }
        if (e instanceof NotSupportedException) {
            return new Fault(e, "git.remote-url", where);
        }
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof CorruptObjectException || at instanceof MissingObjectException) {
                return GitIo.fault(where, (IOException) at);
            }
            if (at instanceof WireWatch.Silent silent) {
                return new Fault(e, "git.remote-silent", where, Math.max(1, silent.waited().toSeconds()));
            }
        }
        return GitIo.isDiskFull(e)
                ? new Fault(e, "git.disk-full", where)
                : new Fault(e, "git.remote-failed", where, unknownHost(e)
                        ? Messages.Key.of("git.no-such-host", message)
                        : message);
    }

    /// Whose message is the host's name and nothing else.
    private static boolean unknownHost(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String innermost(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    }
}
