package org.commonwright.workbench.review;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.commonwright.workbench.review.comments.PicturePins;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Two pictures in one of the ways to compare them, as large as fits and never larger than they are.
final class PictureCanvas {
    private static final double GAP = 8;
    private static final double PIN = 6;

    /// A way to compare.
    enum Mode {
        SIDE_BY_SIDE, SWIPE, ONION, DIFFERENCE;

        /// Whether a slider says how much of each is seen.
        boolean slides() {
            return this == SWIPE || this == ONION;
        }

        /// Which picture is seen where: a key.
        String where() {
            return switch (this) {
                case SIDE_BY_SIDE -> "filediff.two-up-hint";
                case SWIPE -> "filediff.swipe-hint";
                case ONION -> "filediff.onion-hint";
                case DIFFERENCE -> "filediff.difference-hint";
            };
        }
    }

    private final ImageView before = new ImageView();
    private final ImageView after = new ImageView();
    private final ImageView difference = new ImageView();
    private final Line edge = new Line();
    private final Pane pane;
    private final Group pins = new Group();
    private List<Point2D> places = List.of();
    private Mode mode = Mode.SIDE_BY_SIDE;
    private double part = 0.5;

    PictureCanvas(Controls controls, String name, @Nullable Image old, @Nullable Image now, @Nullable Image changed) {
        before.setImage(old);
        after.setImage(now);
        difference.setImage(changed);
        controls.name(before, controls.texts().of("filediff.picture-before", name));
        controls.name(after, controls.texts().of("filediff.picture-after", name));
        controls.name(difference, controls.texts().of("filediff.picture-difference", name));
        edge.getStyleClass().add("swipe-edge");
        pane = new Pane(before, after, difference, edge, pins) {
            @Override
            protected void layoutChildren() {
                arrange(getWidth(), getHeight());
                pin();
            }
        };
        pane.setMinSize(0, 0);
    }

    /// Shows where comments on the picture afterwards are; a click with the other button, or C for the middle, offers one more.
    void pins(PicturePins wanted) {
        pins.setPickOnBounds(false);
        wanted.follow(pane, () -> {
            places = wanted.shown();
            pins.getChildren().setAll(wanted.circles(PIN));
            pane.requestLayout();
        });
        // What changed lies where the picture afterwards does.
        for (ImageView view : List.of(after, difference)) {
            view.setOnContextMenuRequested(e -> {
                wanted.point(new Point2D(e.getX() / view.getFitWidth(), e.getY() / view.getFitHeight()), pane,
                        e.getScreenX(), e.getScreenY());
                e.consume();
            });
        }
        pane.setFocusTraversable(after.getImage() != null);
        pane.setOnMousePressed(e -> {
            pane.requestFocus();
            e.consume();
        });
        pane.accessibleTextProperty().bind(after.accessibleTextProperty());
        pane.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.C && !e.isShortcutDown() && !e.isAltDown()) {
                Point2D middle = after.localToScreen(after.getFitWidth() / 2, after.getFitHeight() / 2);
                wanted.point(new Point2D(0.5, 0.5), pane, middle.getX(), middle.getY());
                e.consume();
            }
        });
    }

    /// Puts the marks where the picture is now.
    private void pin() {
        pins.setVisible(after.getImage() != null);
        for (int i = 0; i < places.size(); i++) {
            pins.getChildren().get(i).relocate(
                    after.getLayoutX() + places.get(i).getX() * after.getFitWidth() - PIN,
                    after.getLayoutY() + places.get(i).getY() * after.getFitHeight() - PIN);
        }
    }

    Node node() {
        return pane;
    }

    void show(Mode wanted) {
        mode = wanted;
        pane.requestLayout();
    }

    /// @param wanted 0 to 1: how much of the picture afterwards shines through, or where the edge is; left of it stands what was before
    void part(double wanted) {
        part = wanted;
        pane.requestLayout();
    }

    private void arrange(double width, double height) {
        boolean both = before.getImage() != null && after.getImage() != null;
        before.setVisible(mode != Mode.DIFFERENCE);
        after.setVisible(mode != Mode.DIFFERENCE);
        difference.setVisible(mode == Mode.DIFFERENCE);
        edge.setVisible(mode == Mode.SWIPE);
        after.setOpacity(mode == Mode.ONION ? part : 1);
        after.setClip(null);
        if (mode == Mode.SIDE_BY_SIDE) {
            double half = both ? (width - GAP) / 2 : width;
            place(before, 0, half, height);
            place(after, both ? half + GAP : 0, half, height);
            return;
        }
        place(before, 0, width, height);
        place(after, 0, width, height);
        place(difference, 0, width, height);
        if (mode == Mode.SWIPE) {
            double shown = after.getLayoutBounds().getWidth();
            double from = shown * part;
            after.setClip(new Rectangle(from, 0, shown - from, height));
            edge.setStartX(after.getLayoutX() + from);
            edge.setEndX(after.getLayoutX() + from);
            edge.setStartY(after.getLayoutY());
            edge.setEndY(after.getLayoutY() + after.getLayoutBounds().getHeight());
        }
    }

    private static void place(ImageView view, double x, double width, double height) {
        Image image = view.getImage();
        if (image == null) {
            return;
        }
        double scale = Math.min(1, Math.min(width / image.getWidth(), height / image.getHeight()));
        view.setFitWidth(image.getWidth() * scale);
        view.setFitHeight(image.getHeight() * scale);
        view.relocate(x + (width - view.getFitWidth()) / 2, (height - view.getFitHeight()) / 2);
    }
}
