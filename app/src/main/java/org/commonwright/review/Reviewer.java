package org.commonwright.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.TreeDiffs;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.CardMemory;
import org.commonwright.review.card.CardReader;
import org.commonwright.review.card.Change;
import org.commonwright.review.card.Hit;
import org.commonwright.review.file.OtherFormat;
import org.commonwright.task.Progress;

/// Says what a change means.
public final class Reviewer {
    /// More names that are no UTF-8 are not told one by one.
    private static final int MOST_NAMES = 20;

    private final Workspace workspace;
    private final LocalDate today;
    private final CardMemory memory;

    public Reviewer(Workspace workspace) {
        this(workspace, InstantSource.system());
    }

    /// @param clock says which prices are old and what is at the end of its life
    public Reviewer(Workspace workspace, InstantSource clock) {
        this(workspace, clock, new CardMemory());
    }

    /// @param clock  says which prices are old and what is at the end of its life
    /// @param memory of reviews before
    public Reviewer(Workspace workspace, InstantSource clock, CardMemory memory) {
        this.memory = memory;
        this.workspace = workspace;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /// Compares two commits of a repository that is open.
    ///
    /// @param quantity how many designs the figures are for
    public ReviewReport review(GitRepository repository, CommitId base, CommitId head, long quantity,
            Progress progress) {
        ReviewReport outline = outline(repository, base, head, quantity, progress.silently());
        List<ModuleReview> modules = new ArrayList<>();
        int seen = 0;
        for (ModuleReview module : outline.modules()) {
            List<FileReview> files = new ArrayList<>();
            for (LaterFile file : module.later()) {
                progress.check();
                progress.update((double) seen++ / outline.card().files());
                files.add(file.review(repository, progress.silently()));
            }
            modules.add(new ModuleReview(module.module(), module.name(), module.licenceBefore(), module.licenceAfter(),
                    files, List.of()));
        }
        Card card = outline.card().with(elsewhere(outline.card(), progress.silently()));
        return new ReviewReport(base, head, quantity, modules, card, outline.problems());
    }

    /// Who uses what a change touches in the other designs of the workspace.
    public List<Hit> elsewhere(Card card, Progress progress) {
        return memory.uses().elsewhere(card.touched(), workspace, progress);
    }

    /// The card, without those who use in other designs what is touched, and which files differ; no file is compared.
    ///
    /// @param quantity how many designs the figures are for
    public ReviewReport outline(GitRepository repository, CommitId base, CommitId head, long quantity,
            Progress progress) {
        var problems = new ArrayList<Problem>();
        var reader = new DesignReader(workspace);
        ModuleTree before = reader.read(repository.folder(), base.hex()).tree();
        ModuleTree after = reader.read(repository.folder(), head.hex()).tree();
        List<FileChange> changes = changes(repository, base, head, problems);
        Card card = new CardReader(today, memory).of(new Change(before, after, changes), quantity, problems::add,
                progress);
        var modulesBefore = new ModulesOf(before);
        var modulesAfter = new ModulesOf(after);
        var meshes = new MeshMasses(after);
        Map<RepoPath, List<LaterFile>> byModule = new TreeMap<>();
        for (FileChange change : changes) {
            RepoPath file = change.path();
            RepoPath module = modulesAfter.of(file).or(() -> modulesBefore.of(file)).map(DesignModule::path)
                    .orElse(RepoPath.ROOT);
            byModule.computeIfAbsent(module, _ -> new ArrayList<>()).add(
                    new LaterFile(change, base, head, modulesBefore.isBom(file) || modulesAfter.isBom(file),
                            meshes.of(file)));
        }
        var modules = new ArrayList<ModuleReview>();
        byModule.forEach((folder, files) -> modules.add(new ModuleReview(folder,
                modulesAfter.at(folder).or(() -> modulesBefore.at(folder)).map(DesignModule::name)
                        .orElse(folder.text()),
                modulesBefore.at(folder).map(DesignModule::licence).orElse(""),
                modulesAfter.at(folder).map(DesignModule::licence).orElse(""), List.of(), files)));
        return new ReviewReport(base, head, quantity, modules, card, problems);
    }

    /// What differs, and what there is to say about its names.
    private static List<FileChange> changes(GitRepository repository, CommitId base, CommitId head,
            List<Problem> problems) {
        try (TreeDiffs diffs = repository.diffs()) {
            List<FileChange> changes = OtherFormat.paired(diffs.between(Optional.of(base), head, true));
            if (diffs.leftOut() > 0) {
                problems.add(Problem.warning(null, "review.paths-left-out", diffs.leftOut()));
            }
            boolean plain = changes.stream().allMatch(change -> change.path().text().chars().allMatch(c -> c < 128));
            if (!plain) {
                diffs.notUtf8(Optional.of(base), head, MOST_NAMES)
                        .forEach(name -> problems.add(Problem.note(null, "review.name-not-utf8", name)));
            }
            return changes;
        }
    }

    /// Folders of the modules that a change touches.
    public List<RepoPath> modules(GitRepository repository, CommitId base, CommitId head) {
        return touched(repository, base, head).values().stream().distinct().sorted().toList();
    }

    /// Every path that a change touches, those that it leaves by a move too, with the folder of the module that it belongs to.
    SortedMap<RepoPath, RepoPath> touched(GitRepository repository, CommitId base, CommitId head) {
        var reader = new DesignReader(workspace);
        var before = new ModulesOf(reader.read(repository.folder(), base.hex()).tree());
        var after = new ModulesOf(reader.read(repository.folder(), head.hex()).tree());
        var touched = new TreeMap<RepoPath, RepoPath>();
        repository.diff(base, head).stream()
                .flatMap(change -> Stream.concat(Stream.of(change.path()), Stream.ofNullable(change.oldPath())))
                .forEach(path -> touched.put(path, after.of(path).or(() -> before.of(path)).map(DesignModule::path)
                        .orElse(RepoPath.ROOT)));
        return touched;
    }
}
