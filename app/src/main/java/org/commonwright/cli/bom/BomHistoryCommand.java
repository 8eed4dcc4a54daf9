package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.history.CellChange;
import org.commonwright.design.history.CellHistory;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom history`: who set a cell, when and why.
final class BomHistoryCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "FILE", description = "a bill of materials in a repository")
        private Path file;

        @Option(names = "--part", required = true, paramLabel = "PART", description = "its name, its maker's number, or the number of its row")
        private String part;

        @Option(names = "--column", defaultValue = "Quantity", paramLabel = "COLUMN", description = "its header")
        private String column;

        @Option(names = "--at", defaultValue = "HEAD", paramLabel = "REV")
        private String revision;

        @Option(names = "--json")
        private boolean json;
    }

    BomHistoryCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        try (GitRepository repository = GitRepository.open(options.file.toAbsolutePath().getParent())) {
            Path inside = repository.folder().toAbsolutePath().normalize()
                    .relativize(options.file.toAbsolutePath().normalize());
            RepoPath path = new RepoPath(inside.toString().replace('\\', '/'));
            CommitId at = repository.require(options.revision);
            BomDocument document = DesignBoms.document(repository.tree(at), path, path.text());
            int line = line(document, options.part);
            int column = BomFiles.column(document, options.column);
            try (var history = new CellHistory(repository, at, context.progress())) {
                tell(history.of(at, path, line, column), options.json);
            }
            return Exit.DONE;
        }
    }

    private static int line(BomDocument document, String part) {
        String name = PartKey.normalise(part);
        for (BomLine line : document.read().lines()) {
            boolean named = PartKey.normalise(line.part()).equals(name) || PartKey.normalise(line.mpn()).equals(name);
            if (named || part.equals(String.valueOf(line.row()))) {
                return document.lineAt(line.row());
            }
        }
        throw new Fault("bom.part-not-in-list", part, document.file());
    }

    private void tell(List<CellChange> changes, boolean json) {
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode list = node.putArray("changes");
            for (CellChange change : changes) {
                list.addObject().put("commit", change.commit().hex()).put("author", change.author().name())
                        .put("email", change.author().email()).put("when", change.when().toString())
                        .put("kind", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("file", change.file().text()).put("row", change.row()).put("column", change.header())
                        .put("before", change.before()).put("after", change.after()).put("message", change.message());
            }
            context.json(node);
        } else {
            for (CellChange change : changes) {
                context.say(switch (change.kind()) {
                    case SET -> "bom.says-cell-set";
                    case ROW_ADDED -> "bom.says-cell-row";
                    case COLUMN_ADDED -> "bom.says-cell-column";
                    case FILE_ADDED -> "bom.says-cell-file";
                }, change.commit().abbreviated(), change.when(), change.author().name(), change.after(),
                        change.before() == null ? "" : change.before(), change.subject(),
                        change.file() + ":" + change.row());
            }
        }
    }
}
