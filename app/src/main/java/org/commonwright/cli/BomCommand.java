package org.commonwright.cli;

import java.nio.file.Path;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.read.BomReader;
import org.commonwright.model.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom read`: bills of materials.
@Command(name = "bom", description = "Bills of materials: read, roll up, compare, merge.")
final class BomCommand implements NounCommand {
    private final CliContext context;

    BomCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "read", description = "What a bill of materials says, in any format that is known.")
    int read(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--json") boolean json) {
        Bom bom = BomReader.read(file.toString(), BomFiles.read(file));
        if (json) {
            context.json(new BomJson(context.messages()).bom(bom));
            return Cli.DONE;
        }
        context.say("bom.says-format", bom.format(), bom.encoding(), bom.lines().size(), bom.skipped().size());
        for (BomLine line : bom.lines()) {
            Quantity quantity = line.quantity();
            context.say("bom.says-line", String.valueOf(line.row()),
                    quantity == null ? "?" : context.formats().quantity(quantity), line.part(),
                    String.join(" ", line.references()), line.manufacturer(), line.mpn());
        }
        for (SkippedRow row : bom.skipped()) {
            context.say("bom.says-skipped", String.valueOf(row.row()), row.reason(), row.text());
        }
        bom.problems().forEach(problem -> context.out().println(context.messages().get(problem)));
        return Cli.DONE;
    }
}
