package org.commonwright.cli.bom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.diff.BomMerge;
import org.commonwright.bom.diff.MarkedMerge;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CanonicalBom;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom merge`: two revisions of a list over their ancestor.
final class BomMergeCommand {
    private final CliContext context;
    private final Map<Path, byte[]> read = new HashMap<>();

    /// What is merged.
    static final class Options {
        @Parameters(index = "0", paramLabel = "BASE")
        private Path base;

        @Parameters(index = "1", paramLabel = "OURS")
        private Path ours;

        @Parameters(index = "2", paramLabel = "THEIRS")
        private Path theirs;

        @Option(names = "-o", paramLabel = "FILE")
        private @Nullable Path out;

        @Option(names = "--path", paramLabel = "PATH", description = "where the list lies (%%P in a merge driver): what is said about its columns is kept beside it")
        private @Nullable Path path;

        @Option(names = "--marks", description = "writes conflicts into the file, each row as ours, the ancestor and theirs have it, for bom resolve")
        private boolean marks;

        @Option(names = "--json")
        private boolean json;
    }

    BomMergeCommand(CliContext context) {
        this.context = context;
    }

    int merge(Options options) {
        Optional<OpenedBom> base = opened(options, options.base);
        OpenedBom ours = opened(options, options.ours).orElseThrow(() -> new Fault("bom.empty", options.ours));
        OpenedBom theirs = opened(options, options.theirs).orElseThrow(() -> new Fault("bom.empty", options.theirs));
        boolean tables = Stream.concat(base.stream(), Stream.of(ours, theirs))
                .allMatch(OpenedBom.Table.class::isInstance);
        if (!tables && !isNewTable(options)) {
            base.ifPresent(b -> table(options.base, b));
            table(options.ours, ours);
            table(options.theirs, theirs);
        }
        MergeResult result = BomMerge.merge(base.map(b -> document(b, tables)).orElse(null), document(ours, tables),
                document(theirs, tables));
        Path target = options.out == null ? options.ours : options.out;
        save(target, options.marks ? MarkedMerge.bytes(result) : result.merged().bytes());
        if (options.json) {
            context.json(new BomJson(context.messages()).merge(result, target.toString()));
        } else {
            new BomText(context).conflicts(result.conflicts());
            if (options.marks && !result.isClean()) {
                context.say("merging.says-resolve", options.path == null ? target : options.path);
            }
        }
        return result.isClean() ? Exit.DONE : Exit.NO;
    }

    /// Over one of the files that were read, only when it is still as it was then.
    private void save(Path target, byte[] bytes) {
        byte[] before = read.get(target);
        if (before == null) {
            AtomicFiles.replace(target, bytes);
        } else {
            AtomicFiles.change(target, before, bytes);
        }
    }

    /// Empty for an empty file, which stands for a side that is not there.
    private Optional<OpenedBom> opened(Options options, Path file) {
        byte[] bytes = BomFiles.read(file);
        read.put(file, bytes);
        return bytes.length == 0
                ? Optional.empty()
                : Optional.of(BomReader.open(file.toString(), bytes, mapping(options, file)));
    }

    /// Only separated tables are merged in place.
    private static void table(Path file, OpenedBom opened) {
        if (opened instanceof OpenedBom.Other(Bom read)) {
            throw new Fault("bom.merge-not-table", file, read.container());
        }
    }

    /// Where one side is no separated table, all three become canonical ones, so that they have the same columns.
    private static BomDocument document(OpenedBom opened, boolean tables) {
        return tables && opened instanceof OpenedBom.Table table
                ? BomDocument.of(table)
                : CanonicalBom.document(opened.read());
    }

    private static boolean isNewTable(Options options) {
        Path out = options.out;
        return out != null && out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                && !List.of(options.base, options.ours, options.theirs).contains(out);
    }

    /// Beside the file, beside the path it stands for, or beside another side.
    private static ColumnMapping mapping(Options options, Path file) {
        return List.of(Optional.of(file), Optional.ofNullable(options.path), Optional.of(options.ours),
                Optional.of(options.theirs), Optional.of(options.base)).stream().flatMap(Optional::stream)
                .filter(f -> Files.exists(BomFiles.mappingFile(f))).findFirst().map(BomFiles::mapping)
                .orElse(ColumnMapping.NONE);
    }
}
