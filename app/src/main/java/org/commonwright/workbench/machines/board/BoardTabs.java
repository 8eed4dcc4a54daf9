package org.commonwright.workbench.machines.board;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Controls;

/// A tab for each board, among those of the machines.
public final class BoardTabs {
    private final BoardsViewModel model;
    private final TabPane tabs;
    private final Controls controls;
    private final Dialogs dialogs;

    public BoardTabs(BoardsViewModel model, TabPane tabs, Controls controls, Dialogs dialogs) {
        this.model = model;
        this.tabs = tabs;
        this.controls = controls;
        this.dialogs = dialogs;
        model.connected().addListener(this::changed);
        model.connected().forEach(this::add);
    }

    /// Brings a board's tab to the front.
    public void select(BoardViewModel board) {
        tabs.getTabs().stream().filter(tab -> tab.getUserData() == board).findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void changed(ListChangeListener.Change<? extends BoardViewModel> change) {
        while (change.next()) {
            List.copyOf(change.getRemoved())
                    .forEach(gone -> tabs.getTabs().removeIf(tab -> tab.getUserData() == gone));
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(BoardViewModel board) {
        var tab = new Tab("", new BoardView(board, controls, dialogs).node());
        tab.textProperty().bind(board.title());
        tab.setUserData(board);
        tab.setOnCloseRequest(request -> {
            request.consume();
            model.disconnect(board);
        });
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }
}
