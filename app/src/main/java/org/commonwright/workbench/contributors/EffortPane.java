package org.commonwright.workbench.contributors;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.commonwright.credit.EffortState;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// Work that lines do not show: who declared it, and who countersigned it.
final class EffortPane {
    private final Controls controls;
    private final ObservableList<EffortState> rows = FXCollections.observableArrayList();
    private final DataTable<EffortState> table;
    private @Nullable Parts shown;

    EffortPane(ContributorsViewModel model, Controls controls, WorkbenchContext context) {
        this.controls = controls;
        table = new DataTable<>("contributor-efforts", "contributors.tab-efforts", controls, context.settings(), rows,
                columns(), EmptyState.of(controls, MaterialDesignH.HAND_HEART_OUTLINE, "contributors.no-efforts",
                        "contributors.no-efforts-hint"));
        table.selected().subscribe(state -> model.effort().set(state));
        var buttons = new ActionControls(controls);
        table.addToHead(buttons.button(context.actions().get("declare-effort")),
                buttons.button(context.actions().get("countersign-effort")));
    }

    Node node() {
        return table.node();
    }

    private List<Column<EffortState>> columns() {
        return List.of(
                new Column<EffortState>("when", Messages.Key.of("contributors.when"),
                        (state, formats) -> formats.dateTime(state.when(), ZoneId.systemDefault()), null,
                        Comparator.comparing(EffortState::when), 188, null, null, null),
                Column.<EffortState>words("name", "contributors.name",
                        state -> controls.texts().called(state.effort().person())),
                Column.<EffortState>number("hours", "contributors.declared", state -> state.effort().hours().rounded(1),
                        (state, formats) -> formats.number(state.effort().hours().rounded(1))),
                Column.<EffortState>words("work", "contributors.work", state -> state.effort().work()).width(320),
                Column.<EffortState>words("module", "contributors.module", state -> module(state.effort().module())),
                Column.<EffortState>words("signers", "contributors.signers", this::signers).width(320));
    }

    private String signers(EffortState state) {
        return state.counts()
                ? state.signers().stream().map(controls.texts()::called).collect(Collectors.joining(", "))
                : controls.texts().now("contributors.not-signed");
    }

    private String module(RepoPath folder) {
        return shown == null ? folder.text() : shown.module(folder);
    }

    void show(Parts parts) {
        shown = parts;
        table.refill(rows, parts.credits().efforts(), EffortState::id);
    }
}
