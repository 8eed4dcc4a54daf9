package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.publish.DesignExports;
import org.commonwright.publish.report.CompletenessReport;
import org.commonwright.publish.report.DurabilityReport;
import org.commonwright.publish.report.Report;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.Report.Verdict;
import org.commonwright.publish.report.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design report`: whether the documentation is complete, whether the thing can be kept alive.
final class DesignReportCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "completeness|durability")
        private String kind;

        @Parameters(paramLabel = "DIR")
        private Path folder;

        @Option(names = "-o", paramLabel = "FILE", description = "also writes a page that ends in .html or .pdf")
        private @Nullable Path out;

        @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk")
        private @Nullable String revision;

        @Option(names = "--json")
        private boolean json;
    }

    DesignReportCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            ModuleTree tree = new DesignReader(workspace).read(options.folder, options.revision).tree();
            Report report = switch (options.kind) {
                case "completeness" -> CompletenessReport.of(tree);
                case "durability" -> DurabilityReport.of(tree, LocalDate.now());
                default -> throw new Fault("publish.report-unknown", options.kind);
            };
            if (options.out != null) {
                DesignExports.savePage(ReportPage.of(report, context.messages()), options.out);
            }
            tell(report, options.json);
            return Exit.DONE;
        }
    }

    private void tell(Report report, boolean json) {
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("name", report.about().name());
            ArrayNode answers = node.putArray("answers");
            for (Answer answer : report.answers()) {
                ObjectNode one = answers.addObject().put("id", answer.id())
                        .put("question", context.messages().get(answer.questionKey()))
                        .put("verdict", answer.verdict().name().toLowerCase(Locale.ROOT));
                ArrayNode evidence = one.putArray("evidence");
                answer.evidence().forEach(e -> evidence.add(e.toString()));
            }
            context.json(node);
        } else {
            for (Answer answer : report.answers()) {
                context.say("publish.says-answer", context.messages().get(answer.verdict().key()),
                        context.messages().get(answer.questionKey()));
                boolean worth = answer.verdict() != Verdict.YES;
                answer.evidence().stream().filter(_ -> worth).forEach(e -> context.out().println("    " + e));
            }
            context.say("publish.says-report", report.about().name(), report.count(Verdict.YES),
                    report.count(Verdict.PARTLY), report.count(Verdict.NO));
        }
    }
}
