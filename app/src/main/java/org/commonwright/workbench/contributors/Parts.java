package org.commonwright.workbench.contributors;

import java.util.List;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.credit.Credits;
import org.commonwright.credit.Stated;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.area.ModuleChoice;

/// What the area shows: everybody's part of a module with what the history tells beside it, and which modules there are to ask
/// about.
///
/// @param me who signs on this machine
/// @param folder of the module that was asked about; the root for the whole design
record Parts(Insights insights, Credits credits, Stated.All statements, Person me, RepoPath folder,
        List<ModuleChoice> modules) {
    Parts {
        modules = List.copyOf(modules);
    }

    Contributions contributions() {
        return insights.contributions();
    }

    /// The name of the module in that folder; the folder itself when no module is there any more.
    String module(RepoPath at) {
        return modules.stream().filter(m -> m.folder().equals(at)).map(ModuleChoice::name).findFirst()
                .orElse(at.isRoot() ? "." : at.text());
    }
}
