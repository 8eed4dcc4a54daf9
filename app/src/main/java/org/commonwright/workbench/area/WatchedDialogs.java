package org.commonwright.workbench.area;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.commonwright.i18n.Messages;

/// Dialogs of which one knows that one is open, since the window that waits behind it hears of no key that goes up.
public final class WatchedDialogs implements Dialogs {
    private final Dialogs dialogs;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    public WatchedDialogs(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /// True before the dialog is there, until it is gone.
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    @Override
    public Optional<Path> folder(Messages.Key title) {
        return during(() -> dialogs.folder(title));
    }

    @Override
    public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
        return during(() -> dialogs.openFile(title, patterns));
    }

    @Override
    public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
        return during(() -> dialogs.saveFile(title, suggestedName));
    }

    @Override
    public boolean confirm(Messages.Key what, Messages.Key verb) {
        return during(() -> dialogs.confirm(what, verb));
    }

    private <T> T during(Supplier<T> dialog) {
        boolean before = open.get();
        open.set(true);
        try {
            return dialog.get();
        } finally {
            open.set(before);
        }
    }
}
