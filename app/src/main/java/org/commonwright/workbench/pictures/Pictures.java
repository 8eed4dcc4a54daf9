package org.commonwright.workbench.pictures;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.commonwright.files.AtomicFiles;
import org.commonwright.raster.Png;

/// Pictures of a window's content as PNG files.
public final class Pictures {
    private Pictures() {}

    /// Saves what a scene shows. Call on the window's thread.
    ///
    /// @throws org.commonwright.error.Fault `files.not-written`
    public static void save(Scene scene, Path file) {
        AtomicFiles.replace(file, png(scene.snapshot(null)));
    }

    public static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new org.commonwright.raster.Image(width, height);
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels.argb(), 0,
                width);
        return Png.encode(pixels);
    }
}
