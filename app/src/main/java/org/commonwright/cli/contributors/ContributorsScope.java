package org.commonwright.cli.contributors;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.insight.InsightReader;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.contribution.insight.Note;
import org.commonwright.credit.CreditReader;
import org.commonwright.credit.Credits;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleOwners;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import picocli.CommandLine.Option;

/// What every question about contributors says: which part of a design, and when.
class ContributorsScope {
    @Option(names = "--path", paramLabel = "P", description = "only this folder or file of the repository")
    private String path = "";

    @Option(names = "--at", paramLabel = "REV", defaultValue = "HEAD")
    private String revision = "HEAD";

    @Option(names = "--ignore-space", description = "a line that only changed its spacing stays its author's, as in git blame -w")
    private boolean ignoreSpace;

    @Option(names = "--json")
    private boolean json;

    /// What a statement is about.
    static ContributorsScope whole(boolean ignoreSpace) {
        var scope = new ContributorsScope();
        scope.ignoreSpace = ignoreSpace;
        return scope;
    }

    /// A statement has no place for a part of a design: its numbers would be taken for those of the whole.
    ///
    /// @throws Fault `credit.whole-only`
    void wholeOnly() {
        if (!path.isEmpty()) {
            throw new Fault("credit.whole-only", path);
        }
    }

    boolean json() {
        return json;
    }

    Credits credits(CliContext context, Path folder) {
        return credits(context, folder, revision);
    }

    /// At another commit than the one that was asked about.
    Credits credits(CliContext context, Path folder, String at) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            GitRepository repository = workspace.open(folder);
            CommitId commit = repository.require(at);
            ModuleTree tree = new DesignReader(workspace).read(repository.folder(), commit.hex()).tree();
            return new CreditReader(workspace, new ContributionReader(context.folders().cache()),
                    InstantSource.system()).read(repository, CliRecords.open(context, repository), commit, tree,
                            question(repository, commit, tree), context.progress());
        }
    }

    Insights insights(CliContext context, Path folder) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            GitRepository repository = workspace.open(folder);
            CommitId commit = repository.require(revision);
            ModuleTree tree = new DesignReader(workspace).read(repository.folder(), commit.hex()).tree();
            return new InsightReader(new ContributionReader(context.folders().cache()), InstantSource.system())
                    .read(repository, commit, question(repository, commit, tree), context.progress());
        }
    }

    List<Note> notes(CliContext context, Path folder) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            GitRepository repository = workspace.open(folder);
            CommitId commit = repository.require(revision);
            ModuleTree tree = new DesignReader(workspace).read(repository.folder(), commit.hex()).tree();
            return new InsightReader(new ContributionReader(context.folders().cache()), InstantSource.system())
                    .notes(repository, commit, question(repository, commit, tree), context.progress());
        }
    }

    private Question question(GitRepository repository, CommitId at, ModuleTree tree) {
        return new Question(within(repository, at), new ModuleOwners(tree)::owner, ignoreSpace);
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
}
