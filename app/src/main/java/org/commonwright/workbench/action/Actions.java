package org.commonwright.workbench.action;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Every action of the program, in the order in which it was added.
public final class Actions {
    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final ObservableList<Action> readOnly = FXCollections.unmodifiableObservableList(all);

    /// Adds actions.
    ///
    /// @throws IllegalArgumentException when an id or a shortcut is taken already
    public void add(Action... actions) {
        for (Action action : actions) {
            if (find(action.id()).isPresent()) {
                throw new IllegalArgumentException("two actions are called " + action.id());
            }
            all.stream().filter(a -> a.shortcut() != null && a.shortcut().equals(action.shortcut())).findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(other.id() + " and " + action.id() + " share "
                                + action.shortcutText());
                    });
            all.add(action);
        }
    }

    public ObservableList<Action> all() {
        return readOnly;
    }

    public List<Action> of(Group group) {
        return all.stream().filter(a -> a.group() == group).toList();
    }

    public Optional<Action> find(String id) {
        return all.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /// The action of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public Action get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no action is called " + id));
    }
}
