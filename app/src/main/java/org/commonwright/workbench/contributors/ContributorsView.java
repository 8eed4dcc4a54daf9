package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.contribution.Contributions;
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
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.ModuleChooser;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.preview.Pictures;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Everybody's part of a module: as numbers in a table, as bars below it.
final class ContributorsView {
    private static final int DIGITS = 1;
    private static final double PER_MILLE = 1000;
    private static final int MOST_LISTED = 200;

    private final ContributorsViewModel model;
    private final ContributorsActions actions;
    private final WorkbenchContext context;
    private final Controls controls;
    private final ObservableList<Credit> rows = FXCollections.observableArrayList();
    private final ModuleChooser chooser;
    private final ShareBars bars;
    private final Label counted = new Label();
    private final Hyperlink uncounted = new Hyperlink();
    private final Label missing = new Label();
    private final BorderPane whole = new BorderPane();
    private final MonthsPane months;
    private final KnowledgePane knowledge;
    private final HeatPane heat;
    private final CellsPane cells;
    private final EffortPane efforts;
    private final StatementsPane statements;
    private final NotesPane notes;
    private final BorderPane pane = new BorderPane();

    ContributorsView(ContributorsViewModel model, ContributorsActions actions, WorkbenchContext context) {
        this.model = model;
        this.actions = actions;
        this.context = context;
        this.controls = new Controls(context.texts());
        this.chooser = new ModuleChooser(controls, "contributors.module", model::choose);
        this.bars = new ShareBars(controls);
        DataTable<Credit> table = new DataTable<>("contributors", "contributors.title", controls, context.settings(),
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
        var split = new SplitPane(table.node(), new HBox(scroll, saving));
        // Beside the bars there is no room for the numbers that are not lines.
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        this.months = new MonthsPane(controls, context);
        this.knowledge = new KnowledgePane(controls, context);
        this.heat = new HeatPane(controls, context);
        this.cells = new CellsPane(controls, context);
        this.efforts = new EffortPane(model, controls, context);
        this.statements = new StatementsPane(model, controls, context);
        this.notes = new NotesPane(model, controls, context);
        Tab noted = tab("notes.title", notes.node());
        noted.selectedProperty().subscribe(model::showNotes);
        whole.setCenter(new TabPane(tab("contributors.tab-shares", split), tab("contributors.tab-time", months.node()),
                tab("contributors.tab-modules", knowledge.node()), tab("contributors.tab-files", heat.node()),
                tab("contributors.tab-cells", cells.node()),
                tab("contributors.tab-efforts", efforts.node()),
                tab("contributors.tab-statements", statements.node()), noted));
        whole.setBottom(foot());
        var loaded = new LoadedPane<>(controls, model.parts().state(), this::empty, this::show, model::reload);
        pane.setTop(head());
        pane.setCenter(loaded.node());
        controls.texts().formats().subscribe((_, _) -> refresh());
    }

    Node node() {
        return pane;
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab("", content);
        tab.textProperty().bind(controls.texts().of(key));
        tab.setClosable(false);
        return tab;
    }

    private Node head() {
        var row = new HBox(8, controls.heading("contributors.title"), Controls.spring(), chooser.node());
        chooser.node().visibleProperty().bind(model.parts().state().map(Loaded.Ready.class::isInstance));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-head");
        return row;
    }

    private Node foot() {
        counted.setWrapText(true);
        missing.setWrapText(true);
        missing.getStyleClass().add("warning");
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        uncounted.setWrapText(true);
        uncounted.setOnAction(_ -> listUncounted());
        var box = new VBox(4, counted, uncounted, missing);
        box.getStyleClass().add("pane-foot");
        return box;
    }

    private static Node padded(Node node) {
        var box = new HBox(node);
        box.getStyleClass().add("chart-title");
        return box;
    }

    private Node empty() {
        if (model.isOpen()) {
            Button again = controls.button("contributors.read-again", model::reload);
            return EmptyState.of(controls, MaterialDesignA.ACCOUNT_GROUP_OUTLINE, "contributors.stopped",
                    "contributors.stopped-hint", again);
        }
        var open = new ActionControls(controls).button(context.actions().get("open-folder"));
        return EmptyState.of(controls, MaterialDesignA.ACCOUNT_GROUP_OUTLINE, "contributors.empty",
                "contributors.empty-hint", open);
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
        return part.bot() ? controls.texts().now("contributors.program", part.person().name()) : part.person().name();
    }

    private Node show(Parts parts) {
        chooser.show(parts.modules(), parts.folder());
        rows.setAll(parts.credits().people());
        refresh();
        return whole;
    }

    private void refresh() {
        Parts parts = model.parts().value();
        if (parts == null) {
            return;
        }
        Contributions c = parts.contributions();
        bars.show(c.parts());
        months.show(parts.insights().months(), c.parts());
        knowledge.show(parts);
        heat.show(parts.insights().files());
        cells.show(parts);
        efforts.show(parts);
        statements.show(parts);
        notes.refresh();
        Messages messages = controls.texts().messages().get();
        counted.setText(messages.get("contributors.counted", c.commit().abbreviated(), c.files(), c.lines()));
        uncounted.setText(messages.get("contributors.uncounted", c.uncounted().size()));
        uncounted.setDisable(c.uncounted().isEmpty());
        missing.setText(Stream.of(c.problems(), parts.credits().problems(), parts.statements().problems())
                .flatMap(List::stream).map(messages::get)
                .collect(Collectors.joining("\n")));
    }

    /// Which modules somebody's lines are in.
    private void inspect(@Nullable Credit part) {
        Parts parts = model.parts().value();
        if (part == null || parts == null) {
            return;
        }
        Formats formats = controls.texts().formats().get();
        var lines = new GridPane(16, 4);
        part.lines().map(Part::modules).orElseGet(TreeMap::new).forEach((module, count) -> {
            var name = new Label(parts.module(module));
            name.setWrapText(true);
            var number = new Label(formats.number(count.rounded(DIGITS)));
            number.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(number, HPos.RIGHT);
            lines.addRow(lines.getRowCount(), name, number);
        });
        context.inspector().show(new VBox(8, words(name(part), "subheading"), words(part.person().email(), "hint"),
                controls.label(controls.texts().of("contributors.by-module"), "strong"), lines));
    }

    private void listUncounted() {
        Parts parts = model.parts().value();
        if (parts == null) {
            return;
        }
        List<RepoPath> paths = parts.contributions().uncounted();
        var box = new VBox(8, words(controls.texts().now("contributors.uncounted", paths.size()), "hint"));
        paths.stream().limit(MOST_LISTED)
                .forEach(path -> box.getChildren().add(words(Shorten.middle(path.text(), 56), "small-text")));
        if (paths.size() > MOST_LISTED) {
            box.getChildren().add(controls.label("contributors.more-files", paths.size() - MOST_LISTED));
        }
        context.inspector().reveal(box);
    }

    private void savePicture(Node chart) {
        context.dialogs().saveFile(Messages.Key.of("contributors.save-picture"), "contributors.png")
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
