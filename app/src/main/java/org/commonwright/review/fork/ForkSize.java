package org.commonwright.review.fork;

/// How much a fork changes against where it left.
///
/// @param files files that differ; one that was only moved counts once
/// @param added lines of text that are new
/// @param removed lines of text that are gone
/// @param bytes how large the changed files are afterwards; of large files (Git LFS) what they stand for
/// @param uncounted files whose lines were not counted: binary, too large, too many, or not here
public record ForkSize(int files, long added, long removed, long bytes, int uncounted) {
    public static final ForkSize NONE = new ForkSize(0, 0, 0, 0, 0);
}
