package org.commonwright.git;

import org.commonwright.model.ContentId;

/// What is known of a file's content without looking into it.
///
/// @param bytes its size
/// @param sha256 its hash
/// @param isLarge whether Git has only a pointer to it (Git LFS)
/// @param here whether the content is on this machine
public record StoredContent(long bytes, ContentId sha256, boolean isLarge, boolean here) {}
