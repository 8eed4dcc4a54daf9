package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.review.LaterFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The files of a review, each compared when it is opened; the first lists, meshes and manifests are open from the beginning. So the card is
/// there at once, however many files there are.
final class LaterFiles {
    private static final int OPEN = 8;

    private final Controls controls;
    private final FileReviewView views;
    private final Tasks quiet;
    private final Path repository;
    private final Map<String, TitledPane> panes = new HashMap<>();
    /// Of the same files, told before.
    private final Map<String, TitledPane> before;
    private int opened;

    /// @param before the same files as they stood until now; null for none. Whoever reads them finds open what was open
    LaterFiles(Controls controls, FileReviewView views, Tasks quiet, Path repository, @Nullable LaterFiles before) {
        this.before = before == null ? Map.of() : before.panes;
        this.controls = controls;
        this.views = views;
        this.quiet = quiet;
        this.repository = repository;
    }

    /// As it was left, when it was made before.
    TitledPane of(LaterFile file) {
        TitledPane made = panes.get(file.path().text());
        if (made == null) {
            made = make(file);
            panes.put(file.path().text(), made);
        }
        return made;
    }

    private TitledPane make(LaterFile file) {
        String sign = switch (file.change().kind()) {
            case ADDED -> "+  ";
            case REMOVED -> "−  ";
            case MODIFIED -> "~  ";
            case RENAMED -> "→  ";
        };
        var pane = new TitledPane(sign + file.path(), new StackPane());
        pane.setAnimated(false);
        pane.setGraphic(views.count(file.path()));
        pane.setContentDisplay(ContentDisplay.RIGHT);
        pane.setGraphicTextGap(16);
        pane.setExpanded(false);
        boolean[] asked = new boolean[1];
        pane.expandedProperty().subscribe(expanded -> {
            if (expanded && !asked[0]) {
                asked[0] = true;
                load(file, pane);
            }
        });
        TitledPane was = before.get(file.path().text());
        pane.setExpanded(was == null ? isWorth(file) && opened++ < OPEN : was.isExpanded());
        return pane;
    }

    /// Opens a file that is in sight, scrolls to it and gives it the focus.
    void show(LaterFile file) {
        TitledPane pane = of(file);
        pane.setExpanded(true);
        Reveal.show(pane);
        pane.requestFocus();
    }

    private static boolean isWorth(LaterFile file) {
        String name = file.path().fileName().toLowerCase(Locale.ROOT);
        return file.bom() || name.equals("bom.csv") || name.equals("offers.csv") || name.endsWith(".stl")
                || name.endsWith(".3mf")
                || name.matches("(okh|commons)\\.(toml|ya?ml)");
    }

    private void load(LaterFile file, TitledPane pane) {
        pane.setContent(LoadedPane.of(controls, quiet, Messages.Key.of("consequence.comparing-file", file.path()),
                watch -> {
                    try (GitRepository opened = GitRepository.open(repository)) {
                        return file.review(opened, watch);
                    }
                }, views::body));
    }
}
