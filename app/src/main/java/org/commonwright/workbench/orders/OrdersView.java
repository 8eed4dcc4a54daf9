package org.commonwright.workbench.orders;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The board of jobs with the chosen one beside it, and a page to place an order.
final class OrdersView {
    private final TabPane tabs = new TabPane();
    private final Tab jobs = new Tab();
    private final Tab placing = new Tab();
    private final Tab log = new Tab();
    private final BorderPane pane = new BorderPane();

    OrdersView(OrdersViewModel model, PlacingViewModel placingModel, WorkbenchContext context) {
        var controls = new Controls(context.texts());
        var words = new Words(context.texts());
        var buttons = new ActionControls(controls);
        var board = new BoardView(model, controls, words);
        var split = new SplitPane(board.node(), new JobPane(model, context, controls, words, this::showLog).node());
        split.setDividerPositions(0.68);
        var loaded = new LoadedPane<>(controls, model.board().state(),
                () -> EmptyState.of(controls, MaterialDesignC.CLIPBOARD_LIST_OUTLINE, "orders.empty",
                        "orders.empty-hint", buttons.button(context.actions().get("open-folder"))),
                shown -> {
                    board.show(shown);
                    return shown.book().jobs().isEmpty()
                            ? EmptyState.of(controls, MaterialDesignC.CLIPBOARD_LIST_OUTLINE, "orders.no-jobs",
                                    "orders.no-jobs-hint", buttons.button(context.actions().get("new-order")))
                            : split;
                }, model::reload);
        jobs.textProperty().bind(controls.texts().of("orders.tab-jobs"));
        jobs.setContent(loaded.node());
        placing.textProperty().bind(controls.texts().of("orders.tab-place"));
        placing.setContent(new PlacingView(placingModel, context, controls, words).node());
        tabs.getTabs().addAll(jobs, placing);
        jobs.setClosable(false);
        placing.setClosable(false);
        log.textProperty().bind(controls.texts().of("orders.log"));
        var head = new HBox(8, controls.heading("orders.title"), Controls.spring(),
                buttons.button(context.actions().get("exchange-records")),
                buttons.button(context.actions().get("new-order")));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        pane.setTop(head);
        pane.setCenter(tabs);
    }

    Node node() {
        return pane;
    }

    void showPlacing() {
        tabs.getSelectionModel().select(placing);
    }

    /// A log gets the whole width; its tab can be closed.
    private void showLog(Node lines) {
        log.setContent(lines);
        if (!tabs.getTabs().contains(log)) {
            tabs.getTabs().add(log);
        }
        tabs.getSelectionModel().select(log);
    }

    void showJobs() {
        tabs.getSelectionModel().select(jobs);
    }
}
