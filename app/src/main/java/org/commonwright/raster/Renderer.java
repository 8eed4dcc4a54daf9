package org.commonwright.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Draws scenes. Every worker draws a share of the parts into a depth buffer of its own; then each pixel takes the nearest of
/// them and is coloured, so that only what is seen is ever lit. One renderer serves one picture at a time and keeps its
/// buffers for the next.
public final class Renderer {
    private static final int MOST_WORKERS = 8;
    private static final int BAND = 16;

    private final int workers;
    private final Target[] targets;
    private List<Layer> layers = List.of();
    private int[] numbers = new int[0];
    private long[] merged = new long[0];
    private int[] fine = new int[0];
    private int samples = 1;
    private int width;
    private int height;
    private BooleanSupplier stale = () -> false;

    /// With all cores of the machine.
    public Renderer() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param workers how many draw at once, 1 to 8
    public Renderer(int workers) {
        this.workers = Math.clamp(workers, 1, MOST_WORKERS);
        targets = new Target[this.workers];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = new Target();
        }
    }

    /// Draws `scene` as `camera` sees it into the whole of `image`, in plain quality.
    public void render(Scene scene, Camera camera, Image image) {
        render(scene, camera, image, Quality.PLAIN);
    }

    /// Draws `scene` as `camera` sees it into the whole of `image`.
    public void render(Scene scene, Camera camera, Image image, Quality quality) {
        render(scene, camera, image, quality, () -> false);
    }

    /// Draws `scene` as `camera` sees it into the whole of `image`, or gives up.
    ///
    /// @param isStale asked now and then, from several threads: the picture is no longer wanted
    /// @return whether it was drawn; else the image is of no use
    public synchronized boolean render(Scene scene, Camera camera, Image image, Quality quality,
            BooleanSupplier isStale) {
        stale = isStale;
        samples = quality == Quality.FINE ? 2 : 1;
        boolean drawn;
        if (samples == 1) {
            drawn = draw(scene, camera, image, quality);
        } else {
            int w = image.width() * samples;
            int h = image.height() * samples;
            if (fine.length < w * h) {
                fine = new int[w * h];
            }
            drawn = draw(scene, camera, new Image(w, h, fine), quality);
            if (drawn) {
                inParallel(image.height(), y -> Colours.halve(fine, w, y, image.argb(), image.width()));
            }
        }
        stale = () -> false;
        return drawn;
    }

    private boolean draw(Scene scene, Camera camera, Image image, Quality quality) {
        width = image.width();
        height = image.height();
        var view = new View(camera, width, height, scene.bounds());
        arrange(scene, camera, view, quality);
        project(view);
        draw(view);
        if (stale.getAsBoolean()) {
            forget();
            return false;
        }
        if (merged.length < width * height) {
            merged = new long[width * height];
        }
        int[] background = gradient(scene);
        inParallel((height + BAND - 1) / BAND, band -> {
            int end = Math.min(height, (band + 1) * BAND);
            for (int y = band * BAND; y < end; y++) {
                colourRow(y, background[y], image.argb());
            }
        });
        return true;
    }

    /// Half a picture has nothing to point at.
    private void forget() {
        width = 0;
        height = 0;
    }

    /// The move nearest to a pixel of the picture that was drawn last.
    ///
    /// @param radius how many pixels away it may be
    /// @return the move, or -1 when there is none
    public synchronized int moveAt(int px, int py, int radius) {
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        // Distances are counted in half samples, from the middle of the pixel.
        for (int y = Math.max(0, (py - radius) * samples); y < Math.min(height, (py + radius + 1) * samples); y++) {
            for (int x = Math.max(0, (px - radius) * samples); x < Math.min(width, (px + radius + 1) * samples); x++) {
                int dx = 2 * x + 1 - (2 * px + 1) * samples;
                int dy = 2 * y + 1 - (2 * py + 1) * samples;
                int distance = dx * dx + dy * dy;
                long key = merged[y * width + x];
                if (distance < bestDistance && key != Target.NOTHING) {
                    int layer = layerOf((int) key);
                    if (layers.get(layer) instanceof RouteLayer route) {
                        best = route.move((int) key - numbers[layer]);
                        bestDistance = distance;
                    }
                }
            }
        }
        return best;
    }

    /// One layer per kind of part; meshes keep the layer that they had in the last picture, for its arrays.
    private void arrange(Scene scene, Camera camera, View view, Quality quality) {
        var light = new Light(camera);
        List<Layer> now = new ArrayList<>();
        for (Scene.Item item : scene.items()) {
            switch (item) {
                case Scene.Solid solid -> {
                    boolean draft = quality == Quality.DRAFT;
                    MeshModel model = draft ? solid.model().coarse() : solid.model();
                    SolidLayer layer = solid(now, model, light).in(solid.colour(), solid.mark(), light);
                    now.add(layer);
                    if (solid.edges() != 0) {
                        now.add(new EdgeLayer(layer, solid.edges()));
                    }
                }
                case Scene.Route route -> now.add(new RouteLayer(route, view, light, quality));
                case Scene.Grid grid -> now.add(new GridLayer(grid));
                case Scene.Tool tool ->
                    now.add(new SolidLayer(Cone.of(tool), light).in(tool.colour(), tool.colour(), light));
            }
        }
        numbers = new int[now.size() + 1];
        for (int i = 0; i < now.size(); i++) {
            numbers[i + 1] = Math.addExact(numbers[i], now.get(i).parts());
        }
        layers = now;
    }

    private SolidLayer solid(List<Layer> now, MeshModel model, Light light) {
        for (Layer layer : layers) {
            if (layer instanceof SolidLayer before && before.model() == model && !now.contains(before)) {
                return before;
            }
        }
        return new SolidLayer(model, light);
    }

    private void project(View view) {
        for (Layer layer : layers) {
            int points = layer.points();
            int chunk = Target.CHUNK * 4;
            inParallel((points + chunk - 1) / chunk,
                    i -> layer.project(view, i * chunk, Math.min(points, (i + 1) * chunk)));
        }
    }

    private void draw(View view) {
        int[] chunks = new int[layers.size() + 1];
        for (int i = 0; i < layers.size(); i++) {
            chunks[i + 1] = chunks[i] + (layers.get(i).parts() + Target.CHUNK - 1) / Target.CHUNK;
        }
        var next = new AtomicInteger();
        int all = chunks[layers.size()];
        IntStream.range(0, workers).parallel().forEach(worker -> {
            Target target = targets[worker];
            target.clear(width, height);
            int layer = 0;
            for (int chunk = next.getAndIncrement(); chunk < all
                    && !stale.getAsBoolean(); chunk = next.getAndIncrement()) {
                while (chunk >= chunks[layer + 1]) {
                    layer++;
                }
                int from = (chunk - chunks[layer]) * Target.CHUNK;
                Layer l = layers.get(layer);
                target.touch();
                l.draw(view, target, from, Math.min(l.parts(), from + Target.CHUNK), numbers[layer]);
            }
        });
    }

    private void colourRow(int y, int background, int[] argb) {
        int layer = 0;
        int row = y * width;
        for (int x = 0; x < width; x++) {
            long key = Target.NOTHING;
            for (Target target : targets) {
                key = Math.min(key, target.keys[row + x]);
            }
            merged[row + x] = key;
            if (key == Target.NOTHING) {
                argb[row + x] = background;
            } else {
                int number = (int) key;
                if (number < numbers[layer] || number >= numbers[layer + 1]) {
                    layer = layerOf(number);
                }
                argb[row + x] = layers.get(layer).colour(number - numbers[layer], x, y);
            }
        }
    }

    private int layerOf(int number) {
        int layer = 0;
        while (number >= numbers[layer + 1]) {
            layer++;
        }
        return layer;
    }

    private int[] gradient(Scene scene) {
        int[] rows = new int[height];
        for (int y = 0; y < height; y++) {
            rows[y] = Colours.mix(scene.top(), scene.bottom(), (y + 0.5) / height);
        }
        return rows;
    }

    private void inParallel(int count, IntConsumer work) {
        if (workers == 1) {
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
        } else {
            IntStream.range(0, count).parallel().forEach(work);
        }
    }
}
