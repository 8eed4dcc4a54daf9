package org.commonwright.cli.contributors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.EntryJson;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.contribution.insight.Note;
import org.commonwright.credit.ContributorsFile;
import org.commonwright.credit.CreditDesk;
import org.commonwright.credit.Credits;
import org.commonwright.credit.CreditsCsv;
import org.commonwright.credit.CreditsJson;
import org.commonwright.credit.EffortState;
import org.commonwright.credit.Efforts;
import org.commonwright.credit.Statement;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `contributors DIR`: each contributor's part of a design; `contributors time`, `modules`, `files`, `cells`: what its history tells beside;
/// `declare`, `countersign`, `efforts`: work that lines do not show; `write`, `statement`, `statements`, `verify`: what is shown to others.
@Command(name = "contributors", description = "Each contributor's part of a design: lines, reviews, declared effort, citations, by module, from the whole history.")
public final class ContributorsCommand implements NounCommand, Callable<Integer> {
    private static final long MOST = 8L << 20;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    /// Not required by picocli: the verbs have one of their own.
    @Parameters(paramLabel = "DIR", arity = "0..1")
    private @Nullable Path folder;

    @Mixin
    private ContributorsScope asking = new ContributorsScope();

    @Option(names = "--csv", description = "the table as CSV")
    private boolean csv;

    public ContributorsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public List<?> inside() {
        return List.of(new StatementsCommand(context));
    }

    /// What a verb does with an open repository.
    private interface Verb {
        int run(CreditDesk desk);
    }

