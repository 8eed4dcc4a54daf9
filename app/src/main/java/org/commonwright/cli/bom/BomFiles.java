package org.commonwright.cli.bom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.ConflictedCopy;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FolderTree;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Reads the files that are named on the command line.
final class BomFiles {
    private static final int MOST_BESIDE = 10_000;

    private BomFiles() {}

    /// @throws Fault what [PlainFiles#read] throws
    static byte[] read(Path file) {
        return PlainFiles.read(file, BomReader.LIMIT);
    }

    /// What a file says, with what a person said about its columns.
    ///
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    static Bom bom(Path file) {
        Bom bom = open(file);
        List<Problem> problems = new ArrayList<>(bom.problems());
        copies(file, problems);
        return bom.withProblems(problems);
    }

    /// The sheets of a schematic are looked for beside it.
    private static Bom open(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (folder != null && name != null && Files.isRegularFile(file) && RepoPath.isSafe(name.toString())
                && KicadBom.isSchematic(new RepoPath(name.toString()))) {
            return KicadBom.read(new FolderTree(folder), new RepoPath(name.toString()), file.toString());
        }
        return BomReader.read(file.toString(), read(file), mapping(file));
    }

    /// What differs between two files. Where nothing is said about the columns of one, what is said of the other counts.
    ///
    /// @throws Fault as [#bom]
    static BomDiff diff(Path before, Path after) {
        ColumnMapping then = mapping(before);
        ColumnMapping now = mapping(after);
        return BomDiff.between(DesignBoms.read(before.toString(), read(before), then.orElse(now)),
                DesignBoms.read(after.toString(), read(after), now.orElse(then)));
    }

    /// Where that is kept: beside the file.
    static Path mappingFile(Path file) {
        return file.resolveSibling(file.getFileName() + MappingFile.SUFFIX);
    }

    static ColumnMapping mapping(Path file) {
        return mapping(file, keptMapping(file));
    }

    /// What stands there; null when nothing does.
    static byte @Nullable [] keptMapping(Path file) {
        return PlainFiles.readIfThere(mappingFile(file), MappingFile.LIMIT);
    }

    static ColumnMapping mapping(Path file, byte @Nullable [] kept) {
        return kept == null ? ColumnMapping.NONE : MappingFile.read(mappingFile(file).toString(), kept);
    }

    /// A separated table, to be edited in place.
    ///
    /// @throws Fault `bom.not-in-place` for what is no separated table, and what [BomDocument#parse] throws
    static BomDocument table(Path file) {
        return switch (BomReader.open(file.toString(), read(file), mapping(file))) {
            case OpenedBom.Table table -> BomDocument.of(table);
            case OpenedBom.Other _ -> throw new Fault("bom.not-in-place", file);
        };
    }

    /// The place of a column, from 0, by its header or by what it means.
    ///
    /// @throws Fault `bom.no-such-column`
    static int column(BomDocument document, String column) {
        String wanted = column.strip().toLowerCase(Locale.ROOT);
        for (List<String> names : List.of(document.columns(), document.columnKeys())) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).strip().toLowerCase(Locale.ROOT).equals(wanted)) {
                    return i;
                }
            }
        }
        throw new Fault("bom.no-such-column", column, document.file(), String.join(", ", document.columns()));
    }

    /// Tells copies of the file that a conflict left beside it, and when it is one itself.
    private static void copies(Path file, List<Problem> problems) {
        String name = file.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        ConflictedCopy.original(name).filter(original -> Files.exists(file.resolveSibling(original)))
                .ifPresent(original -> problems
                        .add(Problem.warning(Place.file(file.toString()), "bom.conflicted-copy", name, original)));
        try (Stream<Path> beside = Files.list(folder)) {
            beside.limit(MOST_BESIDE).map(f -> f.getFileName().toString())
                    .filter(f -> ConflictedCopy.original(f).filter(name::equals).isPresent()).sorted()
                    .forEach(copy -> problems.add(Problem.warning(Place.file(file.resolveSibling(copy).toString()),
                            "bom.conflicted-copy", copy, name)));
        } catch (UncheckedIOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e.getCause()));
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
    }
}
