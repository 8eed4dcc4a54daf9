package org.commonwright.workbench.parts;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.commonwright.design.scope.ScopeReport.Pair;
import org.commonwright.design.scope.ScopeReport.SharedPart;
import org.commonwright.design.scope.ScopeReport;
import org.commonwright.i18n.Formats;
import org.commonwright.model.Money;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.parts.ScopeViewModel.Report;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What the designs of the workspace share, and what could be one.
final class ScopePane {
    private final Controls controls;
    private final WorkbenchContext context;
    private final LoadedPane<Report> loaded;

    ScopePane(ScopeViewModel model, WorkbenchContext context, Controls controls) {
        this.controls = controls;
        this.context = context;
        var compare = controls.button("parts.compare", model::compare);
        compare.setId("compare-designs");
        this.loaded = new LoadedPane<>(controls, model.report().state(),
                () -> EmptyState.of(controls, MaterialDesignS.SET_CENTER, "parts.scope-empty", "parts.scope-empty-hint",
                        compare),
                report -> page(report, model), model::compare);
    }

    Node node() {
        return loaded.node();
    }

    private Node page(Report found, ScopeViewModel model) {
        ScopeReport report = found.report();
        context.problems().set("scope", found.problems());
        var again = controls.button("parts.compare-again", model::compare);
        var page = new VBox(16, controls.hint("parts.scope-of", found.designs()), again,
                controls.label(controls.texts().of("parts.could-be-one"), "subheading"), pairs(report.pairs()),
                controls.label(controls.texts().of("parts.shared-parts"), "subheading"), parts(report.parts()),
                controls.label(controls.texts().of("parts.shared-modules"), "subheading"), modules(report));
        page.getStyleClass().add("page");
        page.setStyle("-fx-padding: 16;");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private Node pairs(List<Pair> pairs) {
        return table("scope-pairs", "parts.could-be-one", FXCollections.observableArrayList(pairs),
                List.of(Column.<Pair>words("keep", "parts.keep", Pair::keep),
                        Column.<Pair>words("replace", "parts.instead-of", Pair::replace),
                        Column.<Pair>words("reason", "parts.reason", this::reason).width(200),
                        Column.<Pair>number("quantity", "parts.quantity", p -> p.replaced().number(),
                                (p, formats) -> formats.quantity(p.replaced())),
                        Column.<Pair>number("saved", "parts.saved", p -> amount(p.saved()),
                                (p, formats) -> money(formats, p.saved())),
                        Column.<Pair>words("designs", "parts.designs", p -> String.join(", ", p.designs()))
                                .width(240)));
    }

    private Node parts(List<SharedPart> parts) {
        return table("scope-parts", "parts.shared-parts", FXCollections.observableArrayList(parts),
                List.of(Column.<SharedPart>words("part", "parts.part", SharedPart::part).width(200),
                        Column.<SharedPart>number("quantity", "parts.quantity", p -> p.total().number(),
                                (p, formats) -> formats.quantity(p.total())),
                        Column.<SharedPart>words("designs", "parts.designs", p -> String.join(", ", p.designs()))
                                .width(320)));
    }

    private Node modules(ScopeReport report) {
        return table("scope-modules", "parts.shared-modules", FXCollections.observableArrayList(report.modules()),
                List.of(Column.<ScopeReport.SharedModule>words("module", "parts.kind-module",
                        ScopeReport.SharedModule::name).width(200),
                        Column.<ScopeReport.SharedModule>number("states", "parts.states",
                                ScopeReport.SharedModule::states, (m, formats) -> String.valueOf(m.states())),
                        Column.<ScopeReport.SharedModule>words("designs", "parts.designs",
                                m -> String.join(", ", m.designs())).width(320)));
    }

    private <T> Node table(String id, String name, ObservableList<T> items, List<Column<T>> columns) {
        var table = new DataTable<>(id, name, controls, context.settings(), items, columns,
                controls.hint("parts.none-found"));
        table.view().setPrefHeight(240);
        return table.node();
    }

    private String reason(Pair pair) {
        return controls.texts().now(switch (pair.reason()) {
            case SAME_NUMBER -> "parts.reason-number";
            case SAME_NAME -> "parts.reason-name";
            case SPELLING -> "parts.reason-spelling";
            case NEAR_MEASURE -> "parts.reason-measure";
            case CUT_LENGTH -> "parts.reason-cut";
        });
    }

    private static @Nullable Number amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static String money(Formats formats, @Nullable Money money) {
        return money == null ? "" : formats.money(money);
    }
}
