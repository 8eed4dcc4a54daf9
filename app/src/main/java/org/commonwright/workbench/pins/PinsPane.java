package org.commonwright.workbench.pins;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.commonwright.design.PinUpdate.Preview;
import org.commonwright.design.Pins.Pin;
import org.commonwright.design.Pins;
import org.commonwright.error.Problem;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.notice.FaultPane;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The page of the modules that a design takes from other repositories.
public final class PinsPane {
    private final PinsViewModel model;
    private final Controls controls;
    private final ObservableList<Pin> rows = FXCollections.observableArrayList();
    private final DataTable<Pin> table;
    private final PinForm form;
    private final PinProblems problems;
    private final StackPane lower = new StackPane();
    private final ScrollPane wrong = new ScrollPane();
    private final BorderPane upper = new BorderPane();
    private final SplitPane pane;
    private final Node preview;
    private final Node hint;

    /// @param jump leads to a problem's place
    public PinsPane(PinsViewModel model, Controls controls, SettingsFile settings, Consumer<Problem> jump) {
        this.model = model;
        this.controls = controls;
        this.form = new PinForm(model, controls, this::lookAgain);
        this.problems = new PinProblems(model, controls, form, this::openForm, jump);
        this.table = new DataTable<>("pins", "pins.title", controls, settings, rows, columns(),
                EmptyState.of(controls, MaterialDesignC.CUBE_SEND, "pins.empty", "pins.empty-hint"));
        this.hint = controls.hint("pins.hint");
        hint.getStyleClass().add("padded");
        this.preview = new LoadedPane<>(controls, model.preview(), () -> hint, new PreviewPane(model, controls)::of,
                model::dismiss).node();
        head();
        upper.setCenter(table.node());
        wrong.setFitToWidth(true);
        wrong.setMaxHeight(160);
        upper.setTop(wrong);
        lower.getChildren().setAll(preview);
        pane = new SplitPane(upper, lower);
        pane.setOrientation(Orientation.VERTICAL);
        pane.setDividerPositions(0.5);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.pins().subscribe(this::show);
        model.preview().subscribe(state -> {
            if (!(state instanceof Loaded.Nothing<Preview>)) {
                lookAgain();
            }
        });
    }

    public Node node() {
        return pane;
    }

    private void head() {
        Button look = controls.button("pins.look", () -> model.look(chosen(), ""));
        look.setId("pins-look");
        look.disableProperty().bind(Bindings.isEmpty(rows));
        Button fetch = controls.button("pins.fetch", model::fetch);
        fetch.setId("pins-fetch");
        fetch.disableProperty().bind(Bindings.isEmpty(rows));
        Button pin = controls.button("pins.pin", () -> {
            openForm();
            form.show(null, "", "");
        });
        pin.setId("pins-pin");
        Button remove = controls.button("pins.remove", () -> {
            Pin one = table.selected().get();
            if (one != null) {
                model.remove(one.entry().name());
            }
        });
        remove.setId("pins-remove");
        remove.disableProperty().bind(table.selected().map(_ -> false).orElse(true));
        Button undo = controls.iconButton(MaterialDesignU.UNDO, "pins.undo", model::undo);
        undo.disableProperty().bind(model.steps().map(s -> s.undo().isEmpty()));
        Button redo = controls.iconButton(MaterialDesignR.REDO, "pins.redo", model::redo);
        redo.disableProperty().bind(model.steps().map(s -> s.redo().isEmpty()));
        var none = controls.texts().of("pins.none-yet");
        table.addToHead(controls.explained(look, none), controls.explained(fetch, none), pin,
                controls.explained(remove, controls.texts().of("pins.choose")), undo, redo);
        table.onOpen(chosen -> model.look(Set.of(chosen.entry().name()), ""));
    }

    private Set<String> chosen() {
        return table.selectedRows().stream().map(p -> p.entry().name()).collect(Collectors.toSet());
    }

    private List<Column<Pin>> columns() {
        return List.of(Column.<Pin>words("name", "pins.name", p -> p.entry().name()).width(140),
                Column.<Pin>words("repository", "pins.repository", p -> p.entry().repository()).width(200),
                Column.<Pin>words("path", "pins.path", p -> p.entry().path().text()).width(120),
                Column.<Pin>words("pinned", "pins.pinned", this::pinned).width(260),
                Column.<Pin>words("newest", "pins.newest", this::newest).width(320),
                Column.<Pin>number("uses", "pins.uses", p -> p.uses().size(),
                        (p, _) -> String.valueOf(p.uses().size())));
    }

    private String pinned(Pin pin) {
        String at = pin.entry().commit().abbreviated();
        return pin.pinned() == null
                ? controls.texts().now("pins.not-here", at)
                : controls.texts().now("pins.commit", at, controls.texts().formats().get()
                        .dateTime(pin.pinned().authored(), ZoneId.systemDefault()), pin.pinned().subject());
    }

    private String newest(Pin pin) {
        if (pin.newest() == null) {
            return controls.texts().now("pins.no-clone");
        }
        return pin.isBehind()
                ? controls.texts().now("pins.behind", pin.newest().id().abbreviated(), pin.behind(),
                        pin.newest().subject())
                : controls.texts().now("pins.is-newest");
    }

    private void show(Loaded<Pins.State> state) {
        if (state instanceof Loaded.Ready<Pins.State>(Pins.State read)) {
            rows.setAll(read.pins());
            wrong.setContent(problems.of(read));
            wrong.setVisible(!read.problems().isEmpty());
            wrong.setManaged(wrong.isVisible());
            upper.setCenter(table.node());
        } else if (state instanceof Loaded.Failed<Pins.State>(var fault)) {
            upper.setCenter(FaultPane.of(controls, fault, model::again));
        }
    }

    private void openForm() {
        lower.getChildren().setAll(form.node());
    }

    private void lookAgain() {
        lower.getChildren().setAll(preview);
    }

    private void pressed(KeyEvent key) {
        boolean inField = key.getTarget() instanceof TextInputControl;
        if (!inField && new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN).match(key)) {
            model.undo();
            key.consume();
        } else if (!inField && new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN).match(key)) {
            model.redo();
            key.consume();
        }
    }
}
