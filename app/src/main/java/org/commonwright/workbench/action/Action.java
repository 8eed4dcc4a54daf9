package org.commonwright.workbench.action;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// One thing a person can do, described once. The menu, its button, the palette and its shortcut all come from here.
///
/// An `urgent` one's shortcut comes before whatever has the focus.
///
/// `blocked` holds the reason why it cannot be done now, as a text a person reads, and is empty when it can.
public record Action(String id, Group group, Messages.Key title, Ikon icon, @Nullable KeyCombination shortcut,
        ObservableValue<Optional<Messages.Key>> blocked, boolean urgent, Runnable handler) {

    /// An action that can always be done and has no shortcut.
    ///
    /// @param id words with dashes, unique in the program
    /// @param titleKey key of its name, a verb and what it acts on
    public static Action of(String id, Group group, String titleKey, Ikon icon, Runnable handler) {
        return of(id, group, Messages.Key.of(titleKey), icon, handler);
    }

    /// As above, with a name that has arguments.
    public static Action of(String id, Group group, Messages.Key title, Ikon icon, Runnable handler) {
        return new Action(id, group, title, icon, null, new ReadOnlyObjectWrapper<>(Optional.empty()), false,
                handler);
    }

    /// @param keys such as `Shortcut+Shift+P` (`Shortcut` is Ctrl, or Command on a Mac)
    /// @throws IllegalArgumentException for a key that no keyboard sends, such as `Escape`: it is called `Esc`
    public Action withShortcut(String keys) {
        KeyCombination combination = KeyCombination.keyCombination(keys);
        if (!(combination instanceof KeyCodeCombination)) {
            throw new IllegalArgumentException("no key has this name: " + keys);
        }
        return new Action(id, group, title, icon, combination, blocked, urgent, handler);
    }

    /// Its shortcut comes first, wherever the focus is.
    public Action first() {
        return new Action(id, group, title, icon, shortcut, blocked, true, handler);
    }

    /// Cannot be done while `reason` holds a text.
    public Action blockedBy(ObservableValue<Optional<Messages.Key>> reason) {
        return new Action(id, group, title, icon, shortcut, reason, urgent, handler);
    }

    /// Can be done while `possible` is true; `reasonKey` says why not otherwise.
    public Action onlyWhen(ObservableValue<Boolean> possible, String reasonKey) {
        var reason = Optional.of(Messages.Key.of(reasonKey));
        return blockedBy(Bindings.createObjectBinding(
                () -> Boolean.TRUE.equals(possible.getValue()) ? Optional.empty() : reason, possible));
    }

    public boolean isBlocked() {
        return blocked.getValue().isPresent();
    }

    /// Does it, unless it is blocked.
    ///
    /// @return whether it was done
    public boolean fire() {
        if (isBlocked()) {
            return false;
        }
        handler.run();
        return true;
    }

    /// The shortcut as a person reads it, such as `Ctrl+Shift+P`; empty when there is none.
    public String shortcutText() {
        return shortcut == null ? "" : shortcut.getDisplayText();
    }
}
