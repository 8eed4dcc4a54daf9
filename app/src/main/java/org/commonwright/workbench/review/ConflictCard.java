package org.commonwright.workbench.review;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.git.FileChange;
import org.commonwright.git.PathConflict;
import org.commonwright.i18n.Messages;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.MergeWork;
import org.commonwright.review.Resolution;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One conflict: what it was, what is here, what is proposed, something else; and below what will stand in the file, as it is now.
final class ConflictCard {
    private static final int MOST = 2000;

    private final ReviewViewModel model;
    private final Controls controls;
    private final MeshesBeforeAfter meshes;
    /// Null when nothing can be merged.
    private final @Nullable MergeWork work;
    private final boolean counted;
    private final MergeConflict conflict;
    private final ToggleGroup group = new ToggleGroup();
    private final Label result = new Label();
    private final FontIcon sign = Icons.of(MaterialDesignA.ALERT_OCTAGON_OUTLINE);
    /// Held here as long as the card is shown; the model holds it weakly.
    private final MapChangeListener<MergeConflict, Resolution> follow = change -> follow(change.getKey());
    private final ChangeListener<Boolean> over = (_, _, many) -> {
        if (!many) {
            write();
        }
    };
    private final Block box = new Block(8);

    /// @param shown the review that it belongs to
    ConflictCard(ReviewViewModel model, Controls controls, MeshesBeforeAfter meshes, Shown shown,
            MergeConflict conflict) {
        this.model = model;
        this.controls = controls;
        this.meshes = meshes;
        this.work = shown.merge();
        this.counted = shown.standpoint().filter(Standpoint::isCounted).isPresent();
        this.conflict = conflict;
        result.getStyleClass().add("mono");
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().add("card");
        box.getChildren().setAll(title(), choices());
        if (!(conflict instanceof MergeConflict.Whole)) {
            box.getChildren().add(new VBox(4, controls.hint("merging.result"), result));
        }
        box.setUserData(List.of(follow, over));
        model.choices().addListener(new WeakMapChangeListener<>(follow));
        model.manyAtOnce().addListener(new WeakChangeListener<>(over));
        write();
    }

    Node node() {
        return box;
    }

    boolean isDecided() {
        return model.choices().containsKey(conflict);
    }

    /// Whether somebody is at it.
    boolean isHere() {
        return box.isFocusWithin();
    }

    /// Scrolls to it, and gives its choice the focus.
    void show() {
        Reveal.show(box);
        ((Node) Objects.requireNonNullElse(group.getSelectedToggle(), group.getToggles().getFirst())).requestFocus();
    }

    private Node title() {
        var title = controls.label(controls.texts().of(switch (conflict) {
            case MergeConflict.Cell(var file, _, var cell) -> cell.cell().isEmpty()
                    ? Messages.Key.of("reviews.row-conflict", cell.part(), file)
                    : Messages.Key.of("reviews.cell-conflict", cell.part(), cell.cell(), file);
            case MergeConflict.Text text -> Messages.Key.of("reviews.text-conflict", text.file());
            case MergeConflict.Whole whole -> Messages.Key.of("reviews.whole-conflict", whole.file());
        }), "strong");
        title.setWrapText(true);
        var head = new HBox(8, sign, title);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node choices() {
        return switch (conflict) {
            case MergeConflict.Cell(_, _, var cell) when cell.cell().isEmpty() -> columns(was(cell.base()),
                    option("merging.here", cell.ours(), new Resolution.Ours()),
                    option("merging.proposed", cell.theirs(), new Resolution.Theirs()));
            case MergeConflict.Cell(_, _, var cell) -> {
                Node[] sides = {before(cell.base()), option("merging.here", cell.ours(), new Resolution.Ours()),
                        option("merging.proposed", cell.theirs(), new Resolution.Theirs())};
                yield columns(counted
                        ? sides
                        : Stream.concat(Stream.of(sides), Stream.of(other(controls.field("reviews.other-value"))))
                                .toArray(Node[]::new));
            }
            case MergeConflict.Text(_, _, var base, var ours, var theirs) -> {
                Node sides = columns(before(base), option("merging.here", ours, new Resolution.Ours()),
                        option("merging.proposed", theirs, new Resolution.Theirs()));
                if (counted) {
                    yield sides;
                }
                TextArea area = controls.area("reviews.other-value",
                        Math.clamp(Math.max(ours.lines().count(), theirs.lines().count()) + 1, 2, 8));
                area.getStyleClass().add("mono");
                yield new VBox(8, sides, other(area));
            }
            case MergeConflict.Whole(_, var path) -> whole(path);
        };
    }

    private Node whole(PathConflict path) {
        var row = columns(option("reviews.ours-whole", path.ours() == null ? null : "", new Resolution.Ours()),
                option("reviews.theirs-whole", path.theirs() == null ? null : "", new Resolution.Theirs()));
        boolean mesh = path.path().fileName().toLowerCase(Locale.ROOT).matches(".*\\.(stl|3mf)");
        return mesh && path.isContent() ? new VBox(8, row, meshes.ofConflict(change(path))) : row;
    }

    private static FileChange change(PathConflict path) {
        return new FileChange(FileChange.Kind.MODIFIED, path.path(), path.path(),
                path.ours() == null ? null : path.ours().blob(), path.theirs() == null ? null : path.theirs().blob(),
                path.ours() == null ? null : path.ours().kind(), path.theirs() == null ? null : path.theirs().kind());
    }

    private static Node columns(Node... nodes) {
        var grid = new GridPane(16, 8);
        for (int i = 0; i < nodes.length; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / nodes.length);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            grid.add(nodes[i], i, 0);
        }
        return grid;
    }

