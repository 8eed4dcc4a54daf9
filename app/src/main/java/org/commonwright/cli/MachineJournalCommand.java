package org.commonwright.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.commonwright.files.AtomicFiles;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.protocol.Program;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine journal`: runs that did not come to their end, and what a resume would send. It sends nothing itself.
final class MachineJournalCommand {
    private final CliContext context;
    private final MachineJson json;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "ID", arity = "0..1", description = "one run, by its id or the beginning of it")
        private @Nullable String id;

        @Option(names = "--all", description = "completed and settled runs too")
        private boolean all;

        @Option(names = "--write", paramLabel = "FILE", description = "writes what a resume of the run ID would send as a program")
        private @Nullable Path write;

        @Option(names = "--settle", paramLabel = "HOW", description = "notes a decision about the run ID, such as scrapped or resumed")
        private @Nullable String settle;

        @Option(names = "--json")
        private boolean json;
    }

    MachineJournalCommand(CliContext context, Options options) {
        this.context = context;
        this.json = new MachineJson(context.messages());
        this.options = options;
    }

    int run() {
        Path folder = Journals.folder(context.folders());
        String one = options.id;
        List<JournalReport> reports = one != null
                ? List.of(Journals.find(folder, one))
                : options.all ? Journals.all(folder) : Journals.unfinished(folder);
        if (one != null && options.settle != null) {
            reports.getFirst().requireNoJob();
            Journals.settle(folder, reports.getFirst().head(), options.settle, Instant.now());
            reports = List.of(Journals.find(folder, one));
        }
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode list = node.putArray("journals");
        for (JournalReport report : reports) {
            ObjectNode entry = json.journal(report);
            list.add(entry);
            if (!options.json) {
                say(report);
            }
            if (report.isOpen()) {
                resume(folder, report, entry);
            }
        }
        if (options.json) {
            context.json(node);
        } else if (reports.isEmpty()) {
            context.say("machine.says-no-journals");
        }
        return Cli.DONE;
    }

    private void resume(Path folder, JournalReport report, ObjectNode entry) {
        Program program = Journals.program(folder, report.head());
        ResumePlan plan = ResumePlan.of(report, program);
        json.resume(entry, plan);
        if (!options.json) {
            say(plan);
        }
        Path target = options.write;
        if (target != null && options.id != null && plan.refusal().isEmpty()) {
            AtomicFiles.replace(target, plan.program(program).bytes());
        }
    }

    private void say(JournalReport report) {
        String state = report.running() ? "running" : report.settled().orElse(report.ended().orElse("killed"));
        context.say("machine.says-journal", report.head().id(), report.head().program(), report.head().port(), state,
                report.executed(), report.sent(), report.head().lines());
    }

    private void say(ResumePlan plan) {
        plan.refusal().ifPresent(problem -> context.out().println("  " + context.messages().get(problem)));
        plan.notes().forEach(note -> context.out().println("  " + context.messages().get(note)));
        if (plan.refusal().isEmpty()) {
            context.say("machine.says-resume", plan.next());
            plan.lines().forEach(line -> context.out().println("    " + line));
        }
    }
}
