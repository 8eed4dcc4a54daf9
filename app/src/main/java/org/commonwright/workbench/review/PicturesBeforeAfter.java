package org.commonwright.workbench.review;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.commonwright.git.FileChange;
import org.commonwright.raster.PixelDiff;
import org.commonwright.review.file.PictureDiff;
import org.commonwright.workbench.preview.PictureReader;
import org.commonwright.workbench.preview.Pictures;
import org.commonwright.workbench.review.comments.PicturePins;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// A picture as it was and as it would be: side by side, one swiped over the other, one shining through the other, and the pixels
/// that changed.
final class PicturesBeforeAfter {
    private static final double HEIGHT = 340;
    private static final int SIDE = 2_048;
    private static final int MARK = 0xFFE0218A;
    private static final int PAPER = 0xFFFFFFFF;

    private final Controls controls;
    private final BlobSides sides;

    PicturesBeforeAfter(Controls controls, BlobSides sides) {
        this.controls = controls;
        this.sides = sides;
    }

    /// @param difference null when the sizes are not the same
    /// @param pixels of what is shown, which may be smaller than the file's picture
    /// @param shrunk whether it is
    private record Read(@Nullable Image before, @Nullable Image after, @Nullable Image difference,
            @Nullable PixelDiff pixels, boolean shrunk) {}

    /// @param known whether the pixels that changed are told already
    /// @param pins comments on the picture as it would be
    Node of(FileChange change, boolean known, PicturePins pins) {
        return sides.place(change, PictureDiff.LARGEST, HEIGHT, (before, after, _) -> {
            String name = change.path().fileName();
            Image old = before == null ? null : PictureReader.read(before, name, SIDE);
            Image now = after == null ? null : PictureReader.read(after, name, SIDE);
            return read(old, now, !name.matches("(?i).*\\.jpe?g"));
        }, read -> view(change.path().fileName(), read, known, pins));
    }

    private static Read read(@Nullable Image old, @Nullable Image now, boolean exact) {
        if (old == null || now == null || old.getWidth() != now.getWidth() || old.getHeight() != now.getHeight()) {
            return new Read(old, now, null, null, false);
        }
        var a = Pictures.of(old);
        var b = Pictures.of(now);
        var marked = PixelDiff.marked(a, b, MARK, PAPER, exact);
        var difference = new WritableImage(marked.width(), marked.height());
        difference.getPixelWriter().setPixels(0, 0, marked.width(), marked.height(),
                PixelFormat.getIntArgbInstance(), marked.argb(), 0, marked.width());
        return new Read(old, now, difference, PixelDiff.between(a, b, exact),
                Math.max(marked.width(), marked.height()) >= SIDE);
    }

    private Node view(String name, Read read, boolean known, PicturePins pins) {
        var canvas = new PictureCanvas(controls, name, read.before(), read.after(), read.difference());
        canvas.pins(pins);
        var pane = new BorderPane(canvas.node());
        if (read.before() == null || read.after() == null) {
            return pane;
        }
        var slider = new Slider(0, 1, 0.5);
        slider.setPrefWidth(200);
        slider.valueProperty().subscribe(value -> canvas.part(value.doubleValue()));
        var group = new ToggleGroup();
        var foot = new FlowPane(8, 8);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("viewer-foot");
        for (PictureCanvas.Mode mode : PictureCanvas.Mode.values()) {
            var button = new ToggleButton();
            button.textProperty().bind(controls.texts().of(switch (mode) {
                case SIDE_BY_SIDE -> "filediff.two-up";
                case SWIPE -> "filediff.swipe";
                case ONION -> "filediff.onion";
                case DIFFERENCE -> "filediff.difference";
            }));
            button.setToggleGroup(group);
            button.setUserData(mode);
            button.setDisable(mode == PictureCanvas.Mode.DIFFERENCE && read.difference() == null);
            foot.getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((was, now) -> {
            if (now == null) {
                group.selectToggle(was);
            } else {
                canvas.show((PictureCanvas.Mode) now.getUserData());
            }
        });
        group.selectToggle(group.getToggles().getFirst());
        controls.name(slider, controls.texts().of("filediff.slider"));
        var between = new HBox(6, controls.label(controls.texts().of("reviews.before"), "hint"), slider,
                controls.label(controls.texts().of("reviews.after"), "hint"));
        between.setAlignment(Pos.CENTER_LEFT);
        slider.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> group.getSelectedToggle() != null
                        && ((PictureCanvas.Mode) group.getSelectedToggle().getUserData()).slides(),
                group.selectedToggleProperty()));
        between.visibleProperty().bind(slider.visibleProperty());
        foot.getChildren().add(between);
        var where = new Label();
        where.getStyleClass().add("hint");
        group.selectedToggleProperty().subscribe(now -> {
            if (now != null) {
                where.textProperty().bind(controls.texts().of(((PictureCanvas.Mode) now.getUserData()).where()));
            }
        });
        foot.getChildren().add(where);
        if (!known) {
            foot.getChildren().add(said(read));
        }
        pane.setBottom(foot);
        return pane;
    }

    private Label said(Read read) {
        ObservableValue<String> words = controls.texts().messages().flatMap(m -> controls.texts().formats().map(f -> {
            if (read.pixels() == null) {
                return m.get("filediff.pixels-sizes");
            }
            String changed = PictureDiff.changed(m, f, read.pixels()).values();
            return read.shrunk() ? m.get("filediff.pixels-shrunk", changed) : changed;
        }));
        Label label = controls.label(words, "hint");
        label.setWrapText(true);
        return label;
    }
}
