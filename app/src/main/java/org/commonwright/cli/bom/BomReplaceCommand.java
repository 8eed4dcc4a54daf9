package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellSearch;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.bom.edit.Edit;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.i18n.Messages;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom replace`: one text for another in the cells of a file; what does not hold it stays byte for byte.
final class BomReplaceCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "FILE", description = "a separated table")
        private Path file;

        @Parameters(index = "1", paramLabel = "FIND", description = "the text to look for, taken as it is")
        private String find;

        @Parameters(index = "2", paramLabel = "WITH", description = "the text to put in its place; may be empty")
        private String with;

        @Option(names = "--column", paramLabel = "COLUMN", description = "only in this column; may be given several times")
        private List<String> columns = new ArrayList<>();

        @Option(names = "--whole", description = "only where the whole cell is that text; an empty text then finds empty cells")
        private boolean whole;

        @Option(names = "--case", description = "capital letters count")
        private boolean matchCase;

        @Option(names = "--dry-run", description = "only say what would change")
        private boolean dryRun;

        @Option(names = "--json")
        private boolean json;
    }

    BomReplaceCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        BomDocument before = BomFiles.table(options.file);
        Set<Integer> columns = new HashSet<>();
        options.columns.forEach(column -> columns.add(BomFiles.column(before, column)));
        List<CellValue> cells = new CellSearch(options.find, options.matchCase, options.whole).replaceAll(before,
                (_, column) -> columns.isEmpty() || columns.contains(column), options.with);
        BomDocument after = before.apply(
                new Edit.SetCells(Messages.Key.of("bom.step-replace", cells.size(), options.with), cells));
        if (!options.dryRun && after != before) {
            after.save(options.file, before);
        }
        tell(options, before, cells);
        return Exit.DONE;
    }

    private void tell(Options options, BomDocument before, List<CellValue> cells) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", options.file.toString())
                .put("changed", cells.size()).put("dry_run", options.dryRun);
        ArrayNode list = node.putArray("cells");
        for (CellValue cell : cells) {
            int row = before.rowNumber(cell.line());
            String header = before.columns().get(cell.column());
            String said = before.cell(cell.line(), cell.column());
            if (options.json) {
                list.addObject().put("row", row).put("column", header).put("before", said).put("after", cell.value());
            } else {
                context.say("bom.says-replaced", options.file + ":" + row, header, said, cell.value());
            }
        }
        if (options.json) {
            context.json(node);
        } else {
            context.say(options.dryRun ? "bom.says-would-replace" : "bom.says-replaced-all", cells.size());
        }
    }
}
