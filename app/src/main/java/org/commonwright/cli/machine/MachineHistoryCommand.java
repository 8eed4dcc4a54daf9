package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.PartSum;
import org.commonwright.machine.history.RecordJson;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.machine.history.RunTable;
import org.commonwright.machine.history.TrafficText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine history`: the runs of this computer, and what a person says of them.
final class MachineHistoryCommand {
    private static final int MOST_LINES = 10_000_000;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "ID", arity = "0..1", description = "one run, by its id or the beginning of it")
        private @Nullable String id;

        @Option(names = "--find", paramLabel = "TEXT", defaultValue = "", description = "only runs whose program, machine or outcome has this text")
        private String find;

        @Option(names = "--per-part", description = "time, energy, material and waste for each good part")
        private boolean perPart;

        @Option(names = "--check", paramLabel = "VERDICT", description = "what a person found of the run ID: good, scrap or none")
        private @Nullable String check;

        @Option(names = "--note", paramLabel = "TEXT", description = "a note to the run ID")
        private @Nullable String note;

        @Option(names = "--meter", paramLabel = "WATTHOURS", description = "what a meter showed for the run ID")
        private @Nullable Double meter;

        @Option(names = "--traffic", description = "what was said both ways in the run ID")
        private boolean traffic;

        @Option(names = "--csv", description = "as a table of comma-separated values")
        private boolean csv;

        @Option(names = "--json")
        private boolean json;
    }

    MachineHistoryCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        History history = History.of(context.folders());
        String id = options.id;
        if (id != null) {
            return one(history, id);
        }
        History.Listing listing = history.list();
        String text = options.find.toLowerCase(Locale.ROOT);
        List<RunRecord> runs = listing.runs().stream().filter(run -> RunTable.has(run, text)).toList();
        listing.problems().forEach(problem -> context.err().println(context.messages().get(problem)));
        if (options.csv) {
            context.out().print(RunTable.csv(runs));
        } else if (options.json) {
            json(runs);
        } else if (options.perPart) {
            PartSum.of(runs).forEach(new HistorySaying(context)::sum);
        } else {
            runs.forEach(new HistorySaying(context)::line);
        }
        if (runs.isEmpty() && !options.json && !options.csv) {
            context.say("history.says-none");
        }
        return Exit.DONE;
    }

    private void json(List<RunRecord> runs) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode list = node.putArray("runs");
        runs.forEach(run -> list.add(json(run)));
        ArrayNode sums = node.putArray("parts");
        for (PartSum sum : PartSum.of(runs)) {
            sums.addObject().put("program", sum.program()).put("good", sum.good()).put("unchecked", sum.unchecked())
                    .put("waste", sum.waste()).put("seconds", sum.seconds()).put("watt_hours", sum.energy().total())
                    .put("grams", sum.grams().total()).put("wasted_grams", sum.wasted().total())
                    .put("watt_hours_each", sum.energy().each()).put("grams_each", sum.grams().each());
        }
        context.json(node);
    }

    private ObjectNode json(RunRecord run) {
        ObjectNode node = RecordJson.json(run);
        run.reason().ifPresent(key -> node.put("reason_text", context.messages().get(key.key(), key.arguments())));
        return node;
    }

    private int one(History history, String id) {
        RunRecord run = history.find(id);
        if (options.check != null || options.note != null) {
            String word = options.check == null ? run.check().verdict().word() : options.check;
            if (!word.matches("good|scrap|none")) {
                throw new Fault("history.bad-check", word);
            }
            String note = options.note == null ? run.check().note() : options.note;
            run = history.check(run.id(), new Check(Check.Verdict.of(word), note));
        }
        Double watts = options.meter;
        if (watts != null) {
            if (watts.isNaN() || watts < 0 || watts > 1e6) {
                throw new Fault("history.bad-meter", String.valueOf(watts));
            }
            run = history.meter(run.id(), watts);
        }
        Path files = history.files(run.id());
        if (options.json) {
            context.json(json(run).put("files", files.toString()));
        } else if (options.traffic) {
            TrafficText.lines(files, MOST_LINES).forEach(context.out()::println);
        } else {
            new HistorySaying(context).details(run);
            context.say("history.says-files", files);
        }
        return Exit.DONE;
    }
}
