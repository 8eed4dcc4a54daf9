package org.commonwright.workbench.parts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignModule;
import org.commonwright.design.history.CellChange;
import org.commonwright.design.history.CellHistory;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// Looks up who set a cell of the shown bill, as it was last committed.
final class CellHistories {
    private final Tasks tasks;
    private final Notices notices;
    private final ShownModule shown;
    private final BomEditing editing;

    CellHistories(Tasks tasks, Notices notices, ShownModule shown, BomEditing editing) {
        this.tasks = tasks;
        this.notices = notices;
        this.shown = shown;
        this.editing = editing;
    }

    /// @param told hears the changes, the newest first; none for a cell that is not committed
    void of(int line, int column, Consumer<List<CellChange>> told) {
        OpenDesign open = shown.open();
        DesignModule module = shown.module().get();
        BomDocument document = editing.document();
        if (open == null || module == null || module.bom() == null || document == null || !module.source().own()) {
            return;
        }
        RepoPath bom = module.bom();
        tasks.submit(Messages.Key.of("parts.history"), progress -> {
            try (GitRepository repository = GitRepository.open(open.folder())) {
                Optional<CommitId> head = repository.head();
                if (head.isEmpty()) {
                    return List.<CellChange>of();
                }
                RepoPath file = repository.pathOf(open.folder()).resolve(bom.text());
                try (var history = new CellHistory(repository, head.get(), progress)) {
                    return history.of(document, head.get(), file, line, column);
                }
            }
        }, Outcome.of(told, notices::fault));
    }
}
