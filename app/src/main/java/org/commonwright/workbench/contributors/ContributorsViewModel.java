package org.commonwright.workbench.contributors;

import java.time.InstantSource;
import java.util.List;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.insight.InsightReader;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.credit.CreditReader;
import org.commonwright.credit.Credits;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleOwners;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.RecordStore;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.ModuleChoice;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Each contributor's part of the open design or of one of its modules, as of the commit that is checked out.
public final class ContributorsViewModel {
    private final AppFolders folders;
    private final Loader<Parts> parts;
    private RepoPath folder = RepoPath.ROOT;
    private @Nullable OpenDesign open;

    public ContributorsViewModel(AppFolders folders, Tasks tasks) {
        this.folders = folders;
        this.parts = new Loader<>(tasks);
    }

    Loader<Parts> parts() {
        return parts;
    }

    /// Whether a design is open; what is not shown then was cancelled.
    boolean isOpen() {
        return open != null;
    }

    /// Follows the open design.
    void load(@Nullable OpenDesign next) {
        if (next == null || open != null && !open.folder().equals(next.folder())) {
            folder = RepoPath.ROOT;
            parts.clear();
        }
        open = next;
        reload();
    }

    /// Asks about another module.
    void choose(RepoPath module) {
        folder = module;
        reload();
    }

    void reload() {
        OpenDesign of = open;
        if (of != null) {
            RepoPath wanted = folder;
            parts.load(Messages.Key.of("contributors.reading", of.name()), true, watch -> read(of, wanted, watch));
        }
    }

    private Parts read(OpenDesign of, RepoPath wanted, Progress watch) {
        try (var workspace = new Workspace(folders.workspace())) {
            GitRepository repository = workspace.open(of.folder());
            CommitId at = repository.head().orElseThrow(() -> new Fault("contributors.no-commit", of.name()));
            ModuleTree tree = new DesignReader(workspace).read(repository.folder(), at.hex()).tree();
            List<ModuleChoice> modules = ModuleChoice.of(tree);
            RepoPath within = modules.stream().anyMatch(m -> m.folder().equals(wanted)) ? wanted : RepoPath.ROOT;
            var question = new Question(within, new ModuleOwners(tree)::owner, false);
            var reader = new ContributionReader(folders.cache());
            Insights insights = new InsightReader(reader, InstantSource.system()).read(repository, at, question, watch);
            RecordStore records = new DeviceRecords(folders, InstantSource.system()).open(repository);
            Credits credits = new CreditReader(workspace, reader, InstantSource.system()).read(repository, records,
                    insights.contributions(), tree, question, watch);
            return new Parts(insights, credits, within, modules);
        }
    }
}
