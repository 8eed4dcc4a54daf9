package org.commonwright.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.bom.diff.BomMerge;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.git.GitRepository;
import org.commonwright.git.MergePlan;
import org.commonwright.git.PathConflict;
import org.commonwright.git.Version;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The three sides of a bill of materials in a merge, each with what was said about its columns in its commit.
final class BomSides {

    private final GitRepository repository;
    private final List<FileTree> trees;

    BomSides(GitRepository repository, MergePlan plan) {
        this.repository = repository;
        this.trees = Stream.concat(Stream.of(plan.ours(), plan.theirs()), plan.base().stream())
                .map((CommitId commit) -> (FileTree) repository.tree(commit)).toList();
    }

    /// @return empty for a file that is not merged by part and cell: no bill of materials by its name, or no separated table
    ///         on one of the sides
    Optional<BomFileMerge> merge(PathConflict conflict) {
        RepoPath path = conflict.path();
        boolean canonical = path.fileName().toLowerCase(Locale.ROOT).equals("bom.csv");
        if (!canonical && !DesignBoms.isNamedSo(path)
                && trees.stream().noneMatch(tree -> tree.exists(DesignBoms.mappingFile(path))
                        || DesignBoms.isChosen(tree, path))) {
            return Optional.empty();
        }
        try {
            Optional<BomDocument> base = document(path, conflict.base(), trees.getLast());
            Optional<BomDocument> ours = document(path, conflict.ours(), trees.getFirst());
            Optional<BomDocument> theirs = document(path, conflict.theirs(), trees.get(1));
            boolean tables = ours.isPresent() && theirs.isPresent() && (conflict.base() == null || base.isPresent());
            return tables
                    ? Optional.of(new BomFileMerge(path,
                            BomMerge.merge(base.orElse(null), ours.orElseThrow(), theirs.orElseThrow())))
                    : Optional.empty();
        } catch (Fault unread) {
            if (canonical) {
                throw unread;
            }
            // A list that one side broke is still a text, and is merged as one.
            return Optional.empty();
        }
    }

    private Optional<BomDocument> document(RepoPath path, @Nullable Version version, FileTree tree) {
        if (version == null) {
            return Optional.empty();
        }
        OpenedBom opened = BomReader.open(path.text(), repository.blob(version.blob(), BomReader.LIMIT),
                mapping(tree, path));
        return opened instanceof OpenedBom.Table table ? Optional.of(BomDocument.of(table)) : Optional.empty();
    }

    /// Where a side says nothing, what another one says counts.
    private ColumnMapping mapping(FileTree tree, RepoPath path) {
        String shown = path.text() + MappingFile.SUFFIX;
        return Stream.concat(Stream.of(tree), trees.stream()).map(t -> DesignBoms.mapping(t, path, shown))
                .filter(mapping -> !mapping.isEmpty()).findFirst().orElse(ColumnMapping.NONE);
    }
}
