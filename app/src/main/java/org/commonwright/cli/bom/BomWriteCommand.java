package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonwright.bom.Bom;
import org.commonwright.bom.edit.CanonicalBom;
import org.commonwright.bom.rollup.ListedNode;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.publish.DesignExports;
import org.commonwright.publish.sheet.BomSheet;
import org.commonwright.publish.sheet.SheetFormat;
import org.commonwright.publish.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom convert` and `bom export`: bills of materials in the formats of other programs.
final class BomWriteCommand {
    private final CliContext context;

    /// A file to another.
    static final class Convert {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "-o", required = true, paramLabel = "FILE")
        private Path out;

        @Option(names = "--to", defaultValue = "csv", paramLabel = "FORMAT", description = "csv, kicad, jlcpcb, 1-click-bom, inventree, sbom, cyclonedx, json, html or pdf")
        private String format;

        @Option(names = "--json")
        private boolean json;
    }

    /// A whole design to a file.
    static final class Export {
        @Parameters(paramLabel = "DIR")
        private Path folder;

        @Option(names = "-o", required = true, paramLabel = "FILE")
        private Path out;

        @Option(names = "--to", defaultValue = "csv", paramLabel = "FORMAT", description = "csv, kicad, jlcpcb, 1-click-bom, inventree, sbom, cyclonedx, json, html or pdf")
        private String format;

        @Option(names = "--tree", description = "each module with its rows below it, for one piece, instead of every part once")
        private boolean tree;

        @Option(names = "--quantity", defaultValue = "1", paramLabel = "N")
        private long quantity;

        @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk")
        private @Nullable String revision;

        @Option(names = "--json")
        private boolean json;
    }

    BomWriteCommand(CliContext context) {
        this.context = context;
    }

    int convert(Convert options) {
        SheetFormat format = format(options.format);
        Bom bom = CanonicalBom.gathered(BomFiles.bom(options.file));
        Path name = options.file.getFileName();
        BomSheet.About about = BomSheet.About.named(name.toString());
        BomSheet sheet = !ListedNode.hasAssemblies(bom)
                ? BomSheet.of(about, bom)
                : format.hasLevels() || format == SheetFormat.CANONICAL
                        ? BomSheet.tree(about, ListedNode.of(bom))
                        : BomSheet.flat(about, Rollup.of(ListedNode.of(bom), 1, null));
        ObjectNode node = new BomJson(context.messages()).bom(bom);
        return write(sheet, format, options.out, options.json ? node : null);
    }

    int export(Export options) {
        SheetFormat format = format(options.format);
        if (options.quantity < 0) {
            throw new Fault("bom.pieces-negative", options.quantity);
        }
        if (options.tree && !format.hasLevels()) {
            throw new Fault("publish.format-flat", format.id(), ids(SheetFormat::hasLevels));
        }
        try (var workspace = new Workspace(context.folders().workspace())) {
            ModuleTree tree = new DesignReader(workspace).read(options.folder, options.revision).tree();
            var exports = new DesignExports(tree, context.messages());
            BomSheet sheet = options.tree ? exports.nested() : exports.flat(options.quantity);
            var node = new ObjectMapper().createObjectNode();
            node.put("format", format.id()).put("rows", sheet.rows().size());
            node.set("problems", ProblemsJson.of(tree.problems(), context.messages()));
            return write(sheet, format, options.out, options.json ? node : null);
        }
    }

    private int write(BomSheet sheet, SheetFormat format, Path out, @Nullable ObjectNode node) {
        new SheetWriter(context.messages()).save(sheet, format, out);
        if (node == null) {
            context.say("publish.says-written", out, sheet.rows().size(), format.id());
        } else {
            context.json(node.put("written", out.toString()));
        }
        return Exit.DONE;
    }

    private static SheetFormat format(String id) {
        return SheetFormat.named(id).orElseThrow(() -> new Fault("publish.format-unknown", id, ids(_ -> true)));
    }

    private static String ids(Predicate<SheetFormat> which) {
        return Arrays.stream(SheetFormat.values()).filter(which).map(SheetFormat::id).collect(Collectors.joining(", "));
    }
}
