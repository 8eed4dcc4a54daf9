package org.commonwright.workbench.welcome;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.files.FolderTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.Recent;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the welcome page shows: the designs that were open before, with what happened in them last.
public final class WelcomeViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(WelcomeViewModel.class);
    private static final long LARGEST_PICTURE = 8L << 20;

    private final RecentDesigns recents;
    private final DesignOpener opener;
    private final Tasks tasks;
    private final ObservableList<RecentEntry> shown = FXCollections.observableArrayList();

    /// @param tasks quiet ones: reading a last commit is not worth a line in the status bar
    public WelcomeViewModel(RecentDesigns recents, DesignOpener opener, Tasks tasks) {
        this.recents = recents;
        this.opener = opener;
        this.tasks = tasks;
    }

    /// Newest first.
    public ObservableList<RecentEntry> recents() {
        return shown;
    }

    public void refresh() {
        shown.setAll(recents.list().stream().map(RecentEntry::new).toList());
        shown.forEach(this::look);
    }

    public void open(Recent recent) {
        opener.open(recent.folder());
    }

    /// Takes a design off the list; its folder stays as it is.
    public void forget(Path folder) {
        recents.forget(folder);
        refresh();
    }

    private record Looked(Activity activity, byte @Nullable [] picture) {}

    private void look(RecentEntry entry) {
        Recent recent = entry.recent();
        tasks.submit(Messages.Key.of("workbench.opening", recent.name()),
                _ -> new Looked(Activity.of(recent.folder()), picture(recent)),
                Outcome.of(looked -> entry.arrived(looked.activity(), looked.picture()),
                        fault -> entry.arrived(new Activity(null, "", "", fault), null)));
    }

    /// A picture that has gone or is too large is left out: it is an ornament here.
    private static byte @Nullable [] picture(Recent recent) {
        if (recent.picture().isEmpty() || !RepoPath.isSafe(recent.picture())) {
            return null;
        }
        FileTree tree = new FolderTree(recent.folder());
        try {
            return tree.read(new RepoPath(recent.picture()), LARGEST_PICTURE);
        } catch (Fault fault) {
            LOG.info("no picture of {}", recent.folder(), fault);
            return null;
        }
    }
}
