package org.commonwright.design.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonwright.bom.diff.Side;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.design.DesignBoms;
import org.commonwright.git.FileHistory;
import org.commonwright.git.FileVersion;
import org.commonwright.git.GitRepository;
import org.commonwright.model.RepoPath;

/// Bills of materials as commits have them, read to be compared; the last few are kept. For one thread.
public final class ListVersions {
    private static final int KEPT = 8;

    private final GitRepository repository;
    private final FileHistory files;
    private final Map<Key, Side> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Side> eldest) {
            return size() > KEPT;
        }
    };

    /// @param files closed by whoever made it
    public ListVersions(GitRepository repository, FileHistory files) {
        this.repository = repository;
        this.files = files;
    }

    private record Key(String blob, ColumnMapping mapping) {}

    /// What was said about the columns in a version's commit; where nothing was, what was said later.
    ///
    /// @throws org.commonwright.error.Fault what [MappingFile#read] throws
    public ColumnMapping mapping(FileVersion version, ColumnMapping later) {
        RepoPath kept = DesignBoms.mappingFile(version.path());
        return files.at(version.commit(), kept)
                .map(said -> MappingFile.read(kept.text(), repository.blob(said.blob(), MappingFile.LIMIT)))
                .orElse(ColumnMapping.NONE).orElse(later);
    }

    /// @throws org.commonwright.error.Fault what reading a bill of materials throws
    public Side side(FileVersion version, ColumnMapping mapping) {
        var key = new Key(version.blob(), mapping);
        Side known = parsed.get(key);
        if (known == null) {
            known = Side.of(DesignBoms.read(version.path().text(),
                    repository.content(version.blob(), version.path(), BomReader.LIMIT), mapping));
            parsed.put(key, known);
        }
        return known;
    }
}
