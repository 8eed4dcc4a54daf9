package org.commonwright.workbench.text;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.Ikon;

/// Controls whose words follow the language. The style classes are those of `workbench.css`.
public final class Controls {
    private static final PseudoClass SKINNED = PseudoClass.getPseudoClass("skinned");

    /// From where a tooltip is shown up to above the pointer, px.
    private static final double ABOVE = 24;

    private final Texts texts;

    public Controls(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    public Label label(String key, Object... arguments) {
        return label(texts.of(key, arguments));
    }

    public Label label(ObservableValue<String> text, String... styleClasses) {
        var label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A text over as many lines as it needs; none of them is cut.
    public Label paragraph(ObservableValue<String> text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A page's heading, 20 px.
    public Label heading(String key, Object... arguments) {
        return label(texts.of(key, arguments), "heading");
    }

    /// Explaining words, in a muted colour, wrapped.
    public Label hint(String key, Object... arguments) {
        Label label = label(texts.of(key, arguments), "hint");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public Button button(String key, Runnable handler) {
        var button = new Button();
        button.textProperty().bind(texts.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> handler.run());
        return button;
    }

    /// A button without words; they are its tooltip and what a screen reader says.
    public Button iconButton(Ikon ikon, String key, Runnable handler) {
        var button = new Button(null, Icons.of(ikon));
        button.getStyleClass().addAll("flat", "button-icon");
        name(button, texts.of(key));
        button.setTooltip(tooltip(texts.of(key)));
        button.setOnAction(_ -> handler.run());
        return button;
    }

    /// A field that says what it is for while it is empty.
    public TextField field(String promptKey) {
        var field = new TextField();
        field.promptTextProperty().bind(texts.of(promptKey));
        name(field, texts.of(promptKey));
        // The colour of the words is the skin's; styled before there is one, they can stay black, which the dark theme swallows.
        field.skinProperty().subscribe(skin -> field.pseudoClassStateChanged(SKINNED, skin != null));
        // What stays chosen in a field without the focus is drawn in a colour that the dark theme swallows.
        field.focusedProperty().subscribe(now -> {
            if (!now) {
                field.deselect();
            }
        });
        return field;
    }

    /// Room for several lines, which wrap; it says what it is for while it is empty. Tab leads on, as from any other field.
    public TextArea area(String promptKey, int rows) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        area.promptTextProperty().bind(texts.of(promptKey));
        name(area, texts.of(promptKey));
        area.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.TAB && !pressed.isShortcutDown()) {
                pressed.consume();
                area.requestFocusTraversal(
                        pressed.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return area;
    }

    /// What a screen reader calls a node.
    public void name(Node node, ObservableValue<String> text) {
        node.accessibleTextProperty().bind(text);
    }

    public Tooltip tooltip(ObservableValue<String> text) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(400);
        // Its height is known only once its lines are broken; below the screen's edge nobody reads it.
        tooltip.setOnShown(_ -> {
            double beyond = tooltip.getY() + tooltip.getHeight() - Screen.getScreensForRectangle(tooltip.getX(),
                    tooltip.getY(), 1, 1).stream().findFirst().orElse(Screen.getPrimary()).getVisualBounds().getMaxY();
            if (beyond > 0) {
                tooltip.setY(tooltip.getY() - tooltip.getHeight() - ABOVE);
            }
        });
        return tooltip;
    }

    /// A button in a box that says why it cannot be pressed, while it cannot: a disabled control shows no tooltip of its own.
    public Region explained(Button button, ObservableValue<String> reason) {
        var box = new StackPane(button);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip why = tooltip(reason);
        button.disabledProperty().subscribe(off -> {
            if (off) {
                Tooltip.install(box, why);
            } else {
                Tooltip.uninstall(box, why);
            }
        });
        button.accessibleHelpProperty()
                .bind(button.disabledProperty().flatMap(off -> off ? reason : new ReadOnlyStringWrapper("")));
        return box;
    }

    /// Takes the free room of a row.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
