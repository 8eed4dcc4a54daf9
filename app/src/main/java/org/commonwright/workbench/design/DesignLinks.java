package org.commonwright.workbench.design;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.commonwright.design.DesignModule;
import org.commonwright.files.RelativePath;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.preview.MarkdownLinks;
import org.commonwright.workbench.preview.PictureReader;
import org.commonwright.workbench.tasks.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Links of a document in a design: a file of the same design is shown; any other address is copied, never followed.
final class DesignLinks implements MarkdownLinks {
    private static final Logger LOG = LoggerFactory.getLogger(DesignLinks.class);
    private static final int PICTURE_SIDE = 1_440;
    private static final long LARGEST_PICTURE = 8L << 20;

    private final DesignViewModel model;
    private final DesignModule module;
    private final RepoPath folder;
    private final Tasks quiet;
    private final Notices notices;

    /// @param document the file that holds the links
    /// @param quiet reads pictures
    DesignLinks(DesignViewModel model, DesignModule module, RepoPath document, Tasks quiet, Notices notices) {
        this.model = model;
        this.module = module;
        this.folder = document.parent();
        this.quiet = quiet;
        this.notices = notices;
    }

    @Override
    public void follow(String destination) {
        if (!destination.isBlank()) {
            quiet.submit(Messages.Key.of("workbench.reading", destination), _ -> file(destination),
                    Outcome.<Optional<RepoPath>>of(file -> lead(file, destination), notices::fault));
        }
    }

    private void lead(Optional<RepoPath> file, String destination) {
        if (file.isPresent() && module.source().own()) {
            model.jumpTo(new FileSelection(file.get(), 0));
        } else {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, destination));
            notices.say("workbench.address-copied", destination);
        }
    }

    /// A picture that cannot be read is shown as its description; choosing it in the tree says why.
    @Override
    public void picture(String destination, Consumer<Image> show) {
        quiet.submit(Messages.Key.of("workbench.reading", destination), _ -> {
            Optional<RepoPath> file = file(destination);
            return file.map(path -> PictureReader.read(module.source().tree().read(path, LARGEST_PICTURE),
                    path.fileName(), PICTURE_SIDE));
        }, Outcome.<Optional<Image>>of(picture -> picture.ifPresent(show),
                fault -> LOG.info("no picture {}", destination, fault)));
    }

    private Optional<RepoPath> file(String destination) {
        int anchor = destination.indexOf('#');
        String path = anchor < 0 ? destination : destination.substring(0, anchor);
        return path.isEmpty() ? Optional.empty() : RelativePath.existing(folder, path, module.source().tree());
    }
}
