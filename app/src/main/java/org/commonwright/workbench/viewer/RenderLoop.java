package org.commonwright.workbench.viewer;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.raster.Camera;
import org.commonwright.raster.Image;
import org.commonwright.raster.Quality;
import org.commonwright.raster.Renderer;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Draws pictures in the background, one at a time, into two buffers by turns: while one is on show the next is drawn into
/// the other. What was asked for meanwhile and is out of date is never drawn.
final class RenderLoop {
    /// One picture to draw.
    record Request(Scene scene, Camera camera, int width, int height, Quality quality) {}

    private record Buffer(Image image, PixelBuffer<IntBuffer> pixels, WritableImage shown) {
        static Buffer of(int width, int height) {
            var image = new Image(width, height);
            var pixels = new PixelBuffer<>(width, height, IntBuffer.wrap(image.argb()),
                    PixelFormat.getIntArgbPreInstance());
            return new Buffer(image, pixels, new WritableImage(pixels));
        }

        boolean fits(int width, int height) {
            return image.width() == width && image.height() == height;
        }
    }

    private static final double NANOS_PER_MILLI = 1e6;

    private final Renderer renderer = new Renderer();
    private final Tasks tasks;
    private final Consumer<WritableImage> show;
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private @Nullable Buffer front;
    private @Nullable Buffer back;
    private @Nullable Request next;
    private boolean busy;
    private boolean fine;
    private final DraftSize draftSize = new DraftSize();
    /// Screen pixels in one of the picture that was drawn last.
    private int divisor = 1;
    private volatile boolean stale;
    private volatile double fineMillis;

    /// @param tasks quiet ones
    /// @param show takes each finished picture, on the window's thread
    RenderLoop(Tasks tasks, Consumer<WritableImage> show) {
        this.tasks = tasks;
        this.show = show;
    }

    /// Why the last picture could not be drawn; null when it could.
    ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /// Draws as soon as the picture before is done. A fine one under way is given up: what moves must not wait for it.
    void request(Request request) {
        next = request;
        if (!busy) {
            draw();
        } else if (fine && request.quality() != Quality.FINE) {
            stale = true;
        }
    }

    /// How long the last fine picture took.
    double fineMillis() {
        return fineMillis;
    }

    /// The move of a toolpath nearest to a pixel of the picture on show; -1 for none.
    int moveAt(int x, int y, int radius) {
        return busy ? -1 : renderer.moveAt(x / divisor, y / divisor, Math.max(1, radius / divisor));
    }

    private void draw() {
        Request request = next;
        if (request == null) {
            return;
        }
        next = null;
        busy = true;
        stale = false;
        fine = request.quality() == Quality.FINE;
        boolean draft = request.quality() == Quality.DRAFT;
        divisor = draft ? draftSize.divisor() : 1;
        int width = Math.max(1, request.width() / divisor);
        int height = Math.max(1, request.height() / divisor);
        Buffer into = back != null && back.fits(width, height) ? back : Buffer.of(width, height);
        back = into;
        tasks.submit(Messages.Key.of("workbench.drawing"), _ -> {
            long begin = System.nanoTime();
            boolean drawn = renderer.render(request.scene(), request.camera(), into.image(), request.quality(),
                    () -> stale);
            if (draft) {
                draftSize.took(System.nanoTime() - begin);
            } else if (drawn) {
                fineMillis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            }
            return drawn ? Optional.of(into) : Optional.<Buffer>empty();
        }, Outcome.<Optional<Buffer>>of(this::finished, this::failed).whenCancelled(() -> busy = false));
    }

    private void finished(Optional<Buffer> drawn) {
        busy = false;
        fault.set(null);
        drawn.ifPresent(this::turn);
        draw();
    }

    private void turn(Buffer done) {
        back = front;
        front = done;
        done.pixels().updateBuffer(_ -> null);
        show.accept(done.shown());
    }

    private void failed(Fault why) {
        busy = false;
        fault.set(why);
        draw();
    }
}
