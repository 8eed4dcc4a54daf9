package org.commonwright.review.mail;

import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.model.CommitId;

/// A proposal in a file.
///
/// @param bytes how large the file is
/// @param needs the commit that whoever takes it must have; empty when everything is in the file
/// @param large large files (Git LFS) of the change, whose contents are not in the file
public record Written(Path file, long bytes, Optional<CommitId> needs, int large) {}
