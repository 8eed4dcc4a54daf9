package org.commonwright.publish.release;

import org.commonwright.model.ContentId;

/// A file of a release.
///
/// @param path inside the archive's one folder
public record ReleaseFile(String path, ContentId hash, long size) {}
