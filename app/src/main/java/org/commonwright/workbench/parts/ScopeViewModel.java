package org.commonwright.workbench.parts;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.bom.rollup.Explanation;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.Workspace;
import org.commonwright.design.scope.KnownDesigns;
import org.commonwright.design.scope.ScopeReport;
import org.commonwright.design.scope.ScopeReports;
import org.commonwright.design.scope.WhereUsed;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// What is beyond one roll-up: why a part is bought so, where it is used over all designs, what the designs share.
final class ScopeViewModel {
    private final AppFolders folders;
    private final Loader<Why> why;
    private final Loader<Uses> uses;
    private final Loader<Report> report;
    private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();

    /// One line, opened.
    record Why(RollupLine line, Explanation explanation) {}

    /// Where a part is used.
    record Uses(String part, int designs, List<WhereUsed.Use> found) {}

    /// What the designs share.
    record Report(ScopeReport report, int designs, List<Problem> problems) {}

    ScopeViewModel(AppFolders folders, Tasks tasks) {
        this.folders = folders;
        this.why = new Loader<>(tasks);
        this.uses = new Loader<>(tasks);
        this.report = new Loader<>(tasks);
    }

    Loader<Why> why() {
        return why;
    }

    Loader<Uses> uses() {
        return uses;
    }

    Loader<Report> report() {
        return report;
    }

    void explain(RollupResult result, RollupLine line) {
        why.load(Messages.Key.of("parts.explaining", line.part()), _ -> new Why(line, result.explain(line)));
    }

    /// The part that is chosen in the roll-up; null for none.
    ObjectProperty<@Nullable String> chosen() {
        return chosen;
    }

    /// Looks where the chosen part is used.
    void findChosen() {
        String part = chosen.get();
        if (part != null) {
            find(part);
        }
    }

    void find(String part) {
        uses.load(Messages.Key.of("parts.looking", part), progress -> {
            try (var workspace = new Workspace(folders.workspace())) {
                KnownDesigns known = KnownDesigns.read(workspace, 1, null, progress);
                return new Uses(part, known.designs().size(), WhereUsed.find(known.designs(), part));
            }
        });
    }

    void compare() {
        report.load(Messages.Key.of("parts.comparing"), true, progress -> {
            try (var workspace = new Workspace(folders.workspace())) {
                KnownDesigns known = KnownDesigns.read(workspace, 1, null, progress);
                return new Report(ScopeReports.of(known.designs()), known.designs().size(), known.problems());
            }
        });
    }
}
