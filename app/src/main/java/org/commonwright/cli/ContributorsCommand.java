package org.commonwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.Part;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleOwners;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `contributors DIR`: each contributor's part of a design.
@Command(name = "contributors", description = "Each contributor's part of a design: lines that survive, by module, from the whole history.")
final class ContributorsCommand implements NounCommand, Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--path", paramLabel = "P", description = "only this folder or file of the repository")
    private String path = "";

    @Option(names = "--at", paramLabel = "REV", defaultValue = "HEAD")
    private String revision = "HEAD";

    @Option(names = "--ignore-space", description = "a line that only changed its spacing stays its author's, as in git blame -w")
    private boolean ignoreSpace;

    @Option(names = "--json")
    private boolean json;

    ContributorsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var workspace = new Workspace(context.folders().workspace())) {
            GitRepository repository = workspace.open(folder);
            CommitId at = repository.require(revision);
            RepoPath within = within(repository, at);
            UnaryOperator<RepoPath> owners = new ModuleOwners(
                    new DesignReader(workspace).read(repository.folder(), at.hex()).tree())::owner;
            Contributions c = new ContributionReader(context.folders().cache()).read(repository, at,
                    new Question(within, owners, ignoreSpace), context.progress());
            if (json) {
                context.json(new ContributionsJson(context.messages()).contributions(c));
            } else {
                show(c);
            }
            return Exit.DONE;
        }
    }

    private RepoPath within(GitRepository repository, CommitId at) {
        String text = path.equals(".") ? "" : path.replaceFirst("^\\./", "").replaceFirst("/+$", "");
        if (RepoPath.isSafe(text)) {
            var within = new RepoPath(text);
            if (within.isRoot() || repository.tree(at).files().stream().anyMatch(f -> f.isUnder(within))) {
                return within;
            }
        }
        throw new Fault("contribution.no-path", path, at.abbreviated());
    }

    private void show(Contributions c) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("contribution.column-name"), word("contribution.column-lines"),
                word("contribution.column-share"), word("contribution.column-authored"),
                word("contribution.column-commits")));
        for (Part part : c.parts()) {
            String name = part.person().toString() + (part.bot() ? " " + word("contribution.column-bot") : "");
            rows.add(List.of(name, number(part.surviving()), context.formats().percent(part.perMille() / 1000.0),
                    number(part.authored()), number(Rational.of(part.commits()))));
        }
        new TextTable(rows).print(context.out());
        context.say("contribution.says-total", c.commit().abbreviated(), c.files(), c.lines(), c.uncounted().size());
        c.problems().forEach(p -> context.out().println(context.messages().get(p)));
    }

    private String word(String key) {
        return context.messages().get(key);
    }

    private String number(Rational number) {
        return context.formats().number(number.rounded(1));
    }
}
