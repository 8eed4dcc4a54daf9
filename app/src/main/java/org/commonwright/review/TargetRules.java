package org.commonwright.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decider;
import org.commonwright.governance.Decision;
import org.commonwright.governance.DecisionRules;
import org.commonwright.governance.MergeGate;
import org.commonwright.governance.Proposal;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// A decision counts when `commons.toml` of the target branch names its signer: as it stands now, or as it stood when the
/// decision was made, so that a maintainer who retires takes nothing back.
final class TargetRules implements DecisionRules {
    private final GitRepository repository;
    private final Workspace workspace;
    private final Map<CommitId, MergeGate> gates = new HashMap<>();

    TargetRules(GitRepository repository, Workspace workspace) {
        this.repository = repository;
        this.workspace = workspace;
    }

    /// @throws Fault while anything is wrong with what the commit's `commons.toml` says
    static MergeGate gate(GitRepository repository, CommitId target) {
        DesignRules rules = DesignRules.of(repository.tree(target));
        rules.error().ifPresent(broken -> {
            // Rules that cannot be read must not open the gate.
            throw new Fault(broken.code(), broken.arguments().toArray());
        });
        return new MergeGate(rules.commons());
    }

    @Override
    public void check(Proposal proposal, Decision decision, Decider by) {
        CommitId now = repository.require("refs/heads/" + proposal.target());
        List<RepoPath> folders = folders(proposal);
        try {
            gate(now).check(by, folders);
        } catch (Fault fault) {
            if (!mightThen(proposal, decision, by, now, folders)) {
                throw fault;
            }
        }
    }

    /// Only rules that named somebody count from the past, and only those since the proposal left the branch: otherwise
    /// anybody could name a time when there were none.
    private boolean mightThen(Proposal proposal, Decision decision, Decider by, CommitId now, List<RepoPath> folders) {
        CommitId then = decision.at();
        if (then == null || !isHere(then) || !isHere(proposal.base())
                || !repository.history().isAncestor(then, now)
                || !repository.history().isAncestor(proposal.base(), then)) {
            return false;
        }
        try {
            MergeGate gate = gate(then);
            gate.check(by, folders);
            return gate.guards(folders);
        } catch (Fault _) {
            // What stands in the way now is what the reader is told.
            return false;
        }
    }

    private MergeGate gate(CommitId target) {
        MergeGate gate = gates.get(target);
        if (gate == null) {
            gate = gate(repository, target);
            gates.put(target, gate);
        }
        return gate;
    }

    /// As the commits say where they are here; a proposer may have said less.
    private List<RepoPath> folders(Proposal proposal) {
        if (isHere(proposal.head()) && isHere(proposal.base())) {
            return new Reviewer(workspace).modules(repository, proposal.base(), proposal.head());
        }
        return proposal.modules().isEmpty() ? List.of(RepoPath.ROOT) : proposal.modules();
    }

    private boolean isHere(CommitId commit) {
        return repository.resolve(commit.hex()).isPresent();
    }
}
