package org.commonwright.workbench.preview;

import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import org.commonwright.error.Fault;
import org.commonwright.raster.PictureSize;

/// Turns a file's bytes into a picture of bounded size.
public final class PictureReader {
    /// The most bytes of a picture file.
    public static final long LARGEST_FILE = 32L << 20;
    private static final long MOST_PIXELS = 100_000_000;

    private PictureReader() {}

    /// @param name for what is said about it
    /// @param side the longest side that is needed, px; larger pictures are made smaller while they are read
    /// @throws Fault `workbench.picture-unknown`, `workbench.picture-huge`, `workbench.picture-broken`
    public static Image read(byte[] bytes, String name, int side) {
        PictureSize size = PictureSize.of(bytes).orElseThrow(() -> new Fault("workbench.picture-unknown", name));
        if (size.pixels() > MOST_PIXELS) {
            throw new Fault("workbench.picture-huge", name, size.width(), size.height());
        }
        int longest = Math.max(size.width(), size.height());
        int wanted = Math.min(side, longest);
        var image = new Image(new ByteArrayInputStream(bytes), wanted, wanted, true, true);
        if (image.isError()) {
            throw new Fault(image.getException(), "workbench.picture-broken", name);
        }
        return image;
    }
}
