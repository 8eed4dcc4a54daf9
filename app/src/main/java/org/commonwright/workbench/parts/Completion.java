package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellCheck;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.design.DesignModule;
import org.commonwright.design.Workspace;
import org.commonwright.design.scope.KnownParts;
import org.commonwright.design.scope.KnownParts.Suggestion;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.table.CellHelp;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Completes what is typed into a cell from the parts of the open design and of the workspace, and says what would be wrong with
/// it. What is known is read in the background; until then nothing is suggested.
final class Completion {
    private static final int MOST = 50;

    private final AppFolders folders;
    private final BomEditing editing;
    private final Loader<KnownParts> known;
    private @Nullable DesignModule read;

    Completion(AppFolders folders, Tasks quiet, BomEditing editing) {
        this.folders = folders;
        this.editing = editing;
        this.known = new Loader<>(quiet);
    }

    /// Reads what is known, once for each reading of the design.
    ///
    /// @param open the root of the open design; null when none is open any more
    void read(@Nullable DesignModule open) {
        if (open == read) {
            return;
        }
        read = open;
        if (open == null) {
            known.clear();
            return;
        }
        known.load(Messages.Key.of("parts.learning"), true, progress -> {
            try (var workspace = new Workspace(folders.workspace())) {
                return KnownParts.read(workspace, open, progress);
            }
        });
    }

    /// Helps in a column of the file, from 0.
    CellHelp<LineRow> help(int column) {
        return new CellHelp<>() {
            @Override
            public List<Choice> choices(LineRow row, String typed) {
                return suggested(row, column, typed);
            }

            @Override
            public Optional<Messages.Key> wrong(LineRow row, String typed) {
                BomDocument document = editing.document();
                return document == null || row.line() >= document.size()
                        ? Optional.empty()
                        : CellCheck.of(document, row.line(), column, typed);
            }
        };
    }

    private List<CellHelp.Choice> suggested(LineRow row, int column, String typed) {
        BomDocument document = editing.document();
        KnownParts parts = known.value();
        if (document == null || parts == null || column >= document.columnKeys().size()) {
            return List.of();
        }
        List<String> keys = document.columnKeys();
        return parts.suggest(keys.get(column), typed, MOST).stream()
                .map(s -> new CellHelp.Choice(s.value(), s.detail(), () -> take(row, column, s))).toList();
    }

    /// Writes the value, and into the empty cells of the line what else is known of the part, as one step.
    private void take(LineRow row, int column, Suggestion suggestion) {
        BomDocument document = editing.document();
        if (document == null || row.line() >= document.size()) {
            return;
        }
        List<CellValue> cells = new ArrayList<>(List.of(new CellValue(row.line(), column, suggestion.value())));
        List<String> keys = document.columnKeys();
        for (int other = 0; other < keys.size(); other++) {
            String value = suggestion.others().getOrDefault(keys.get(other), "");
            if (other != column && !value.isEmpty() && document.cell(row.line(), other).isEmpty()) {
                cells.add(new CellValue(row.line(), other, value));
            }
        }
        editing.setAll("parts.step-complete", suggestion.value(), cells);
    }
}
