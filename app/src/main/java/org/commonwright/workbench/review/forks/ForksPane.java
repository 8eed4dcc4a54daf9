package org.commonwright.workbench.review.forks;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkSize;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.ForkWords;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// All forks in one table; below it the chosen one: what should be known of it, with whom it overlaps and conflicts.
public final class ForksPane {
    private final ForksViewModel model;
    private final Controls controls;
    private final DataTable<ForkRow> table;
    private final Consumer<ForkTip> review;
    private final StackPane pane = new StackPane();
    private final SplitPane split;
    private final VBox chosen = new VBox(4);

    /// @param review opens the review of a fork
    /// @param again looks for forks once more
    /// @param others the button that merges the pairs that were left out
    public ForksPane(ForksViewModel model, Controls controls, SettingsFile settings, Consumer<ForkTip> review,
            Runnable again, Node others) {
        this.model = model;
        this.controls = controls;
        this.review = review;
        this.table = new DataTable<>("forks", "forks.table", controls, settings, model.rows(), columns(),
                EmptyState.of(controls, MaterialDesignS.SOURCE_FORK, "reviews.none", "reviews.none-hint"));
        table.onOpen(row -> review.accept(row.tip()));
        table.selected().subscribe(this::choose);
        var none = new LoadedPane<>(controls, model.table().state(), () -> empty(), _ -> empty(), again).node();
        var neighbours = new LoadedPane<>(controls, model.neighbours().state(), () -> controls.hint("forks.choose"),
                this::neighbours, () -> choose(table.selected().get())).node();
        var below = new VBox(8, chosen, neighbours);
        below.getStyleClass().add("padded");
        var scroll = new ScrollPane(below);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(120);
        var above = new BorderPane(table.node());
        above.setBottom(foot(others));
        split = new SplitPane(above, scroll);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        SplitPane.setResizableWithParent(scroll, false);
        pane.getChildren().setAll(none);
        var last = new CommitId[1];
        table.selected().subscribe(row -> last[0] = row == null ? last[0] : row.tip().head());
        model.rows().subscribe(() -> {
            Node shown = model.rows().isEmpty() ? none : split;
            // Rows come page by page; a table that is put into the window again is styled and laid out anew.
            if (pane.getChildren().getFirst() != shown) {
                pane.getChildren().setAll(shown);
            }
            // Rows are replaced as their figures come; who is chosen stays chosen.
            if (last[0] != null) {
                table.view().getItems().stream().filter(row -> row.tip().head().equals(last[0])).findFirst()
                        .ifPresent(table.view().getSelectionModel()::select);
            }
        });
    }

    public Node node() {
        return pane;
    }

