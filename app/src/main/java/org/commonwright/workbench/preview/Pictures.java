package org.commonwright.workbench.preview;

import javafx.scene.image.PixelFormat;
import org.commonwright.raster.Image;

/// Pictures of a window's content.
public final class Pictures {
    private Pictures() {}

    /// The pixels of a snapshot, as they are now. Call on the window's thread; to encode and write them is work for a task.
    public static Image of(javafx.scene.image.Image snapshot) {
        int width = (int) snapshot.getWidth();
        int height = (int) snapshot.getHeight();
        var pixels = new Image(width, height);
        snapshot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels.argb(), 0,
                width);
        return pixels;
    }
}