    private int at(Path folder, Verb verb) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return verb.run(new CreditDesk(repository, CliRecords.open(context, repository)));
        }
    }

    @Override
    public Integer call() {
        if (folder == null) {
            throw new MissingParameterException(spec.commandLine(), spec.positionalParameters().getFirst(), "DIR");
        }
        Credits credits = asking.credits(context, folder);
        if (asking.json()) {
            context.json(new CreditsJson(context.messages()).credits(credits));
        } else if (csv) {
            context.out().print(CreditsCsv.of(credits));
        } else {
            new CreditText(context).print(credits);
        }
        return Exit.DONE;
    }

    @Command(name = "time", description = "Whose lines were there at the end of each month.")
    int time(@Mixin ContributorsAsking options) {
        Insights insights = options.insights(context);
        if (options.json()) {
            context.json(InsightsJson.months(insights));
        } else {
            new InsightText(context).months(insights);
        }
        return Exit.DONE;
    }

    @Command(name = "modules", description = "Who knows each module, and how many people it depends on.")
    int modules(@Mixin ContributorsAsking options) {
        Insights insights = options.insights(context);
        if (options.json()) {
            context.json(InsightsJson.modules(insights));
        } else {
            new InsightText(context).modules(insights);
        }
        return Exit.DONE;
    }

    @Command(name = "files", description = "How often each file was changed, and by how many.")
    int files(@Mixin ContributorsAsking options) {
        Insights insights = options.insights(context);
        if (options.json()) {
            context.json(InsightsJson.files(insights));
        } else {
            new InsightText(context).files(insights);
        }
        return Exit.DONE;
    }

    @Command(name = "cells", description = "Who set each cell of the bills of materials last, list by list.")
    int cells(@Mixin ContributorsAsking options) {
        Credits credits = options.credits(context);
        if (options.json()) {
            context.json(new CreditsJson(context.messages()).cells(credits));
        } else {
            new CreditText(context).cells(credits);
        }
        return Exit.DONE;
    }

    @Command(name = "notes", description = "What makes lines look like more than was done: own work replaced at once, spacing, copies, vendored files.")
    int notes(@Mixin ContributorsAsking options) {
        List<Note> notes = options.notes(context, options.folder());
        if (options.json()) {
            context.json(InsightsJson.notes(notes));
        } else {
            new InsightText(context).notes(notes);
        }
        return Exit.DONE;
    }

    @Command(name = "write", description = "Writes the names of all contributors into the file CONTRIBUTORS.")
    int write(@Mixin ContributorsAsking options,
            @Option(names = "-o", paramLabel = "FILE", description = "instead of CONTRIBUTORS in DIR") @Nullable Path out,
            @Option(names = "--replace", description = "also a file that somebody wrote by hand") boolean replace) {
        Credits credits = options.credits(context);
        Path file = out == null ? options.folder().resolve(ContributorsFile.NAME) : out;
        byte[] before = PlainFiles.readIfThere(file, MOST);
        ContributorsFile next = ContributorsFile.of(credits, before);
        if (next.byHand() && !replace) {
            throw new Fault("credit.by-hand", file);
        }
        AtomicFiles.replace(file, next.text());
        if (options.json()) {
            context.json(JsonNodeFactory.instance.objectNode().put("file", file.toString()).put("contributors",
                    credits.people().size()));
        } else {
            context.say("credit.says-written", file, credits.people().size());
        }
        return Exit.DONE;
    }

    @Command(name = "declare", description = "Says what one did that lines do not show; it counts when somebody else countersigns it.")
    int declare(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--work", required = true, description = "what was done, in one line") String work,
            @Option(names = "--hours", required = true, paramLabel = "N", description = "how long, such as 2.5") String hours,
            @Option(names = "--module", defaultValue = "", paramLabel = "PATH", description = "the module that it was for") String module,
            @Option(names = "--file", paramLabel = "PATH", description = "a file that came of it; may be given several times") @Nullable List<String> files,
            @Option(names = "--json") boolean json) {
        return at(folder, desk -> {
            Rational number = Rational.parse(hours).orElseThrow(() -> new Fault("credit.bad-hours", hours));
            List<RepoPath> paths = files == null ? List.of() : files.stream().map(this::path).toList();
            Entry entry = desk.declare(work, number, path(module), paths);
            return efforts(List.of(desk.efforts().require(entry.id().hex())), List.of(), json);
        });
    }

    @Command(name = "countersign", description = "Confirms that somebody else's effort was made as declared.")
    int countersign(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "EFFORT") String id,
            @Option(names = "--json") boolean json) {
        return at(folder, desk -> {
            EffortState state = desk.efforts().require(id);
            desk.countersign(state.id());
            return efforts(List.of(desk.efforts().require(state.id())), List.of(), json);
        });
    }

    @Command(name = "efforts", description = "Efforts that were declared, and who countersigned them.")
    int efforts(@Parameters(paramLabel = "DIR") Path folder, @Option(names = "--json") boolean json) {
        return at(folder, desk -> {
            Efforts efforts = desk.efforts();
            return efforts(efforts.list(), efforts.problems().stream().map(context.messages()::get).toList(), json);
        });
    }

    @Command(name = "statement", description = "Signs somebody's part of a design as a record that others can check.")
    int statement(@Mixin ContributorsAsking options,
            @Option(names = "--person", required = true, paramLabel = "ADDRESS", description = "whose part, by their e-mail address") String person) {
        options.wholeOnly();
        Credits credits = options.credits(context);
        return at(options.folder(), desk -> {
            Entry entry = desk.state(person, credits);
            if (options.json()) {
                context.json(EntryJson.of(entry));
            } else {
                new CreditText(context).print(entry, Statement.of(entry.body()));
            }
            return Exit.DONE;
        });
    }

    @Command(name = "verify", description = "Whether a statement is still what the history says; ends with 1 when it is not.")
    int verify(@Mixin ContributorsAsking options,
            @Parameters(paramLabel = "STATEMENT", index = "1", description = "its id, as contributors statement says it, or the beginning of it") String id) {
        options.wholeOnly();
        return at(options.folder(), desk -> {
            Entry entry = desk.statement(id);
            Statement statement = Statement.of(entry.body());
            List<String> different = statement.differences(options.credits(context, statement.commit().hex()));
            if (options.json()) {
                ObjectNode node = EntryJson.of(entry);
                var list = node.putArray("different");
                different.forEach(list::add);
                context.json(node);
            } else {
                new CreditText(context).print(entry, statement);
                if (different.isEmpty()) {
                    context.say("credit.says-holds");
                } else {
                    context.say("credit.says-different", String.join(", ", different));
                }
            }
            return different.isEmpty() ? Exit.DONE : Exit.NO;
        });
    }

    private int efforts(List<EffortState> efforts, List<String> problems, boolean json) {
        if (json) {
            context.json(new CreditsJson(context.messages()).efforts(efforts, problems));
        } else {
            new CreditText(context).print(efforts);
            problems.forEach(context.out()::println);
        }
        return Exit.DONE;
    }

    private RepoPath path(String text) {
        String path = text.equals(".") ? "" : text.replaceFirst("^\\./", "").replaceFirst("/+$", "");
        if (!RepoPath.isSafe(path)) {
            throw new Fault("credit.bad-path", text);
        }
        return new RepoPath(path);
    }
}
