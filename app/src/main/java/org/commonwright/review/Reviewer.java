package org.commonwright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignSupplies;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Says what a change means.
public final class Reviewer {
    private final Workspace workspace;

    public Reviewer(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Compares two commits of a repository that is open.
    ///
    /// @param quantity how many designs the cost is for
    public ReviewReport review(GitRepository repository, CommitId base, CommitId head, long quantity,
            Progress progress) {
        var problems = new ArrayList<Problem>();
        var reader = new DesignReader(workspace);
        ModuleTree before = reader.read(repository.folder(), base.hex()).tree();
        ModuleTree after = reader.read(repository.folder(), head.hex()).tree();
        List<FileChange> changes = repository.diff(base, head);
        var modulesBefore = new ModulesOf(before);
        var modulesAfter = new ModulesOf(after);
        var files = new FileReviewer(repository, base, head,
                file -> modulesBefore.isBom(file) || modulesAfter.isBom(file));
        Map<RepoPath, List<FileReview>> byModule = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            progress.check();
            progress.update((double) i / changes.size());
            FileChange change = changes.get(i);
            RepoPath module = modulesAfter.of(change.path()).or(() -> modulesBefore.of(change.path()))
                    .map(DesignModule::path).orElse(RepoPath.ROOT);
            byModule.computeIfAbsent(module, _ -> new ArrayList<>()).add(files.review(change, progress.silently()));
        }
        var modules = new ArrayList<ModuleReview>();
        byModule.forEach((folder, reviews) -> modules.add(new ModuleReview(folder,
                modulesAfter.at(folder).or(() -> modulesBefore.at(folder)).map(DesignModule::name)
                        .orElse(folder.text()),
                modulesBefore.at(folder).map(DesignModule::licence).orElse(""),
                modulesAfter.at(folder).map(DesignModule::licence).orElse(""), reviews)));
        return new ReviewReport(base, head, quantity, modules, cost(before, quantity, problems),
                cost(after, quantity, problems), problems);
    }

    /// Folders of the modules that a change touches.
    public List<RepoPath> modules(GitRepository repository, CommitId base, CommitId head) {
        var reader = new DesignReader(workspace);
        var before = new ModulesOf(reader.read(repository.folder(), base.hex()).tree());
        var after = new ModulesOf(reader.read(repository.folder(), head.hex()).tree());
        return repository.diff(base, head).stream()
                .map(change -> after.of(change.path()).or(() -> before.of(change.path())).map(DesignModule::path)
                        .orElse(RepoPath.ROOT))
                .distinct().sorted().toList();
    }

    /// A design whose parts cannot be added up has no cost, and a problem that says why; the review goes on.
    private static Cost cost(ModuleTree tree, long quantity, List<Problem> problems) {
        try {
            RollupResult result = DesignSupplies.cost(tree.root(), quantity, null);
            return new Cost(result.cost(), result.missing().size());
        } catch (Fault fault) {
            problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
            return Cost.UNKNOWN;
        }
    }
}
