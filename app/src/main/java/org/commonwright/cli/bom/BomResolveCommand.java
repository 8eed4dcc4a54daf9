package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.Choice;
import org.commonwright.bom.diff.UnfinishedMerge;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom resolve`: goes on where a merge left marks in a table.
final class BomResolveCommand {
    private static final Pattern CHOICE = Pattern.compile("(\\d{1,6})(?:=(ours|theirs|base)|:(.*))", Pattern.DOTALL);

    private final CliContext context;

    /// What is decided.
    static final class Options {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--choose", paramLabel = "CHOICE", description = "ours, theirs or base for all that is left; N=ours, N=theirs, N=base or N:value for one; may be given several times")
        private @Nullable List<String> choices;

        @Option(names = "--json")
        private boolean json;
    }

    BomResolveCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        byte[] before = BomFiles.read(options.file);
        UnfinishedMerge merge = UnfinishedMerge.of(BomFiles.table(options.file));
        List<String> choices = options.choices == null ? List.of() : options.choices;
        Map<CellConflict, Choice> decided = decide(merge.conflicts(), choices);
        List<CellConflict> left = merge.conflicts().stream().filter(c -> !decided.containsKey(c)).toList();
        if (!decided.isEmpty()) {
            AtomicFiles.change(options.file, before, merge.resolved(decided));
        }
        // What is left has new numbers now, as it will be asked for.
        tell(options, left);
        return left.isEmpty() ? Exit.DONE : Exit.NO;
    }

    private void tell(Options options, List<CellConflict> left) {
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", options.file.toString());
            ArrayNode list = node.putArray("conflicts");
            for (CellConflict one : left) {
                list.addObject().put("number", list.size()).put("part", one.part()).put("cell", one.cell())
                        .put("base", one.base()).put("ours", one.ours()).put("theirs", one.theirs());
            }
            context.json(node);
        } else if (left.isEmpty()) {
            context.say("merging.says-resolved", options.file);
        } else {
            for (int i = 0; i < left.size(); i++) {
                CellConflict one = left.get(i);
                context.say(one.cell().isEmpty() ? "merging.says-rows" : "merging.says-cell", i + 1, one.part(),
                        one.cell(), shown(one.base()), shown(one.ours()), shown(one.theirs()));
            }
        }
    }

    private String shown(@Nullable String text) {
        return text == null ? context.messages().get("merging.nothing") : context.messages().get("merging.value", text);
    }

    private static Map<CellConflict, Choice> decide(List<CellConflict> conflicts, List<String> choices) {
        Map<CellConflict, Choice> decided = new HashMap<>();
        for (String choice : choices) {
            Matcher one = CHOICE.matcher(choice);
            if (List.of("ours", "theirs", "base").contains(choice)) {
                conflicts.forEach(conflict -> decided.putIfAbsent(conflict, side(choice)));
            } else if (one.matches() && Integer.parseInt(one.group(1)) >= 1
                    && Integer.parseInt(one.group(1)) <= conflicts.size()) {
                decided.put(conflicts.get(Integer.parseInt(one.group(1)) - 1),
                        one.group(2) == null ? new Choice.Value(one.group(3)) : side(one.group(2)));
            } else {
                throw new Fault("merging.no-choice", choice, conflicts.size());
            }
        }
        return decided;
    }

    private static Choice side(String word) {
        return switch (word) {
            case "ours" -> new Choice.Ours();
            case "theirs" -> new Choice.Theirs();
            default -> new Choice.Base();
        };
    }
}
