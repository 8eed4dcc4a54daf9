package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.check.DesignChecks;
import org.commonwright.design.check.FixRun;
import org.commonwright.design.fix.ChangedFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.publish.report.DesignFindings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design check`: what is wrong with a design, and putting it right.
final class DesignCheckCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "DIR")
        private Path folder;

        @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk")
        private @Nullable String revision;

        @Option(names = "--only", paramLabel = "CHECK", description = "only what this check finds; may be given several times")
        private Set<String> only = Set.of();

        @Option(names = "--fix", arity = "0..1", fallbackValue = "", paramLabel = "ID", description = "puts right what leaves no choice, or makes the fix of this id; may be given several times")
        private @Nullable List<String> fixes;

        @Option(names = "--dry-run", description = "shows what --fix would change and writes nothing")
        private boolean dryRun;

        @Option(names = "--json")
        private boolean json;
    }

    DesignCheckCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            known(options.only);
            ModuleTree tree = read(workspace, options);
            List<Finding> findings = findings(tree, options);
            var done = new FixRun.Result(List.of(), List.of());
            if (options.fixes != null) {
                if (tree.root().source().commit() != null) {
                    throw new Fault("design.fix-commit", options.folder);
                }
                var run = new FixRun(options.folder, options.dryRun);
                List<String> ids = options.fixes.stream().filter(id -> !id.isEmpty()).toList();
                done = ids.isEmpty()
                        ? run.clear(findings, () -> findings(read(workspace, options), options))
                        : run.chosen(findings, ids);
                if (!options.dryRun && !done.changes().isEmpty()) {
                    tree = read(workspace, options);
                    findings = findings(tree, options);
                }
            }
            if (options.json) {
                context.json(json(tree, findings, done, options.dryRun));
            } else {
                say(tree, findings, done, options);
            }
            return findings.stream().noneMatch(Finding::blocks) ? Exit.DONE : Exit.NO;
        }
    }

    private static void known(Set<String> only) {
        for (String name : only) {
            if (!DesignChecks.isName(name)) {
                throw new Fault("design.check-not-there", name, String.join(", ", DesignChecks.ids()));
            }
        }
    }

    private static ModuleTree read(Workspace workspace, Options options) {
        return new DesignReader(workspace).read(options.folder, options.revision).tree();
    }

    private static List<Finding> findings(ModuleTree tree, Options options) {
        List<Finding> all = DesignFindings.of(tree, LocalDate.now(), options.only);
        return options.only.isEmpty()
                ? all
                : all.stream().filter(finding -> options.only.stream().anyMatch(
                        name -> name.equals(finding.check()) || name.startsWith(finding.check() + "."))).toList();
    }

    private ObjectNode json(ModuleTree tree, List<Finding> findings, FixRun.Result done, boolean dryRun) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", tree.root().name());
        node.put("modules", tree.modules().size());
        node.put("errors", errors(findings)).put("blocking", findings.stream().filter(Finding::blocks).count());
        var problems = node.putArray("problems");
        for (Finding finding : findings) {
            ObjectNode one = ProblemsJson.of(finding.problem(), context.messages());
            one.put("id", finding.id()).put("check", finding.check()).put("blocks", finding.blocks());
            var fixes = one.putArray("fixes");
            for (int i = 0; i < finding.fixes().size(); i++) {
                var fix = finding.fixes().get(i);
                fixes.addObject().put("id", finding.fixId(i + 1))
                        .put("name", context.messages().get(fix.name().key(), fix.name().arguments()))
                        .put("unambiguous", finding.clearFix().isPresent());
            }
            problems.add(one);
        }
        node.put("written", !dryRun && !done.changes().isEmpty());
        var made = node.putArray("fixed");
        done.made().forEach(m -> made.addObject().put("id", m.id()).put("name", name(m)));
        var changes = node.putArray("changes");
        done.changes().forEach(change -> changes.add(json(change)));
        return node;
    }

    private static ObjectNode json(ChangedFile change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", change.file().text());
        node.put("what", change.before() == null ? "created" : change.after() == null ? "removed" : "changed");
        var lines = node.putArray("lines");
        change.lines(0).hunks().forEach(hunk -> hunk.lines().forEach(line -> lines.add(line.signed())));
        return node;
    }

    private void say(ModuleTree tree, List<Finding> findings, FixRun.Result done, Options options) {
        for (Finding finding : findings) {
            context.out().println(context.messages().get(finding.problem()));
            for (int i = 0; i < finding.fixes().size(); i++) {
                var fix = finding.fixes().get(i);
                context.say("design.says-fix", finding.fixId(i + 1),
                        context.messages().get(fix.name().key(), fix.name().arguments()));
            }
        }
        if (options.fixes != null) {
            done.made().forEach(made -> context.say(
                    options.dryRun ? "design.says-would-fix" : "design.says-fixed", name(made)));
            done.changes().forEach(this::say);
            if (done.made().isEmpty()) {
                context.say("design.says-nothing-to-fix");
            }
        }
        context.say("design.says-checked", tree.modules().size(), findings.size(), errors(findings));
        long fixable = findings.stream().filter(finding -> !finding.fixes().isEmpty()).count();
        if (fixable > 0 && options.fixes == null) {
            context.say("design.says-fixable", fixable,
                    findings.stream().filter(finding -> finding.clearFix().isPresent()).count());
        }
        long blocking = findings.stream().filter(Finding::blocks).count();
        if (blocking > 0) {
            context.say("design.says-blocking", blocking);
        }
    }

    private void say(ChangedFile change) {
        context.out().println(change.file().text());
        List<String> lines = new ArrayList<>();
        change.lines(0).hunks().forEach(hunk -> hunk.lines().forEach(line -> lines.add(line.signed())));
        lines.stream().limit(40).forEach(line -> context.out().println("  " + line));
        if (lines.size() > 40) {
            context.out().println("  …");
        }
    }

    private String name(FixRun.Made made) {
        return context.messages().get(made.fix().name().key(), made.fix().name().arguments());
    }

    private static long errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.problem().severity() == Problem.Severity.ERROR).count();
    }
}
