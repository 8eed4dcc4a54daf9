package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.journal.ResumeState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.trial.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine journal`: runs that did not come to their end, and what a resume would send. It sends nothing itself.
final class MachineJournalCommand {
    private final CliContext context;
    private final MachineJson json;
    private final Options options;
    private boolean refused;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "ID", arity = "0..1", description = "one run, by its id or the beginning of it")
        private @Nullable String id;

        @Option(names = "--all", description = "completed and settled runs too")
        private boolean all;

        @Option(names = "--write", paramLabel = "FILE", description = "writes what a resume of the run ID would send as a program")
        private @Nullable Path write;

        @Option(names = "--from", paramLabel = "LINE", description = "begins the resume of the run ID at this line instead, which must not lie after the first that is not certainly done")
        private @Nullable Integer from;

        @Option(names = "--lines", paramLabel = "FILE", description = "lines of your own in place of those that bring the machine back; they are checked")
        private @Nullable Path lines;

        @Option(names = "--simulate", description = "tries the resume of the run ID on a virtual machine")
        private boolean simulate;

        @Option(names = "--settle", paramLabel = "HOW", description = "notes for good what was decided about the run ID: resumed or scrapped")
        private @Nullable Settled settle;

        @Option(names = "--json")
        private boolean json;
    }

    /// What can be decided about a run that was cut off.
    enum Settled {
        RESUMED, SCRAPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    MachineJournalCommand(CliContext context, Options options) {
        this.context = context;
        this.json = new MachineJson(context.messages());
        this.options = options;
    }

    int run() throws InterruptedException {
        Path folder = Journals.folder(context.folders());
        String one = options.id;
        List<Problem> damaged = new ArrayList<>();
        List<JournalReport> reports = one != null ? List.of(Journals.find(folder, one)) : several(folder, damaged);
        if (one != null && options.settle != null) {
            JournalReport report = reports.getFirst();
            if (!report.isOpen()) {
                throw new Fault("machine.journal-not-open", report.head().id());
            }
            report.requireNoJob();
            Journals.settle(folder, report.head(), options.settle.toString(), Instant.now());
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
                plan(folder, report, entry, damaged);
            }
        }
        ArrayNode unread = node.putArray("damaged");
        damaged.stream().map(context.messages()::get).forEach(sentence -> {
            unread.add(sentence);
            context.err().println(sentence);
        });
        if (options.json) {
            context.json(node);
        } else if (reports.isEmpty() && damaged.isEmpty()) {
            context.say("machine.says-no-journals");
        }
        return refused || !damaged.isEmpty() ? Exit.NO : Exit.DONE;
    }

    private List<JournalReport> several(Path folder, List<Problem> damaged) {
        Journals.Listing listing = Journals.list(folder);
        damaged.addAll(listing.problems());
        return listing.reports().stream().filter(report -> options.all || report.isOpen()).toList();
    }

    /// One whose program cannot be read hides no other.
    private void plan(Path folder, JournalReport report, ObjectNode entry, List<Problem> damaged)
            throws InterruptedException {
        try {
            resume(folder, report, entry);
        } catch (Fault fault) {
            if (options.id != null) {
                throw fault;
            }
            damaged.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
        }
    }

    private void resume(Path folder, JournalReport report, ObjectNode entry) throws InterruptedException {
        Program program = Journals.program(folder, report.head());
        boolean one = options.id != null;
        Integer from = one ? options.from : null;
        ResumePlan plan = from == null ? ResumePlan.of(report, program) : ResumePlan.of(report, program, from);
        int first = from == null ? report.executed() + 1 : from;
        json.resume(entry, plan);
        if (one && plan.refusal().isEmpty()) {
            state(ResumeState.before(program, first, report.head().dialect()), first, entry.withObject("/resume"));
        }
        if (!options.json) {
            say(plan);
        }
        if (one && plan.refusal().isEmpty()) {
            Path own = options.lines;
            List<String> lines = own == null ? plan.lines() : lines(Program.read(own));
            Program whole = plan.with(lines).program(program);
            boolean good = own == null || checked(whole, lines.size(), report, entry.withObject("/resume"));
            if (options.simulate) {
                new TrialSaying(context, options.json).of(whole, report.head().dialect(), entry.withObject("/resume"));
            }
            if (good) {
                write(whole);
            }
            refused |= !good;
        }
    }

    private static List<String> lines(Program file) {
        return IntStream.rangeClosed(1, file.lines()).mapToObj(file::line).toList();
    }

    private void state(ResumeState state, int first, ObjectNode entry) {
        ArrayNode facts = entry.putArray("state");
        if (!options.json) {
            context.say("resume.says-state", first);
        }
        for (ResumeState.Fact fact : state.facts()) {
            String name = context.messages().get(fact.name().key());
            String value = context.messages().get(fact.value().key(), fact.value().arguments());
            facts.addObject().put("code", fact.name().key()).put("name", name).put("value", value);
            if (!options.json) {
                context.say("resume.says-fact", name, value);
            }
        }
    }

    /// @return whether nothing in the lines is an error
    private boolean checked(Program whole, int edited, JournalReport report, ObjectNode entry) {
        List<Problem> found = Trial.check(whole, Trial.usual(report.head().dialect()), MachineStatus.UNKNOWN,
                context.progress());
        ArrayNode list = entry.putArray("findings");
        if (!options.json) {
            context.say("resume.says-edited", edited);
        }
        for (Problem problem : found) {
            list.add(ProblemsJson.of(problem, context.messages()));
            if (!options.json) {
                context.out().println("  " + context.messages().get(problem));
            }
        }
        return found.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    private void write(Program whole) {
        Path target = options.write;
        if (target != null) {
            AtomicFiles.replace(target, whole.bytes());
            if (!options.json) {
                context.say("resume.says-written", target);
            }
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
