package org.commonwright.workbench.toolpath;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.commonwright.raster.ColourBy;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The switches of a toolpath's view: colours, travel, section, code.
final class PathBar {
    private static final List<String> AXES = List.of("X", "Y", "Z");

    private PathBar() {}

    /// @param code whether the code stands beside the picture
    static Node of(PathViewModel model, BooleanProperty code, Controls controls) {
        var bar = new FlowPane(8, 4, controls.label("toolpath.colour-by"), colours(model, controls),
                toggle(MaterialDesignV.VECTOR_LINE, "toolpath.travel", model.travel(), controls),
                section(model, controls),
                toggle(MaterialDesignC.CODE_TAGS, "toolpath.show-code", code, controls));
        bar.getStyleClass().add("path-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setRowValignment(VPos.CENTER);
        return bar;
    }

    private static ChoiceBox<ColourBy> colours(PathViewModel model, Controls controls) {
        var choice = new ChoiceBox<ColourBy>();
        choice.setId("path-colour");
        // As wide as the longest word of the language.
        choice.setMinWidth(Region.USE_PREF_SIZE);
        for (ColourBy by : ColourBy.values()) {
            boolean has = switch (by) {
                case KIND, SPEED -> true;
                case FEATURE -> model.program().file().toolpath().features().size() > 0;
                case TOOL -> model.program().file().toolpath().tools().size() > 0;
                case LAYER_TIME -> model.layers().count() > 1;
            };
            if (has) {
                choice.getItems().add(by);
            }
        }
        choice.setValue(choice.getItems().contains(model.colourBy().get()) ? model.colourBy().get() : ColourBy.KIND);
        choice.valueProperty().subscribe((_, now) -> model.colourBy().set(now));
        Choices.inWords(choice, controls.texts(), by -> controls.texts().now(key(by)));
        controls.name(choice, controls.texts().of("toolpath.colour-by"));
        return choice;
    }

    private static String key(ColourBy by) {
        return switch (by) {
            case KIND -> "toolpath.by-kind";
            case FEATURE -> "toolpath.by-feature";
            case SPEED -> "toolpath.by-speed";
            case LAYER_TIME -> "toolpath.by-layer-time";
            case TOOL -> "toolpath.by-tool";
        };
    }

    private static ToggleButton toggle(Ikon icon, String key, BooleanProperty value, Controls controls) {
        var button = new ToggleButton();
        button.setId(key.replace('.', '-'));
        button.setGraphic(Icons.of(icon));
        button.textProperty().bind(controls.texts().of(key));
        button.selectedProperty().bindBidirectional(value);
        return button;
    }

    private static Node section(PathViewModel model, Controls controls) {
        ToggleButton on = toggle(MaterialDesignB.BOX_CUTTER, "toolpath.section", model.cut(), controls);
        var axis = new ChoiceBox<String>();
        axis.getItems().setAll(AXES);
        axis.setPrefWidth(72);
        axis.getSelectionModel().select(model.axis().get());
        axis.getSelectionModel().selectedIndexProperty().subscribe((_, now) -> model.axis().set(now.intValue()));
        controls.name(axis, controls.texts().of("toolpath.section-axis"));
        var place = new Slider(0, 1, model.place().get());
        place.setId("section-place");
        place.setPrefWidth(96);
        place.setBlockIncrement(0.02);
        place.valueProperty().bindBidirectional(model.place());
        controls.name(place, controls.texts().of("toolpath.section-place"));
        Label at = controls.label(controls.texts().formats().flatMap(f -> model.place()
                .flatMap(_ -> model.axis().map(_ -> f.number(model.cutAt(), 1) + "\u00a0mm"))), "hint", "number");
        at.setMinWidth(64);
        var parts = new HBox(4, axis, place, at);
        parts.setAlignment(Pos.CENTER_LEFT);
        parts.visibleProperty().bind(model.cut());
        parts.managedProperty().bind(model.cut());
        var all = new HBox(4, on, parts);
        all.setAlignment(Pos.CENTER_LEFT);
        return all;
    }
}
