package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.AtomicFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bom rollup`: what N pieces need and cost, and where each total comes from.
final class BomRollupCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Mixin
        private final BuildOptions build = new BuildOptions();

        @Option(names = "--stock", description = "uses what the design's stock.csv has first, and costs only what remains to buy")
        private boolean stock;

        @Option(names = "--explain", paramLabel = "PART", description = "opens the total of one part: its rows, its stock, every way to buy it")
        private @Nullable String explain;

        @Option(names = "--csv", paramLabel = "FILE", description = "also writes the parts as a table for spreadsheets")
        private @Nullable Path csv;
    }

    BomRollupCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        try (var workspace = new Workspace(context.folders().workspace())) {
            ModuleTree tree = options.build.tree(workspace);
            boolean stock = options.stock || options.build.stockFile() != null;
            RollupResult result = Rollup.of(ModuleBom.of(options.build.module(tree)),
                    options.build.build(tree.root(), stock));
            List<Problem> problems = new ArrayList<>(tree.problems());
            problems.addAll(result.problems());
            var text = new RollupText(context);
            if (options.csv != null) {
                AtomicFiles.replace(options.csv, SpreadsheetCsv.write(text.table(result)));
            }
            List<RollupLine> explained = explained(result);
            if (options.build.json()) {
                var writer = new RollupJson(context.messages());
                ObjectNode node = writer.rollup(result, problems);
                if (options.explain != null) {
                    var array = node.putArray("explained");
                    explained.forEach(line -> array.add(writer.explained(result, line)));
                }
                context.json(node);
            } else if (options.explain == null) {
                text.rollup(result);
                new BomText(context).problems(problems);
            } else {
                explained.forEach(line -> text.explain(result, line));
            }
            return Exit.DONE;
        }
    }

    private List<RollupLine> explained(RollupResult result) {
        String asked = options.explain;
        List<RollupLine> found = asked == null ? List.of() : result.find(asked);
        if (asked != null && found.isEmpty()) {
            throw new Fault("bom.no-such-part", asked);
        }
        return found;
    }
}
