package org.commonwright.cli.shape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonwright.files.AtomicFiles;
import org.commonwright.gcode.MoveKind;
import org.commonwright.gcode.Toolpath;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshComparer;
import org.commonwright.model.Bounds;
import org.commonwright.raster.Camera;
import org.commonwright.raster.Image;
import org.commonwright.raster.MeshModel;
import org.commonwright.raster.PathClasses;
import org.commonwright.raster.PathColours;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Png;
import org.commonwright.raster.Quality;
import org.commonwright.raster.Renderer;
import org.commonwright.raster.Scene;
import org.commonwright.task.Progress;

/// Pictures that commands save: light background, the part from the front right and above.
final class Pictures {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int TOP = 0xfff6f8fb;
    private static final int BOTTOM = 0xffd9dfe8;
    private static final int GRID = 0xffbcc5d1;
    private static final int PART = 0xff8fb1db;
    private static final int CHANGED = 0xffd9483b;
    private static final int EDGES = 0xff3c5472;

    void toolpath(Toolpath path, Path to) {
        PathColours colours = PathColours.of(Pictures::colour, Pictures::colour);
        Bounds box = path.workBounds();
        save(List.of(Scene.Route.whole(PathModel.of(path), colours)), box, Math.min(0, box.minZ()), to);
    }

    /// As far as a move, coloured by classes.
    ///
    /// @param end    the move before which it ends
    /// @param travel whether moves that neither cut nor lay down are shown
    void toolpath(Toolpath path, PathClasses classes, int end, boolean travel, Path to) {
        PathColours byKind = PathColours.of(Pictures::colour, Pictures::colour);
        PathColours colours = classes.colours(
                travel ? byKind : byKind.without(Set.of(MoveKind.TRAVEL, MoveKind.RAPID, MoveKind.HOME)), BOTTOM);
        Bounds box = path.workBounds();
        save(List.of(new Scene.Route(PathModel.of(path), colours, 0, end, end, 1)), box, Math.min(0, box.minZ()), to);
    }

    void mesh(Mesh mesh, Path to) {
        save(List.of(new Scene.Solid(MeshModel.of(mesh, true), PART, EDGES)), mesh.bounds(), mesh.bounds().minZ(), to);
    }

    /// The new mesh, red where it is far from the old one.
    void change(Mesh before, Mesh after, Path to, Progress progress) {
        float[] deviations = MeshComparer.deviations(before, after, progress);
        MeshModel model = MeshModel.of(after, true).marked(deviations, (float) (after.bounds().diagonal() / 100));
        save(List.of(new Scene.Solid(model, PART, EDGES, CHANGED)), after.bounds(), after.bounds().minZ(), to);
    }

    private static int colour(MoveKind kind) {
        return switch (kind) {
            case RAPID, TRAVEL, HOME -> 0xffaab4c2;
            case FEED -> 0xff2f6fd2;
            case ARC -> 0xff14907f;
            case EXTRUDE -> 0xffe0792f;
            case RETRACT -> 0xffc2385f;
        };
    }

    private static void save(List<Scene.Item> items, Bounds box, double floor, Path to) {
        var all = new ArrayList<>(items);
        all.add(new Scene.Grid(box, floor, Scene.Grid.stepFor(box), GRID, 0xffd23f3f, 0xff2f9e44, 0xff2f6fd2));
        var image = new Image(WIDTH, HEIGHT);
        new Renderer().render(new Scene(TOP, BOTTOM, all), Camera.home(true).fit(box, WIDTH, HEIGHT), image,
                Quality.FINE);
        AtomicFiles.replace(to, Png.encode(image));
    }
}
