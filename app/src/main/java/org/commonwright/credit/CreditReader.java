package org.commonwright.credit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.cells.Cells;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Mailmap;
import org.commonwright.governance.MergeGate;
import org.commonwright.governance.Proposals;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.task.Progress;

/// Brings together what the history, the records and the pinned modules say of each contributor.
public final class CreditReader {
    private final Workspace workspace;
    private final ContributionReader contributions;
    private final InstantSource clock;

    public CreditReader(Workspace workspace, ContributionReader contributions, InstantSource clock) {
        this.workspace = workspace;
        this.contributions = contributions;
        this.clock = clock;
    }

    /// @param tree the design's modules at that commit
    /// @throws org.commonwright.error.Fault `task.cancelled`, or what the repository throws
    public Credits read(GitRepository repository, RecordStore records, CommitId at, ModuleTree tree, Question question,
            Progress progress) {
        LineHistory history = contributions.history(repository, at, question.ignoreSpace(), progress);
        return read(repository, records, contributions.read(history, repository, question), tree, question, progress);
    }

    /// As above, with shares that were read before.
    public Credits read(GitRepository repository, RecordStore records, Contributions shares, ModuleTree tree,
            Question question, Progress progress) {
        Mailmap mailmap = repository.history().mailmap(shares.commit());
        Efforts efforts = effortsOrWhyNot(repository, records, shares.commit());
        Proposals proposals = new ReviewDesk(repository, records, workspace, clock).proposals();
        var citations = new Citations(workspace, contributions);
        var sum = new CreditSum(shares, mailmap);
        List<EffortState> within = efforts.list().stream()
                .filter(state -> state.effort().module().isUnder(question.folder())).toList();
        within.forEach(sum::add);
        Cells cells = cells(repository, shares.commit(), tree, question, progress);
        cells.people().forEach(sum::add);
        new ReviewWork(records.read(), proposals).read(question.folder()).forEach(sum::add);
        if (question.folder().isRoot()) {
            citations.read(tree, question.ignoreSpace(), progress).forEach(sum::add);
        }
        List<Problem> problems = new ArrayList<>(efforts.problems());
        problems.addAll(proposals.problems());
        problems.addAll(citations.problems());
        problems.addAll(cells.problems());
        Manifest manifest = tree.root().manifest();
        String language = manifest == null ? "" : manifest.documentationLanguage();
        return new Credits(shares, cells, sum.people(), within, language, problems.stream().distinct().toList());
    }

    /// A schematic is drawn: it has no cells that anybody sets.
    private Cells cells(GitRepository repository, CommitId at, ModuleTree tree, Question question, Progress progress) {
        Set<RepoPath> bills = tree.modules().stream().filter(module -> module.source().own())
                .map(DesignModule::bom).filter(Objects::nonNull).filter(bill -> !KicadBom.isSchematic(bill))
                .collect(Collectors.toSet());
        Cells all = contributions.cells(repository, at, bills, question.moduleOf(), progress);
        return new Cells(all.lists().stream().filter(list -> list.file().isUnder(question.folder())).toList(),
                all.problems());
    }

    /// Rules that cannot be read open no gate: then no effort counts, and the reason is said.
    private static Efforts effortsOrWhyNot(GitRepository repository, RecordStore records, CommitId at) {
        try {
            return efforts(repository, records, at);
        } catch (Fault fault) {
            if (!fault.code().startsWith("design.")) {
                throw fault;
            }
            return new Efforts(List.of(), List.of(Problem.warning(null, fault.code(), fault.arguments().toArray())));
        }
    }

    /// The efforts that the records hold, by the rules of a commit.
    public static Efforts efforts(GitRepository repository, RecordStore records, CommitId at) {
        return Efforts.of(records.read(), gate(repository, at));
    }

    /// @throws Fault while anything is wrong with what the commit's `commons.toml` says: rules that cannot be read open no gate
    static MergeGate gate(GitRepository repository, CommitId at) {
        return new MergeGate(DesignRules.of(repository.tree(at)).require());
    }
}
