package org.commonwright.fabrication.order;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.licence.DesignLicences;
import org.commonwright.licence.LicenceTable;
import org.commonwright.licence.ModuleLicence;
import org.commonwright.licence.TreeCheck;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// An order that nobody has placed yet: what it comes to and what the licence says, to look at first.
///
/// @param design the design's name
/// @param commit the commit that was read; null for a folder that is no repository
/// @param module the module that is wanted
/// @param problems of the plan, the licences and the module tree together
public record Draft(String design, @Nullable CommitId commit, RepoPath module, long quantity, Plan plan,
        TreeVerdict verdict, List<Problem> problems) {
    private static final long MOST = 1_000_000;

    public Draft {
        problems = List.copyOf(problems);
    }

    /// Whether something cannot be made, or is not there, as the design is.
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// @param at folder of the module in the design, or its name; empty for the whole design
    /// @throws Fault `design.no-such-module`, `fabrication.quantity-bad`
    public static Draft of(Design design, String at, long quantity, User user, Use use, Progress progress) {
        if (quantity < 1 || quantity > MOST) {
            throw new Fault("fabrication.quantity-bad", quantity, MOST);
        }
        DesignModule module = design.tree().find(at);
        Plan plan = Planner.plan(module, quantity, progress);
        TreeVerdict verdict = verdict(design.tree(), module, user, use);
        var problems = new ArrayList<>(design.tree().problems());
        problems.addAll(plan.problems());
        problems.addAll(verdict.problems());
        problems.addAll(rules(design.tree()).doubts());
        return new Draft(design.tree().root().name(), design.commit(), module.path(), quantity, plan, verdict,
                problems);
    }

    /// What the licences of a module and of all below it say.
    public static TreeVerdict verdict(ModuleTree tree, DesignModule module, User user, Use use) {
        ModuleLicence licences = DesignLicences.of(tree, module, rules(tree).commons());
        return new TreeCheck(LicenceTable.load()).check(licences, user, use);
    }

    /// What the design's community agreed on, with what is wrong in it.
    private static DesignRules rules(ModuleTree tree) {
        return DesignRules.of(tree.root().source().tree());
    }
}
