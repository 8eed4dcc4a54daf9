package org.commonwright.workbench.welcome;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.settings.Recent;
import org.commonwright.settings.RecentDesigns;

/// What the welcome page shows: the designs that were open before.
public final class WelcomeViewModel {
    private final RecentDesigns recents;
    private final DesignOpener opener;
    private final ObservableList<Recent> shown = FXCollections.observableArrayList();

    public WelcomeViewModel(RecentDesigns recents, DesignOpener opener) {
        this.recents = recents;
        this.opener = opener;
    }

    /// Newest first.
    public ObservableList<Recent> recents() {
        return shown;
    }

    public void refresh() {
        shown.setAll(recents.list());
    }

    public void open(Recent recent) {
        opener.open(recent.folder());
    }

    /// Takes a design off the list; its folder stays as it is.
    public void forget(Path folder) {
        recents.forget(folder);
        refresh();
    }
}
