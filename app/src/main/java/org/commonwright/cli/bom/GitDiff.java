package org.commonwright.cli.bom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.git.TextDiff;

/// What plain Git shows of a bill of materials. Git stops when a program that it calls fails, so a list that cannot be read is shown as
/// the text that it is.
final class GitDiff {
    private static final int AROUND = 3;

    private final CliContext context;

    GitDiff(CliContext context) {
        this.context = context;
    }

    /// @param path where the list lies, below the folder that Git runs this in
    /// @param before a copy, or the list itself; no plain file where there was none
    void diff(String path, Path before, Path after) {
        byte[] old = bytes(before);
        byte[] now = bytes(after);
        context.say("merging.diff-of", path);
        try {
            BomDiff diff = BomDiff.between(document(path, old), document(path, now));
            if (diff.isEmpty()) {
                context.say("merging.diff-same");
            }
            new BomText(context).diff(new ModuleDiff(path, diff));
        } catch (Fault fault) {
            context.out().println(context.messages().get(fault));
            lines(TextDiff.of(old, now, AROUND));
        }
    }

    private void lines(TextDiff diff) {
        for (TextDiff.Hunk hunk : diff.hunks()) {
            context.out().println("@@ -" + (hunk.beginA() + 1) + " +" + (hunk.beginB() + 1) + " @@");
            hunk.lines().forEach(line -> context.out().println(line.signed()));
        }
    }

    /// One line for each cell that says something.
    void text(Path file) {
        byte[] bytes = bytes(file);
        try {
            cells(document(file.toString(), bytes)).forEach(context.out()::println);
        } catch (Fault _) {
            context.out().write(bytes, 0, bytes.length);
        }
    }

    private static List<String> cells(BomDocument document) {
        List<String> columns = document.columns();
        int part = Math.max(0, document.columnKeys().indexOf("Part"));
        return IntStream.range(0, document.size()).boxed()
                .flatMap(line -> IntStream.range(0, columns.size()).filter(c -> !document.cell(line, c).isEmpty())
                        .mapToObj(c -> document.cell(line, part) + " · " + document.columnKeys().get(c) + ": "
                                + document.cell(line, c).replaceAll("\\R", " ⏎ ")))
                .sorted().toList();
    }

    private static BomDocument document(String path, byte[] bytes) {
        if (bytes.length == 0) {
            return BomDocument.empty(path);
        }
        ColumnMapping mapping = BomFiles.mapping(Path.of(path));
        return DesignBoms.read(path, bytes, mapping);
    }

    private static byte[] bytes(Path file) {
        return Files.isRegularFile(file) ? PlainFiles.read(file, BomReader.LIMIT) : new byte[0];
    }
}
