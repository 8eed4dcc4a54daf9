package org.commonwright.publish.release;

import java.nio.file.Path;
import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;

/// A release that was written.
///
/// @param name of the design, as in the archive's name
/// @param archive where it was written
/// @param hash of the archive
/// @param problems what the checks found that did not stop it
public record Release(String name, String version, CommitId commit, Path archive, ContentId hash,
        List<ReleaseFile> files, List<Problem> problems) {
    public Release {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /// The message of the tag that signs it.
    public String tagMessage() {
        return name + " " + version + "\n\nArchive: " + archive.getFileName() + "\nSHA-256: " + hash.hex() + "\n";
    }

    /// The name of the tag that signs it.
    public String tagName() {
        return "v" + version;
    }
}
