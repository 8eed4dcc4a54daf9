package org.commonwright.workbench.contributors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.contribution.Part;
import org.commonwright.credit.Credit;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.preview.Pictures;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Shares of a module: as numbers in a table, as bars below it.
final class SharesPane {
    private static final int DIGITS = 1;
    private static final int MODULES = 200;
    private static final double PER_MILLE = 1000;

    private final ContributorsViewModel model;
    private final ContributorsActions actions;
    private final WorkbenchContext context;
    private final Controls controls;
    private final ObservableList<Credit> rows = FXCollections.observableArrayList();
    private final DataTable<Credit> table;
    private final ShareBars bars;
    private final SplitPane split;

    SharesPane(ContributorsViewModel model, ContributorsActions actions, Controls controls, WorkbenchContext context) {
        this.model = model;
        this.actions = actions;
        this.context = context;
        this.controls = controls;
        this.bars = new ShareBars(controls);
        table = new DataTable<>("contributors", "contributors.title", controls, context.settings(),
                rows, columns(), EmptyState.of(controls, MaterialDesignA.ACCOUNT_GROUP_OUTLINE, "contributors.nobody",
                        "contributors.nobody-hint"));
        table.selected().subscribe(credit -> {
            model.person().set(credit);
            inspect(credit);
        });
        var buttons = new ActionControls(controls);
        table.addToHead(buttons.button(context.actions().get("state-part")));
        Label title = controls.label(controls.texts().of("contributors.shares"), "subheading");
        title.setWrapText(true);
        var picture = new VBox(8, padded(title), bars.node());
        picture.getStyleClass().add("chart");
        var saving = new VBox(8,
                controls.iconButton(MaterialDesignI.IMAGE_OUTLINE, "contributors.save-picture",
                        () -> savePicture(picture)),
                buttons.iconButton(context.actions().get("contributors-csv")),
                buttons.iconButton(context.actions().get("contributors-json")),
                buttons.iconButton(context.actions().get("write-contributors")));
        saving.getStyleClass().add("padded");
        var scroll = new ScrollPane(picture);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(120);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        split = new SplitPane(table.node(), new HBox(scroll, saving));
        // Beside the bars there is no room for the numbers that are not lines.
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
    }

    Node node() {
        return split;
    }

    void show(Parts parts) {
        if (!rows.equals(parts.credits().people())) {
            table.refill(rows, parts.credits().people(), Credit::person);
        }
        bars.show(parts.contributions().parts());
    }

    private static Node padded(Node node) {
        var box = new HBox(node);
        box.getStyleClass().add("chart-title");
        return box;
    }

    private List<Column<Credit>> columns() {
        return List.of(
                Column.<Credit>words("name", "contributors.name", this::name).width(176)
                        .graphic(credit -> credit.bot() ? Icons.of(MaterialDesignR.ROBOT_OUTLINE) : null),
                number("lines", "contributors.lines", Credit::surviving),
                Column.<Credit>number("share", "contributors.share", Credit::perMille,
                        (credit, formats) -> formats.percent(credit.perMille() / PER_MILLE)),
                number("authored", "contributors.authored", Credit::authored),
                number("commits", "contributors.commits",
                        credit -> Rational.of(credit.lines().map(Part::commits).orElse(0))),
                number("cells", "contributors.cells", Credit::cells),
                number("reviewed", "contributors.reviewed", credit -> Rational.of(credit.reviewed())),
                number("declared", "contributors.declared", Credit::declared),
                number("cited", "contributors.cited", Credit::citedLines),
                Column.<Credit>words("email", "contributors.email", credit -> credit.person().email()).width(192));
    }

    private static Column<Credit> number(String id, String key, Function<Credit, Rational> value) {
        return Column.number(id, key, (Credit credit) -> value.apply(credit).rounded(DIGITS),
                (Credit credit, Formats formats) -> formats.number(value.apply(credit).rounded(DIGITS))).width(112);
    }

    private String name(Credit part) {
        return part.bot() ? controls.texts().now("contributors.program", called(part)) : called(part);
    }

    private String called(Credit part) {
        return controls.texts().called(part.person());
    }

    /// Which modules somebody's lines are in.
    private void inspect(@Nullable Credit part) {
        Parts parts = model.parts().value();
        if (part == null || parts == null) {
            return;
        }
        Formats formats = controls.texts().formats().get();
        List<Map.Entry<RepoPath, Rational>> modules = List
                .copyOf(part.lines().map(Part::modules).orElseGet(TreeMap::new).entrySet());
        Node lines = Paged.of(modules, MODULES, controls, some -> {
            var grid = new GridPane(16, 4);
            some.forEach(module -> {
                var name = new Label(parts.module(module.getKey()));
                name.setWrapText(true);
                var number = new Label(formats.number(module.getValue().rounded(DIGITS)));
                number.setMinWidth(Region.USE_PREF_SIZE);
                GridPane.setHalignment(number, HPos.RIGHT);
                grid.addRow(grid.getRowCount(), name, number);
            });
            return grid;
        });
        context.inspector().show(new VBox(8, words(name(part), "subheading"), words(part.person().email(), "hint"),
                controls.label(controls.texts().of("contributors.by-module"), "strong"), lines));
    }

    private void savePicture(Node chart) {
        context.dialogs().saveFile(Messages.Key.of("contributors.save-picture"), actions.suggested("contributors.png"))
                .ifPresent(file -> {
                    Image picture = Pictures.of(chart.snapshot(null, null));
                    actions.save(file, () -> Png.encode(picture));
                });
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
