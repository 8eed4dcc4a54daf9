package org.commonwright.workbench.viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.model.Bounds;
import org.commonwright.raster.Camera;

/// Where a scene is looked at from, and how a hand or a key moves that.
public final class ViewerViewModel {
    private static final double FULL_DRAG_TURNS = Math.PI;
    private static final double KEY_TURN = Math.toRadians(10);
    private static final double OBLIQUE = Math.toRadians(25);
    private static final double KEY_SHIFT = 0.1;
    private static final double STEP = 1.2;

    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.home(true));
    private Bounds bounds = Bounds.EMPTY;
    private int width = 1;
    private int height = 1;
    private boolean fitted;

    public ReadOnlyObjectProperty<Camera> camera() {
        return camera.getReadOnlyProperty();
    }

    /// What is looked at. The camera stays where it is once a person, or a first scene, has placed it.
    public void bounds(Bounds box) {
        bounds = box;
        if (!fitted) {
            fit();
        }
    }

    /// The picture's size.
    public void size(int newWidth, int newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        if (!fitted) {
            fit();
        }
    }

    /// Another thing is looked at: the next scene is fitted anew.
    public void forget() {
        fitted = false;
    }

    /// The whole scene in the picture, from the same side.
    public void fit() {
        if (!bounds.isEmpty() && width > 1 && height > 1) {
            fitted = true;
            camera.set(camera.get().fit(bounds, width, height));
        }
    }

    /// Turns round the scene by parts of the picture's height.
    public void orbit(double right, double down) {
        camera.set(camera.get().orbit(-right * FULL_DRAG_TURNS, down * FULL_DRAG_TURNS));
    }

    /// Drags the scene by parts of the picture's height.
    public void pan(double right, double down) {
        camera.set(camera.get().pan(-right, down));
    }

    /// @param steps of the wheel; towards the scene when positive
    public void zoom(double steps) {
        camera.set(camera.get().zoom(Math.pow(STEP, steps)));
    }

    /// One press of an arrow key.
    public void turn(int right, int up) {
        camera.set(camera.get().orbit(right * KEY_TURN, up * KEY_TURN));
    }

    /// One press of an arrow key with Shift.
    public void shift(int right, int up) {
        camera.set(camera.get().pan(right * KEY_SHIFT, up * KEY_SHIFT));
    }

    /// Looks from there, as another viewer of the same thing does.
    void place(Camera from) {
        fitted = true;
        camera.set(from);
    }

    /// Turns to a part of the scene, obliquely to the surface there: straight on, a dent does not show.
    void turnTo(Bounds box, double around, double nx, double ny, double nz) {
        Camera from = camera.get();
        if (nx != 0 || ny != 0 || nz != 0) {
            from = from.looking(Math.atan2(nx, -ny) - OBLIQUE,
                    Math.asin(Math.clamp(nz, -1, 1)) + (nz > 0.7 ? -1 : 1) * OBLIQUE);
        }
        fitted = true;
        camera.set(from.fit(new Bounds(box.minX() - around, box.minY() - around, box.minZ() - around,
                box.maxX() + around, box.maxY() + around, box.maxZ() + around), width, height));
    }

    public void front() {
        look(camera.get().front());
    }

    public void side() {
        look(camera.get().side());
    }

    public void top() {
        look(camera.get().top());
    }

    /// The view that a part is first shown in.
    public void home() {
        look(Camera.home(camera.get().perspective()));
    }

    public void togglePerspective() {
        look(camera.get().withPerspective(!camera.get().perspective()));
    }

    /// From another direction, the whole scene in the picture.
    void lookFrom(Camera direction) {
        look(direction);
    }

    /// Whether what is farther is smaller; the view is not fitted anew.
    void perspective(boolean wanted) {
        camera.set(camera.get().withPerspective(wanted));
    }

    public void back() {
        look(camera.get().looking(Math.PI, 0));
    }

    public void left() {
        look(camera.get().looking(-Math.PI / 2, 0));
    }

    public void bottom() {
        look(camera.get().looking(0, -Math.PI / 2));
    }

    private void look(Camera from) {
        camera.set(bounds.isEmpty() ? from : from.fit(bounds, width, height));
    }
}
