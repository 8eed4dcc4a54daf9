package org.commonwright.design.draft;

import java.nio.file.Path;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;

/// The manifests of a design on disk, as they are and as they could be.
public final class DesignManifests {
    private DesignManifests() {}

    /// @param folder the design's root, which the drafts' files are written below
    public record Drafted(Path folder, List<ManifestDraft> drafts, List<Problem> problems) {
        public Drafted {
            drafts = List.copyOf(drafts);
            problems = List.copyOf(problems);
        }
    }

    /// @throws Fault `design.no-folder`; `design.manifest-bare` for a repository without files on disk
    public static Drafted of(Workspace workspace, Path folder) {
        DesignReader.Design design = new DesignReader(workspace).read(folder);
        if (design.tree().root().source().commit() != null) {
            throw new Fault("design.manifest-bare", folder);
        }
        return new Drafted(folder.toAbsolutePath().normalize(),
                ManifestDrafts.of(design.tree(), facts(workspace, folder)), design.tree().problems());
    }

    private static RepositoryFacts facts(Workspace workspace, Path folder) {
        try {
            return RepositoryFacts.of(workspace.open(folder));
        } catch (Fault fault) {
            if (fault.code().equals("git.not-a-repository")) {
                return RepositoryFacts.NONE;
            }
            throw fault;
        }
    }
}
