package org.commonwright.git;

import org.eclipse.jgit.util.RawParseUtils;

/// What stays of a commit when history is written anew or a commit is picked elsewhere, as one number: its author and the time that
/// the author gave, and beside them the message's first line, or, where that was worded anew, everything that the commit holds.
final class Twin {
    private static final long BEGIN = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Twin() {}

    /// By what it says.
    ///
    /// @param raw the commit's bytes
    static long said(byte[] raw) {
        long hash = add(BEGIN, raw, RawParseUtils.author(raw, 0));
        return add(hash, raw, RawParseUtils.commitMessage(raw, 0));
    }

    /// By what it holds: a commit's first line names its tree.
    static long held(byte[] raw) {
        long hash = add(BEGIN, raw, RawParseUtils.author(raw, 0));
        return add(hash, raw, 0);
    }

    private static long add(long begin, byte[] raw, int from) {
        long hash = begin;
        for (int i = from; i >= 0 && i < raw.length && raw[i] != '\n'; i++) {
            hash = (hash ^ raw[i]) * PRIME;
        }
        return (hash ^ '\n') * PRIME;
    }
}
