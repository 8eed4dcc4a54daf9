package org.commonwright.bench;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.Bounds;
import org.commonwright.raster.Camera;
import org.commonwright.raster.Image;
import org.commonwright.raster.MeshModel;
import org.commonwright.raster.PathColours;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Quality;
import org.commonwright.raster.Renderer;
import org.commonwright.raster.Scene;
import org.commonwright.task.Progress;

/// Turns a million moves and a million triangles before the camera, at 1280 × 800.
public final class RasterBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int WARM_UP = 60;
    private static final int FRAMES = 120;

    private RasterBench() {}

    public static void main(String[] args) {
        run().forEach(System.out::println);
    }

    public static List<BenchRow> run() {
        var path = PathModel.of(GcodeReader.read(GcodeBench.program(1_000_000), "million", Progress.NONE).toolpath());
        var mesh = MeshModel.of(Shapes.mesh(Shapes.blob(500, 60)), true);
        PathColours colours = PathColours.of(kind -> 0xffe0792f, kind -> 0xff9aa4b2);
        var route = new Scene(0xff202428, 0xff30363c,
                List.of(new Scene.Route(path, colours, 0, path.moves(), path.moves() / 2, 1)));
        var solid = new Scene(0xff202428, 0xff30363c, List.of(new Scene.Solid(mesh, 0xff8fb1db, 0)));
        List<BenchRow> rows = new ArrayList<>();
        rows.add(row("Picture of 1,000,000 moves, 1280×800", route, Quality.PLAIN));
        rows.add(row("Picture of 1,000,000 moves, while turning", route, Quality.DRAFT));
        rows.add(row("Picture of 1,000,000 triangles, 1280×800", solid, Quality.PLAIN));
        rows.add(row("Picture of 1,000,000 triangles, while turning", solid, Quality.DRAFT));
        return rows;
    }

    private static BenchRow row(String name, Scene scene, Quality quality) {
        var renderer = new Renderer();
        var image = new Image(WIDTH, HEIGHT);
        Bounds box = scene.bounds();
        Camera camera = Camera.home(true).fit(box, WIDTH, HEIGHT);
        for (int i = 0; i < WARM_UP; i++) {
            renderer.render(scene, camera.orbit(i * 0.05, 0), image, quality);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < FRAMES; i++) {
            renderer.render(scene, camera.orbit(i * 0.05, 0), image, quality);
        }
        return BenchRow.alone(name, FRAMES * 1e9 / (System.nanoTime() - begin), "frames/s");
    }
}
