package org.commonwright.workbench.review.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Reveal;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// What can be done with two revisions of a mesh that are looked at: the modes, and going from one changed place to the next. It is done
/// to the mesh that was touched last, or to the first that is shown.
public final class MeshActions {
    private static final Map<MeshMode, String> SHORTCUTS = Map.of(MeshMode.OVERLAY, "Shortcut+Shift+B",
            MeshMode.SWIPE, "Shortcut+Shift+W", MeshMode.SIDE, "Shortcut+Shift+D", MeshMode.ONION, "Shortcut+Shift+N",
            MeshMode.MAP, "Shortcut+Shift+M");

    private final ObjectProperty<@Nullable Shown> current = new SimpleObjectProperty<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Action> modes = new ArrayList<>();
    private final Action next;
    private final Action previous;

    /// A mesh that is looked at, and where.
    private record Shown(MeshReviewModel model, Node pane) {}

    public MeshActions() {
        ObservableValue<Optional<Messages.Key>> nothing = current.map(_ -> Optional.<Messages.Key>empty())
                .orElse(Optional.of(Messages.Key.of("meshes.none-shown")));
        for (MeshMode mode : MeshMode.values()) {
            modes.add(Action.of("mesh-" + mode.id(), Group.MESHES, "meshes.show-" + mode.id(), icon(mode),
                    () -> toCurrent(model -> model.mode().set(mode))).withShortcut(SHORTCUTS.get(mode))
                    .blockedBy(nothing));
        }
        ObservableValue<Optional<Messages.Key>> nowhere = current.map(one -> one.model().pair().regions().isEmpty()
                ? Optional.of(Messages.Key.of("meshes.no-region"))
                : Optional.<Messages.Key>empty()).orElse(Optional.of(Messages.Key.of("meshes.none-shown")));
        next = Action.of("next-changed-place", Group.MESHES, "meshes.next", MaterialDesignC.CHEVRON_DOWN,
                () -> toCurrent(model -> model.step(1))).withShortcut("Alt+Page Down").blockedBy(nowhere);
        previous = Action.of("previous-changed-place", Group.MESHES, "meshes.previous",
                MaterialDesignC.CHEVRON_UP, () -> toCurrent(model -> model.step(-1))).withShortcut("Alt+Page Up")
                .blockedBy(nowhere);
    }

    /// All of them, for the registry.
    public List<Action> all() {
        List<Action> all = new ArrayList<>(modes);
        all.add(next);
        all.add(previous);
        return all;
    }

    Action next() {
        return next;
    }

    Action previous() {
        return previous;
    }

    Action mode(MeshMode mode) {
        return modes.get(mode.ordinal());
    }

    /// From now on, while it is in the window, a mesh can be acted on.
    void follow(MeshReviewModel model, Node pane) {
        var one = new Shown(model, pane);
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> current.set(one));
        pane.focusWithinProperty().subscribe(within -> {
            if (within) {
                current.set(one);
            }
        });
        pane.sceneProperty().subscribe(scene -> {
            shown.remove(one);
            if (scene != null) {
                shown.add(one);
            }
            if (current.get() == null || !shown.contains(current.get())) {
                current.set(shown.isEmpty() ? null : shown.getFirst());
            }
        });
    }

    private void toCurrent(Consumer<MeshReviewModel> what) {
        Shown one = current.get();
        if (one != null) {
            what.accept(one.model());
            Reveal.show(one.pane());
        }
    }

    private static Ikon icon(MeshMode mode) {
        return switch (mode) {
            case OVERLAY -> MaterialDesignL.LAYERS_OUTLINE;
            case SWIPE -> MaterialDesignC.COMPARE;
            case SIDE -> MaterialDesignC.COMPARE_HORIZONTAL;
            case ONION -> MaterialDesignC.CIRCLE_OPACITY;
            case MAP -> MaterialDesignG.GRADIENT_VERTICAL;
        };
    }
}
