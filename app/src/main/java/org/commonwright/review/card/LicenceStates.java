package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Problem;
import org.commonwright.licence.DesignLicences;
import org.commonwright.licence.LicenceTable;
import org.commonwright.licence.ModuleLicence;
import org.commonwright.licence.TreeCheck;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;

/// Asks the licences of a tree for those users and uses whose answers differ between licences.
final class LicenceStates {
    private static final List<UserKind> USERS = List.of(UserKind.PERSON, UserKind.WORKER_COOPERATIVE, UserKind.FIRM);
    private static final List<Use> USES = List.of(Use.MODIFY, Use.MAKE, Use.SELL);

    private LicenceStates() {}

    static LicenceState of(ModuleTree tree) {
        ModuleLicence root = licences(tree);
        var check = new TreeCheck(LicenceTable.load());
        var permissions = new ArrayList<Permission>();
        int conflicts = 0;
        for (UserKind user : USERS) {
            for (Use use : USES) {
                TreeVerdict verdict = check.check(root, User.of(user), use);
                permissions.add(new Permission(user, use, verdict.overall().answer()));
                conflicts = (int) verdict.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR)
                        .count();
            }
        }
        return new LicenceState(root.expression(), permissions, conflicts);
    }

    static ModuleLicence licences(ModuleTree tree) {
        return DesignLicences.of(tree, DesignRules.of(tree.root().source().tree()).commons());
    }
}
