package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom columns`: adds, renames and takes out columns of a file; comments and every other cell stay byte for byte.
final class BomColumnsCommand {
    private final CliContext context;

    /// What to do; renaming comes first, then taking out, then adding.
    static final class Options {
        @Parameters(paramLabel = "FILE", description = "a separated table")
        private Path file;

        @Option(names = "--rename", paramLabel = "COLUMN=HEADER", description = "another header for a column; may be given several times")
        private List<String> rename = new ArrayList<>();

        @Option(names = "--remove", paramLabel = "COLUMN", description = "takes a column out, with its cells; may be given several times")
        private List<String> remove = new ArrayList<>();

        @Option(names = "--add", paramLabel = "HEADER", description = "a new empty column at the end; may be given several times")
        private List<String> add = new ArrayList<>();

        @Option(names = "--json")
        private boolean json;
    }

    BomColumnsCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        BomDocument before = BomFiles.table(options.file);
        BomDocument now = before;
        for (String one : options.rename) {
            int at = one.lastIndexOf('=');
            if (at <= 0 || at == one.length() - 1) {
                throw new Fault("bom.rename-unclear", one);
            }
            now = now.apply(new Edit.RenameColumn(BomFiles.column(now, one.substring(0, at)),
                    one.substring(at + 1).strip()));
        }
        for (String column : options.remove) {
            now = now.apply(new Edit.RemoveColumn(BomFiles.column(now, column)));
        }
        for (String header : options.add) {
            now = now.apply(new Edit.AddColumn(now.columns().size(), header.strip()));
        }
        if (now != before) {
            now.save(options.file, before);
        }
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", options.file.toString());
            var columns = node.putArray("columns");
            now.columns().forEach(columns::add);
            context.json(node);
        } else {
            context.say("bom.says-columns", options.file, String.join(", ", now.columns()));
        }
        return Exit.DONE;
    }
}
