package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.MeshModel;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.review.mesh.MeshActions;
import org.commonwright.workbench.review.mesh.MeshPair;
import org.commonwright.workbench.review.mesh.MeshReviewPane;
import org.commonwright.workbench.review.mesh.MeshSides;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.MeshPane;
import org.commonwright.workbench.viewer.Pins;
import org.jspecify.annotations.Nullable;

/// A mesh as it was and as it would be: compared when it is there on both sides.
final class MeshesBeforeAfter {
    private static final long LARGEST = 512L << 20;
    private static final double HEIGHT = 280;

    private final Controls controls;
    private final Tasks quiet;
    private final Supplier<Path> folder;
    private final MeshActions actions;

    /// @param folder  of the repository that has the blobs
    /// @param actions that shall work on meshes that are compared
    MeshesBeforeAfter(Controls controls, Tasks quiet, Supplier<Path> folder, MeshActions actions) {
        this.controls = controls;
        this.quiet = quiet;
        this.folder = folder;
        this.actions = actions;
    }

    private record Loaded(Mesh mesh, MeshModel model, MeshMeasures measures) {}

    /// @param pins marks on it as it would be
    Node of(FileChange change, Pins pins) {
        return of(change, pins, MeshSides.BEFORE_AFTER);
    }

    /// The two sides of a conflict: what is here, and what is proposed.
    Node ofConflict(FileChange change) {
        return of(change, Pins.NONE, MeshSides.HERE_PROPOSED);
    }

    private Node of(FileChange change, Pins pins, MeshSides sides) {
        String old = change.oldBlob();
        String now = change.newBlob();
        if (old != null && now != null) {
            return both(change, old, now, pins, sides);
        }
        var row = new HBox(8);
        add(row, sides.firstKey(), change, change.oldBlob(), Pins.NONE);
        add(row, sides.secondKey(), change, change.newBlob(), pins);
        return row;
    }

    private Node both(FileChange change, String old, String now, Pins pins, MeshSides sides) {
        Path repository = folder.get();
        StackPane place = LoadedPane.of(controls, quiet, reading(change), watch -> {
            try (GitRepository opened = GitRepository.open(repository)) {
                RepoPath then = change.oldPath() == null ? change.path() : change.oldPath();
                Mesh before = MeshReader.read(opened.content(old, then, LARGEST), then.text(), watch);
                Mesh after = MeshReader.read(opened.content(now, change.path(), LARGEST), change.path().text(), watch);
                return MeshPair.of(before, after, watch);
            }
        }, (MeshPair pair) -> MeshReviewPane.of(pair, change.path().fileName(), controls, quiet, actions, pins, sides));
        // As high as what comes, so that nothing below jumps then.
        place.setMinHeight(MeshReviewPane.HEIGHT);
        return place;
    }

    private void add(HBox row, String titleKey, FileChange change, @Nullable String blob, Pins pins) {
        if (blob == null) {
            return;
        }
        Path repository = folder.get();
        StackPane place = LoadedPane.of(controls, quiet, reading(change), watch -> {
            try (GitRepository opened = GitRepository.open(repository)) {
                Mesh mesh = MeshReader.read(opened.content(blob, change.path(), LARGEST), change.path().text(),
                        watch);
                return new Loaded(mesh, MeshModel.of(mesh, false), MeshMeasures.of(mesh));
            }
        }, (Loaded loaded) -> MeshPane.of(loaded.model(), loaded.measures(), change.path().fileName(), controls, quiet,
                loaded.mesh(), pins));
        place.setMinHeight(HEIGHT);
        place.setPrefHeight(HEIGHT);
        var side = new VBox(4, controls.label(controls.texts().of(titleKey), "hint"), place);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setMaxWidth(Double.MAX_VALUE);
        side.setPrefWidth(320);
        row.getChildren().add(side);
    }

    private static Messages.Key reading(FileChange change) {
        return Messages.Key.of("reviews.reading-mesh", change.path());
    }
}