    private Node was(@Nullable String base) {
        return new VBox(4, controls.hint("merging.was"), value(base));
    }

    /// What was there before, which can be chosen again.
    private Node before(@Nullable String base) {
        return base == null ? was(null) : option("merging.was", base, new Resolution.Value(base));
    }

    private Node option(String key, @Nullable String text, Resolution resolution) {
        var button = new RadioButton();
        button.textProperty().bind(controls.texts().of(key));
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.setUserData(resolution);
        button.setSelected(resolution.equals(model.choices().get(conflict)));
        // Not its action: an arrow key chooses without one.
        button.selectedProperty().subscribe((_, chosen) -> {
            if (chosen) {
                model.decide(conflict, resolution);
            }
        });
        return text != null && text.isEmpty() && conflict instanceof MergeConflict.Whole
                ? button
                : new VBox(4, button, value(text));
    }

    private Node other(TextInputControl field) {
        var button = new RadioButton();
        button.textProperty().bind(controls.texts().of("reviews.other"));
        button.setToggleGroup(group);
        if (model.choices().get(conflict) instanceof Resolution.Value(String kept)) {
            field.setText(kept);
        } else if (conflict instanceof MergeConflict.Text(_, _, _, var ours, _)) {
            field.setText(ours);
        }
        field.textProperty().subscribe((_, typed) -> {
            button.setSelected(true);
            model.decide(conflict, new Resolution.Value(typed));
        });
        button.setSelected(model.choices().get(conflict) instanceof Resolution.Value(String kept)
                && kept.equals(field.getText()) && group.getSelectedToggle() == null);
        button.selectedProperty().subscribe((_, chosen) -> {
            if (chosen) {
                model.decide(conflict, new Resolution.Value(field.getText()));
            }
        });
        button.setOnAction(_ -> field.requestFocus());
        return new VBox(4, button, field);
    }

    private Label value(@Nullable String text) {
        var label = new Label(text == null
                ? controls.texts().now("reviews.nothing")
                : text.isEmpty() ? controls.texts().now("merging.empty") : visible(text));
        label.getStyleClass().add(text == null || text.isEmpty() ? "hint" : "mono");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void follow(MergeConflict decided) {
        if (!model.manyAtOnce().get() && conflict.standsWith(decided)) {
            write();
        }
    }

    /// Decided with others, or taken back with others: the choice shows it.
    private void settle(@Nullable Resolution now) {
        Toggle shown = group.getSelectedToggle();
        if ((now == null) == (shown == null)) {
            return;
        }
        Optional<Toggle> fits = group.getToggles().stream().filter(one -> Objects.equals(one.getUserData(), now))
                .findFirst();
        if (now != null && fits.isPresent()) {
            group.selectToggle(fits.get());
        } else if (now == null && shown.getUserData() != null) {
            group.selectToggle(null);
        } else {
            // Words that somebody typed go, too.
            group.getToggles().clear();
            box.getChildren().set(1, choices());
        }
    }

    /// As it will stand in the file with the choices made so far.
    private void write() {
        settle(model.choices().get(conflict));
        sign.setIconCode(isDecided() ? MaterialDesignC.CHECK : MaterialDesignA.ALERT_OCTAGON_OUTLINE);
        sign.getStyleClass().setAll("ikonli-font-icon", isDecided() ? "success-icon" : "warning-icon");
        if (work == null || conflict instanceof MergeConflict.Whole) {
            return;
        }
        boolean bad = false;
        try {
            String now = work.shows(conflict, model.choices());
            result.setText(now.isEmpty() ? controls.texts().now("merging.gone") : visible(now));
        } catch (Fault fault) {
            bad = true;
            result.setText(controls.texts().messages().getValue().get(fault));
        }
        result.getStyleClass().setAll(bad ? List.of("label", "danger") : List.of("label", "mono"));
    }

    private static String visible(String text) {
        String shown = text.stripTrailing().replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\ufffd");
        return shown.length() > MOST ? shown.substring(0, MOST) + "…" : shown;
    }
}