    /// What the signs in the table say, and how much of it is not known yet.
    private Node foot(Node others) {
        var signs = controls.label(controls.texts().of("pairs.sign"), "hint");
        signs.setMinWidth(0);
        var left = controls.label(model.left().flatMap(n -> controls.texts().of("pairs.left", n)), "hint");
        left.setMinWidth(Region.USE_PREF_SIZE);
        var more = new HBox(8, left, others);
        more.setAlignment(Pos.CENTER_RIGHT);
        more.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.left().get() > 0, model.left()));
        more.managedProperty().bind(more.visibleProperty());
        var foot = new HBox(16, signs, Controls.spring(), more);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("pane-head");
        return foot;
    }

    private Node empty() {
        return EmptyState.of(controls, MaterialDesignS.SOURCE_FORK, "reviews.none", "reviews.none-hint");
    }

    private void choose(@Nullable ForkRow row) {
        chosen.getChildren().clear();
        model.choose(row);
        if (row == null) {
            return;
        }
        var name = new Label(row.tip().title());
        name.getStyleClass().add("subheading");
        Button open = controls.button("forks.review", () -> review.accept(row.tip()));
        open.setId("forks-review");
        var head = new HBox(8, name, Controls.spring(), open);
        head.setAlignment(Pos.CENTER_LEFT);
        chosen.getChildren().add(head);
        if (!row.tip().subject().isBlank()) {
            chosen.getChildren().add(wrapped(row.tip().subject(), "hint"));
        }
        Fork fork = row.fork();
        if (fork != null) {
            fork.problems().forEach(
                    problem -> chosen.getChildren().add(wrapped(controls.texts().messages().get().get(problem),
                            "warning")));
            Optional<String> withMain = Optional.ofNullable(model.known())
                    .flatMap(known -> ForkWords.withMain(known, fork, messages()));
            withMain.ifPresent(words -> chosen.getChildren().add(wrapped("■ " + words, "warning")));
        }
    }

    private Node neighbours(List<Neighbour> found) {
        if (found.isEmpty()) {
            return controls.hint("forks.alone");
        }
        var box = new VBox(4);
        for (Neighbour one : found) {
            box.getChildren()
                    .add(wrapped((one.conflicts() ? "■ " : "~ ") + one.words(controls.texts().messages().get()),
                            one.conflicts() ? "warning" : "text"));
        }
        return box;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Messages messages() {
        return controls.texts().messages().get();
    }

    /// What decides whom to open first stands where it is seen without scrolling.
    private List<Column<ForkRow>> columns() {
        return List.of(
                Column.<ForkRow>words("name", "forks.name", row -> String.join(", ", row.tip().titles())).width(140),
                Column.<ForkRow>words("author", "forks.author", row -> ForkWords.by(row.tip(), messages())).width(104),
                Column.<ForkRow>words("age", "forks.age", this::age).width(120)
                        .order(Comparator.comparing((ForkRow row) -> row.tip().last()).reversed()),
                Column.<ForkRow>words("state", "forks.state", this::state).width(88),
                Column.<ForkRow>number("overlaps", "forks.overlapping", ForkRow::overlapping,
                        (row, _) -> String.valueOf(row.overlapping())).width(84),
                Column.<ForkRow>number("conflicts", "forks.conflicting", ForkRow::conflicts, this::conflicting)
                        .width(84),
                Column.<ForkRow>words("modules", "forks.modules",
                        row -> row.fork() == null ? "" : ForkWords.modules(row.fork(), messages())).width(120),
                count("files", "forks.files", fork -> fork.size().files()).width(72),
                Column.<ForkRow>number("lines", "forks.lines",
                        row -> of(row, f -> f.size().added() + f.size().removed()), (row, _) -> lines(row)).width(108),
                Column.<ForkRow>number("bytes", "forks.bytes", row -> of(row, f -> f.size().bytes()),
                        (row, formats) -> of(row, f -> formats.bytes(f.size().bytes()))).width(80),
                count("ahead", "forks.ahead", Fork::ahead).width(60),
                count("behind", "forks.behind", Fork::behind).width(60));
    }

    private static Column<ForkRow> count(String id, String title, Function<Fork, Integer> number) {
        return Column.number(id, title, row -> of(row, number), (row, _) -> String.valueOf(of(row, number)));
    }

    private static <V> @Nullable V of(ForkRow row, Function<Fork, V> what) {
        Fork fork = row.fork();
        return fork == null || fork.base().isEmpty() && fork.ahead() == 0 ? null : what.apply(fork);
    }

    private String age(ForkRow row) {
        Instant now = model.now();
        return controls.texts().now(ForkWords.age(row.tip(), now));
    }

    private String state(ForkRow row) {
        return row.fork() == null ? "" : controls.texts().now(ForkWords.kind(row.fork().kind()));
    }

    private String lines(ForkRow row) {
        ForkSize size = row.fork() == null ? ForkSize.NONE : row.fork().size();
        return (size.uncounted() > 0 ? "≥ " : "") + "+" + size.added() + " −" + size.removed();
    }

    private String conflicting(ForkRow row, Formats formats) {
        return (row.isWhole() ? "" : "≥ ") + row.conflicts() + (Boolean.TRUE.equals(row.withMain()) ? " ■" : "");
    }
}
