package org.commonwright.workbench.machines.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.host.HostJob;
import org.commonwright.machine.host.HostState;
import org.commonwright.machine.host.HostStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The page of one machine that a host runs: how it is, what it does, and the program that would be uploaded.
public final class HostView {
    private static final List<String> PATTERNS = List.of("*.gcode", "*.gco", "*.g", "*.nc");
    /// No line ends between a number and this.
    private static final String CELSIUS = "\u00a0°C";
    private static final double WIDTH = 760;

    private final HostViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final ScrollPane pane;

    public HostView(HostViewModel model, Controls controls, Dialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        var trouble = new Label();
        trouble.textProperty().bind(Bindings.createStringBinding(() -> model.trouble().get() == null
                ? ""
                : controls.texts().messages().get().get(model.trouble().get()), model.trouble(),
                controls.texts().messages()));
        trouble.getStyleClass().add("danger");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        Label words = controls.label(said(() -> controls.texts().now("hosts.state", model.words().getValue())),
                "heading");
        var facts = new Facts(controls)
                .add("hosts.host", model.info().software() + " " + model.info().version())
                .add("hosts.firmware", model.info().firmware())
                .add("hosts.says", said(() -> status() == null ? "" : status().words()))
                .add("hosts.temperatures", said(this::temperatures)).add("hosts.file", said(this::file))
                .add("hosts.left", said(this::left));
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(Bindings.createDoubleBinding(
                () -> status() == null ? 0 : Math.max(0, status().job().fraction()), model.status()));
        bar.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.state().getValue().isBusy(),
                model.status(), model.trouble()));
        var page = new VBox(16, trouble, words, bar, buttons(), facts.node(), controls.heading("hosts.program"),
                program(), controls.hint("hosts.page-hint"));
        page.setMaxWidth(WIDTH);
        page.getStyleClass().add("page");
        pane = new ScrollPane(page);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
    }

    public Node node() {
        return pane;
    }

    private @Nullable HostStatus status() {
        return model.status().get();
    }

    private ObservableValue<String> said(Callable<String> what) {
        return Bindings.createStringBinding(what, model.status(), model.trouble(), controls.texts().messages());
    }

    private String temperatures() {
        HostStatus now = status();
        return now == null ? "" : now.temperatures().stream().map(this::temperature).collect(Collectors.joining(", "));
    }

    private String temperature(Temperature heater) {
        Formats formats = controls.texts().formats().get();
        return controls.texts().now("hosts.says-heater", heater.heater(), formats.number(heater.actual(), 0),
                formats.number(heater.target(), 0)).replace(" °C", CELSIUS);
    }

    private String file() {
        HostJob job = status() == null ? HostJob.NONE : status().job();
        return job.file().isEmpty() ? controls.texts().now("hosts.no-file") : job.file();
    }

    private String left() {
        HostJob job = status() == null ? HostJob.NONE : status().job();
        return job.left() < 0
                ? controls.texts().now("hosts.unsaid")
                : controls.texts().formats().get().duration(Duration.ofSeconds((long) job.left()));
    }

    private Node buttons() {
        ObservableValue<HostState> state = model.state();
        return new FlowPane(8, 8,
                button(MaterialDesignP.PAUSE, "hosts.pause", model::pause, state.map(s -> s != HostState.PRINTING)),
                button(MaterialDesignP.PLAY, "hosts.resume", model::resume, state.map(s -> s != HostState.PAUSED)),
                button(MaterialDesignS.STOP, "hosts.abort", this::abort, state.map(s -> !s.isBusy())));
    }

    private Button button(Ikon icon, String key, Runnable handler, ObservableValue<Boolean> off) {
        Button button = controls.button(key, handler);
        button.setGraphic(Icons.of(icon));
        button.disableProperty().bind(off);
        return button;
    }

    private Node program() {
        Label name = controls.label(Bindings.createStringBinding(this::programFacts, model.program(),
                controls.texts().messages()));
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button open = button(MaterialDesignF.FOLDER_OPEN_OUTLINE, "hosts.open", this::choose, model.busy());
        Button start = button(MaterialDesignU.UPLOAD, "hosts.start", this::start,
                Bindings.createBooleanBinding(() -> model.busy().get() || model.program().get() == null
                        || model.state().getValue() != HostState.READY, model.busy(), model.program(), model.status(),
                        model.trouble()));
        start.getStyleClass().add("accent");
        var row = new HBox(8, name, open, controls.explained(start, controls.texts().of("hosts.start-needs")));
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, row, new HostOutcomeLabel(model, controls).node());
    }

    private String programFacts() {
        Program loaded = model.program().get();
        return loaded == null
                ? controls.texts().now("hosts.no-program")
                : controls.texts().now("hosts.program-facts", loaded.name(), loaded.lines());
    }

    private void choose() {
        dialogs.openFile(Messages.Key.of("hosts.open"), PATTERNS).ifPresent(model::load);
    }

    private void start() {
        Program loaded = model.program().get();
        if (loaded != null && dialogs.confirm(Messages.Key.of("hosts.ask-start", loaded.name(), model.title()),
                Messages.Key.of("hosts.start"))) {
            model.start();
        }
    }

    private void abort() {
        if (dialogs.confirm(Messages.Key.of("hosts.ask-abort", file(), model.title()),
                Messages.Key.of("hosts.abort"))) {
            model.abort();
        }
    }
}
