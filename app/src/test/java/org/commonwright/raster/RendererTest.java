package org.commonwright.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MoveKind;
import org.commonwright.gcode.Toolpath;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.Bounds;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class RendererTest {
    private static final int PAPER = 0xffffffff;
    private static final PathColours COLOURS = PathColours.of(k -> k == MoveKind.RAPID ? 0 : 0xff0000ff,
            k -> k == MoveKind.RAPID ? 0 : 0xffff0000);

    /// Straight down, one pixel a millimetre, the origin's corner at the picture's lower left.
    private static Camera plan(int width, int height) {
        return new Camera(width / 2.0, height / 2.0, 0, 0, Math.PI / 2, height, false);
    }

    private static PathModel path(String gcode) {
        return PathModel.of(toolpath(gcode));
    }

    private static Toolpath toolpath(String gcode) {
        return GcodeReader.read(gcode.getBytes(StandardCharsets.UTF_8), "t", Progress.NONE).toolpath();
    }

    private static String show(Image image) {
        var text = new StringBuilder();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int p = image.pixel(x, y);
                text.append(p == PAPER ? '.' : (p & 255) > (p >> 16 & 255) ? 'd' : '#');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Image render(Scene scene, Camera camera, int width, int height) {
        var image = new Image(width, height);
        new Renderer(2).render(scene, camera, image);
        return image;
    }

    @Test
    void movesAreDrawnWhereTheyAreAndDoneOnesInTheirColour() {
        PathModel model = path("F9 G0 X1.5 Y1.5\nG1 X8.5\nY4.5\nG0 Y6.5\nG1 X1.5\n");
        var scene = new Scene(PAPER, PAPER, List.of(new Scene.Route(model, COLOURS, 0, 5, 2, 1)));
        assertEquals("""
                ..........
                .########.
                ..........
                ........#.
                ........#.
                ........#.
                .dddddddd.
                ..........
                """, show(render(scene, plan(10, 8), 10, 8)));
    }

    @Test
    void whatLiesBeyondTheSectionIsCutAway() {
        PathModel model = path("F9 G0 X1.5 Y1.5\nG1 X8.5\nY4.5\nG1 X1.5\n");
        var route = new Scene.Route(model, COLOURS, 0, 4, 0, 1, new Section(0, 4.5, true));
        assertEquals("""
                ..........
                ..........
                ..........
                .####.....
                ..........
                ..........
                .####.....
                ..........
                """, show(render(new Scene(PAPER, PAPER, List.of(route)), plan(10, 8), 10, 8)));
    }

    @Test
    void movesAreColouredByTheirClass() {
        PathModel model = path("F9 G0 X1.5 Y1.5\nG1 X4.5\nX8.5\n");
        var colours = COLOURS.by(new byte[]{0, 1, (byte) 200}, palette(1, 0xffff0000, 200, 0xff0000ff),
                palette(1, 0xffff0000, 200, 0xff0000ff));
        var route = new Scene.Route(model, colours, 0, 3, 0, 1);
        assertEquals(".####dddd.\n",
                show(render(new Scene(PAPER, PAPER, List.of(route)), plan(10, 8), 10, 8)).substring(6 * 11, 7 * 11));
        var without = COLOURS.by(new byte[]{0, 1, (byte) 200}, palette(1, 0, 200, 0xff0000ff),
                palette(1, 0, 200, 0xff0000ff));
        assertEquals("....ddddd.\n",
                show(render(new Scene(PAPER, PAPER, List.of(new Scene.Route(model, without, 0, 3, 0, 1))),
                        plan(10, 8), 10, 8)).substring(6 * 11, 7 * 11));
    }

    private static int[] palette(int a, int colourA, int b, int colourB) {
        int[] colours = new int[256];
        Arrays.fill(colours, 0xff888888);
        colours[a] = colourA;
        colours[b] = colourB;
        return colours;
    }

    @Test
    void aStalePictureIsGivenUp() {
        PathModel model = path("F9 G1 X1.5 Y1.5\nX8.5\n");
        var renderer = new Renderer(2);
        var image = new Image(10, 8);
        assertTrue(renderer.render(new Scene(PAPER, PAPER, List.of(Scene.Route.whole(model, COLOURS))), plan(10, 8),
                image, Quality.PLAIN, () -> false));
        assertTrue(renderer.moveAt(4, 6, 2) >= 0);
        int[] before = image.argb().clone();
        assertTrue(!renderer.render(new Scene(PAPER, PAPER, List.of(Scene.Route.whole(model, COLOURS))), plan(10, 8),
                image, Quality.FINE, () -> true));
        assertArrayEquals(before, image.argb());
        assertEquals(-1, renderer.moveAt(4, 6, 2));
    }

    @Test
    void aDraftOfAnyPathIsSmall() {
        var random = new Random(5);
        var text = new StringBuilder("F9\n");
        for (int i = 0; i < 900_000; i++) {
            text.append("G").append(i & 1).append("X").append(random.nextInt(1000)).append("Y")
                    .append(random.nextInt(1000)).append('\n');
        }
        PathModel model = path(text.toString());
        assertEquals(900_000, model.pieces());
        assertTrue(model.coarse().pieces() < 450_000, "pieces " + model.coarse().pieces());
        // The route's parts are moves of the path also where some are left out.
        assertTrue(model.coarse().firstPiece(450_000) < model.coarse().pieces());
    }

    @Test
    void onlyTheShownMovesAreDrawn() {
        PathModel model = path("F9 G0 X1.5 Y1.5\nG1 X4.5\nX8.5\n");
        var scene = new Scene(PAPER, PAPER, List.of(new Scene.Route(model, COLOURS, 2, 3, 0, 1)));
        assertEquals("....#####.\n", show(render(scene, plan(10, 8), 10, 8)).substring(6 * 11, 7 * 11));
    }

    @Test
    void arcsBend() {
        Image image = render(new Scene(PAPER, PAPER,
                List.of(Scene.Route.whole(path("F9 G0 X1.5 Y5.5\nG2 X9.5 Y5.5 I4 J0\n"), COLOURS))), plan(11, 11), 11,
                11);
        assertEquals("""
                ...........
                ...#####...
                ..##...##..
                .##.....##.
                .#.......#.
                .#.......#.
                ...........
                ...........
                ...........
                ...........
                ...........
                """, show(image));
    }

    @Test
    void whatIsNearerHidesWhatIsFarther() {
        PathModel low = path("F9 G0 X0 Y2.5 Z1\nG1 X9\n");
        PathModel high = path("F9 G0 X0 Y2.5 Z5\nG1 X9\n");
        var far = PathColours.of(k -> 0, k -> 0xff00ff00);
        for (boolean perspective : new boolean[]{false, true}) {
            for (var items : List.of(List.of(Scene.Route.whole(low, far), Scene.Route.whole(high, COLOURS)),
                    List.of(Scene.Route.whole(high, COLOURS), Scene.Route.whole(low, far)))) {
                var camera = new Camera(4.5, 2.5, 3, 0, Math.PI / 2, 20, perspective);
                Image image = render(new Scene(PAPER, PAPER, List.copyOf(items)), camera, 20, 20);
                assertTrue((image.pixel(10, 10) & 0xff00) == 0, "the upper line covers");
            }
        }
    }

    /// A closed surface seen from any side covers each pixel once: no gap shows what is behind, whatever the camera.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aClosedMeshHasNoGaps(long seed) {
        var random = new Random(seed);
        MeshModel model = MeshModel.of(Shapes.mesh(Shapes.blob(5 + random.nextInt(40), 20)), random.nextBoolean());
        Bounds box = model.bounds();
        Camera camera = new Camera(0, 0, 0, random.nextDouble(7), random.nextDouble(-1.5, 1.5), 80,
                random.nextBoolean()).fit(box, 200, 150);
        Image image = render(new Scene(PAPER, PAPER, List.of(new Scene.Solid(model, 0xff3060a0, 0))), camera, 200,
                150);
        int covered = 0;
        for (int y = 0; y < 150; y++) {
            int first = -1;
            int last = -1;
            for (int x = 0; x < 200; x++) {
                if (image.pixel(x, y) != PAPER) {
                    first = first < 0 ? x : first;
                    last = x;
                    covered++;
                }
            }
            for (int x = first; first >= 0 && x <= last; x++) {
                // The body is star-shaped and nearly round: within a row it is one piece.
                assertTrue(image.pixel(x, y) != PAPER, "a gap at " + x + "," + y + ", seed " + seed);
            }
        }
        assertTrue(covered > 2000, "covers " + covered);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thePictureDoesNotDependOnHowManyDraw(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("F9\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(random.nextInt(9) == 0 ? "G0" : "G1").append(" X").append(random.nextInt(100)).append(" Y")
                    .append(random.nextInt(100)).append(" Z").append(random.nextInt(5)).append('\n');
        }
        MeshModel mesh = MeshModel.of(Shapes.mesh(Shapes.blob(60, 40)), true);
        var scene = new Scene(PAPER, 0xff808080, List.of(Scene.Route.whole(path(text.toString()), COLOURS),
                new Scene.Solid(mesh, 0xff30a060, 0xff000000),
                new Scene.Grid(mesh.bounds(), 0, 10, 0xffcccccc, 0xffff0000, 0xff00ff00, 0xff0000ff),
                new Scene.Tool(10, 10, 30, 12, 0xffffcc00)));
        Camera camera = Camera.home(seed % 2 == 0).fit(scene.bounds(), 320, 240);
        var one = new Image(320, 240);
        var many = new Image(320, 240);
        new Renderer(1).render(scene, camera, one);
        var renderer = new Renderer(5);
        renderer.render(scene, camera.orbit(1, 0), many);
        renderer.render(scene, camera, many);
        assertArrayEquals(one.argb(), many.argb(), "seed " + seed);
    }

    @Test
    void aMoveIsFoundAtItsPixel() {
        PathModel model = path("F9 G0 X1.5 Y1.5\nG1 X8.5\nY4.5\nG3 X1.5 I-3.5 J0\n");
        for (Quality quality : Quality.values()) {
            var renderer = new Renderer(2);
            renderer.render(new Scene(PAPER, PAPER, List.of(Scene.Route.whole(model, COLOURS))), plan(10, 10),
                    new Image(10, 10), quality);
            assertEquals(1, renderer.moveAt(4, 8, 0));
            assertEquals(2, renderer.moveAt(8, 7, 0));
            assertEquals(3, renderer.moveAt(1, 5, 1));
            assertEquals(-1, renderer.moveAt(4, 5, 1));
            assertEquals(1, renderer.moveAt(4, 6, 2));
            assertEquals(-1, renderer.moveAt(99, -5, 2));
        }
    }

    /// Wherever the camera goes, inside the part too, nothing but the picture is written.
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void anyCameraWorks(long seed) {
        var random = new Random(seed);
        MeshModel mesh = MeshModel.of(Shapes.mesh(Shapes.blob(20, 30)), false);
        PathModel path = path("M83\nG1 F9 X-50 Y1.5 E1\nG1 X80 Z90 E1\nG1 Y44.5\nG3 X1.5 I-3.5 J0 E1\nG1 X0 Y0 Z0 E1");
        var renderer = new Renderer(2);
        int[] pixels = new int[64 * 48 + 100];
        Arrays.fill(pixels, 7);
        for (int i = 0; i < 200; i++) {
            var camera = new Camera(random.nextGaussian() * 30, random.nextGaussian() * 30, random.nextGaussian() * 30,
                    random.nextDouble(7), random.nextDouble(-2, 2), Math.exp(random.nextGaussian() * 4),
                    random.nextBoolean());
            renderer.render(new Scene(PAPER, PAPER, List.of(new Scene.Solid(mesh, 0xff3060a0, 0xff000000),
                    Scene.Route.whole(path, COLOURS),
                    new Scene.Grid(mesh.bounds(), -5, 0.001, 0xffcccccc, 0xffff0000, 0, 0))), camera,
                    new Image(64, 48, pixels), Quality.values()[random.nextInt(3)]);
            for (int k = 0; k < pixels.length; k++) {
                assertTrue(k < 64 * 48 ? pixels[k] != 7 : pixels[k] == 7, "seed " + seed + ", pixel " + k);
            }
        }
    }

    /// A draft of a large model covers what the whole model covers, give or take its outline.
    @Test
    void draftsOfLargeModelsLookLikeThem() {
        var text = new StringBuilder("F9\n");
        for (int i = 0; i < 200_000; i++) {
            text.append("G1 X").append(50 + 40 * Math.cos(i * 0.01)).append(" Y").append(50 + 40 * Math.sin(i * 0.01))
                    .append(" Z").append(i * 0.0003).append('\n');
        }
        PathModel path = path(text.toString());
        assertTrue(path.coarse().pieces() < path.pieces() / 4, "pieces " + path.coarse().pieces());
        MeshModel mesh = MeshModel.of(Shapes.mesh(Shapes.blob(260, 30)), true);
        assertTrue(mesh.coarse().triangles() < mesh.triangles() / 2, "triangles " + mesh.coarse().triangles());
        for (Scene.Item item : List.of(Scene.Route.whole(path, COLOURS), new Scene.Solid(mesh, 0xff3060a0, 0))) {
            Camera camera = Camera.home(true).fit(item.bounds(), 300, 200);
            var whole = new Image(300, 200);
            var draft = new Image(300, 200);
            new Renderer(2).render(new Scene(PAPER, PAPER, List.of(item)), camera, whole, Quality.PLAIN);
            new Renderer(2).render(new Scene(PAPER, PAPER, List.of(item)), camera, draft, Quality.DRAFT);
            int covered = 0;
            int differ = 0;
            for (int i = 0; i < whole.argb().length; i++) {
                covered += whole.argb()[i] != PAPER ? 1 : 0;
                differ += (whole.argb()[i] == PAPER) != (draft.argb()[i] == PAPER) ? 1 : 0;
            }
            assertTrue(covered > 5000 && differ < covered / 20, differ + " of " + covered + " pixels differ");
        }
    }

    @Test
    void aFittedBoxIsWhollyInThePicture() {
        Bounds box = new Bounds(10, 20, 30, 60, 40, 35);
        for (boolean perspective : new boolean[]{false, true}) {
            for (double yaw = 0; yaw < 6; yaw += 0.7) {
                Camera camera = Camera.home(perspective).looking(yaw, yaw / 4).fit(box, 300, 200);
                var view = new View(camera, 300, 200, box);
                float[] out = new float[3];
                for (int corner = 0; corner < 8; corner++) {
                    assertTrue(view.point((float) ((corner & 1) == 0 ? box.minX() : box.maxX()),
                            (float) ((corner & 2) == 0 ? box.minY() : box.maxY()),
                            (float) ((corner & 4) == 0 ? box.minZ() : box.maxZ()), out));
                    assertTrue(out[0] >= 0 && out[0] <= 300 && out[1] >= 0 && out[1] <= 200,
                            "yaw " + yaw + " at " + out[0] + "," + out[1]);
                }
            }
        }
    }
}
