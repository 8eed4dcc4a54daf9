package org.commonwright.workbench.contributors;

import java.time.InstantSource;
import java.util.List;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.insight.InsightReader;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.contribution.insight.Note;
import org.commonwright.credit.CreditDesk;
import org.commonwright.credit.CreditReader;
import org.commonwright.credit.Credits;
import org.commonwright.credit.Stated;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleOwners;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.RecordStore;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.workbench.area.ModuleChoice;
import org.commonwright.workbench.area.OpenDesign;

/// The questions about contributors to a design that is open: each opens what it needs and closes it again. For threads of tasks.
final class DesignParts {
    private final AppFolders folders;
    private final InstantSource clock = InstantSource.system();

    DesignParts(AppFolders folders) {
        this.folders = folders;
    }

    /// What is done with a repository and its records.
    interface With<T> {
        T run(GitRepository repository, Workspace workspace);
    }

    <T> T with(OpenDesign of, With<T> what) {
        try (var workspace = new Workspace(folders.workspace())) {
            return what.run(workspace.open(of.folder()), workspace);
        }
    }

    RecordStore records(GitRepository repository) {
        return new DeviceRecords(folders, clock).open(repository);
    }

    CreditDesk desk(GitRepository repository) {
        return new CreditDesk(repository, records(repository));
    }

    private static CommitId head(GitRepository repository, OpenDesign of) {
        return repository.head().orElseThrow(() -> new Fault("contributors.no-commit", of.name()));
    }

    private static ModuleTree tree(Workspace workspace, GitRepository repository, CommitId at) {
        return new DesignReader(workspace).read(repository.folder(), at.hex()).tree();
    }

    /// @param wanted the module's folder; when there is no such module any more, the whole design is read
    Parts read(OpenDesign of, RepoPath wanted, Progress watch) {
        return with(of, (repository, workspace) -> {
            CommitId at = head(repository, of);
            ModuleTree tree = tree(workspace, repository, at);
            List<ModuleChoice> modules = ModuleChoice.of(tree);
            RepoPath within = modules.stream().anyMatch(m -> m.folder().equals(wanted)) ? wanted : RepoPath.ROOT;
            Question question = question(within, tree);
            var reader = new ContributionReader(folders.cache());
            Insights insights = new InsightReader(reader, clock).read(repository, at, question, watch);
            RecordStore records = records(repository);
            Credits credits = new CreditReader(workspace, reader, clock).read(repository, records,
                    insights.contributions(), tree, question, watch);
            return new Parts(insights, credits, Stated.of(records.read()), records.identity().person(), within,
                    modules);
        });
    }

    List<Note> notes(OpenDesign of, RepoPath within, Progress watch) {
        return with(of, (repository, workspace) -> {
            CommitId at = head(repository, of);
            return new InsightReader(new ContributionReader(folders.cache()), clock).notes(repository, at,
                    question(within, tree(workspace, repository, at)), watch);
        });
    }

    /// Everybody's part of the whole design: what is stated and written down.
    Credits whole(GitRepository repository, Workspace workspace, CommitId at, Progress watch) {
        ModuleTree tree = tree(workspace, repository, at);
        return new CreditReader(workspace, new ContributionReader(folders.cache()), clock).read(repository,
                records(repository), at, tree, question(RepoPath.ROOT, tree), watch);
    }

    Credits whole(GitRepository repository, Workspace workspace, OpenDesign of, Progress watch) {
        return whole(repository, workspace, head(repository, of), watch);
    }

    private static Question question(RepoPath within, ModuleTree tree) {
        return new Question(within, new ModuleOwners(tree)::owner, false);
    }
}
