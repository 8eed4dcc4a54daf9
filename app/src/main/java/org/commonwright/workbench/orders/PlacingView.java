package org.commonwright.workbench.orders;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Answer;
import org.commonwright.licence.Use;
import org.commonwright.licence.UserKind;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.ModuleChooser;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// From "I want three" to an order: what, how many, who and what for; what the licence says; what would be made.
final class PlacingView {
    private static final int MOST = 1_000_000;

    private final PlacingViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final ModuleChooser chooser;
    private final VerdictCard verdict;
    private final PlanTable plan;
    private final VBox top = new VBox();
    private final VBox problems = new VBox(4);
    private final ScrollPane problemScroll = new ScrollPane(problems);
    private final TextField fee;
    private final BorderPane whole = new BorderPane();
    private final LoadedPane<Offer> loaded;

    PlacingView(PlacingViewModel model, WorkbenchContext context, Controls controls, Words words) {
        this.model = model;
        this.context = context;
        this.controls = controls;
        this.chooser = new ModuleChooser(controls, "orders.module", model.module()::set);
        this.verdict = new VerdictCard(context.texts());
        this.plan = new PlanTable(context, controls, words);
        this.fee = controls.field("orders.fee-agreed");
        fee.setId("fee-agreed");
        fee.textProperty().bindBidirectional(model.feeAgreed());
        fee.managedProperty().bind(fee.visibleProperty());
        problems.getStyleClass().add("padded");
        problemScroll.setFitToWidth(true);
        problemScroll.setMaxHeight(112);
        problemScroll.managedProperty().bind(problemScroll.visibleProperty());
        problemScroll.getStyleClass().add("edge-to-edge");
        top.getStyleClass().add("order-verdict");
        plan.node().getStyleClass().add("order-plan");
        VBox.setVgrow(plan.node(), Priority.ALWAYS);
        // Scrolls where the window is low or the text large; what places the order stays in sight.
        var shown = new ScrollPane(new VBox(form(), top, plan.node(), problemScroll));
        shown.setFitToWidth(true);
        shown.setFitToHeight(true);
        shown.getStyleClass().add("edge-to-edge");
        whole.setCenter(shown);
        whole.setBottom(foot());
        loaded = new LoadedPane<>(controls, model.offer().state(), this::empty, this::show, model::plan);
        controls.texts().messages().subscribe((_, _) -> {
            Offer offer = model.offer().value();
            if (offer != null) {
                show(offer);
            }
        });
    }

    Node node() {
        return loaded.node();
    }

    private Node empty() {
        if (model.isOpen()) {
            return EmptyState.of(controls, MaterialDesignC.CLIPBOARD_LIST_OUTLINE, "orders.plan-stopped",
                    "orders.plan-stopped-hint", controls.button("workbench.try-again", model::plan));
        }
        var open = new ActionControls(controls).button(context.actions().get("open-folder"));
        return EmptyState.of(controls, MaterialDesignC.CLIPBOARD_LIST_OUTLINE, "orders.empty", "orders.empty-hint",
                open);
    }

    private Node form() {
        var quantity = new Spinner<Integer>(1, MOST, model.quantity().get());
        quantity.setEditable(true);
        quantity.setPrefWidth(104);
        quantity.valueProperty().subscribe(n -> {
            if (n != null) {
                model.quantity().set(n);
            }
        });
        quantity.focusedProperty().subscribe(focused -> {
            if (!focused) {
                quantity.increment(0);
            }
        });
        var contributor = new CheckBox();
        contributor.textProperty().bind(controls.texts().of("orders.contributor"));
        contributor.getStyleClass().add("form-check");
        contributor.selectedProperty().bindBidirectional(model.contributor());
        var row = new FlowPane(16, 8, labelled("orders.quantity", quantity), labelled("orders.module", chooser.node()),
                labelled("orders.who", choice(List.of(UserKind.values()), model.kind(),
                        kind -> "orders.user-" + kind.token(), "orders.who")),
                labelled("orders.what-for", choice(List.of(Use.MAKE, Use.SELL), model.use(),
                        use -> "orders.use-" + use.token(), "orders.what-for")),
                contributor);
        row.setRowValignment(VPos.BOTTOM);
        row.getStyleClass().add("order-form");
        return row;
    }

    private <T> ComboBox<T> choice(List<T> values, ObjectProperty<T> value, Function<T, String> key, String nameKey) {
        var box = new ComboBox<T>(FXCollections.observableArrayList(values));
        box.setCellFactory(_ -> new Choice<>(key));
        box.setButtonCell(new Choice<>(key));
        box.valueProperty().bindBidirectional(value);
        controls.name(box, controls.texts().of(nameKey));
        return box;
    }

    private Node labelled(String key, Node control) {
        Label label = controls.label(controls.texts().of(key), "hint", "small-text");
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }

    private Node foot() {
        var due = new DatePicker();
        due.getStyleClass().add("date");
        due.valueProperty().bindBidirectional(model.due());
        controls.name(due, controls.texts().of("orders.due"));
        TextField need = controls.field("orders.need-hint");
        need.textProperty().bindBidirectional(model.need());
        HBox.setHgrow(need, Priority.ALWAYS);
        HBox.setHgrow(fee, Priority.ALWAYS);
        var place = new ActionControls(controls).button(context.actions().get("place-order"));
        place.getChildrenUnmodifiable().forEach(button -> button.getStyleClass().add("accent"));
        var why = Words.wrapped("", "warning", "small-text");
        why.textProperty().bind(controls.texts().messages()
                .flatMap(m -> model.blocked().map(b -> b.map(k -> m.get(k.key(), k.arguments())).orElse(""))));
        why.managedProperty().bind(why.textProperty().isNotEmpty());
        var row = new HBox(8, controls.label(controls.texts().of("orders.due"), "hint"), due, need, fee, place);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(8, why, row);
        box.getStyleClass().add("pane-foot");
        return box;
    }

    private Node show(Offer offer) {
        chooser.show(offer.modules(), offer.wish().module());
        top.getChildren().setAll(verdict.of(offer.draft().verdict()));
        plan.show(offer);
        fee.setVisible(offer.draft().verdict().overall().answer() == Answer.FEE);
        Messages messages = controls.texts().messages().get();
        problems.getChildren().setAll(offer.draft().problems().stream()
                .sorted(Comparator.comparing(Problem::severity))
                .map(problem -> Words.wrapped(messages.get(problem), switch (problem.severity()) {
                    case ERROR -> "danger";
                    case WARNING -> "warning";
                    case NOTE -> "hint";
                })).toList());
        if (offer.changes()) {
            problems.getChildren().addFirst(Words.wrapped(messages.get("fabrication.says-uncommitted"), "warning"));
        }
        problemScroll.setVisible(!problems.getChildren().isEmpty());
        return whole;
    }

    /// One of a few words, in the language of the moment.
    private final class Choice<T> extends ListCell<T> {
        private final Function<T, String> key;

        Choice(Function<T, String> key) {
            this.key = key;
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            textProperty().unbind();
            if (empty || value == null) {
                setText(null);
            } else {
                textProperty().bind(controls.texts().of(key.apply(value)));
            }
        }
    }
}
