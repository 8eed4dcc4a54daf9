package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.raster.Image;
import org.commonwright.raster.PictureSize;
import org.commonwright.raster.PixelDiff;
import org.commonwright.raster.PngReader;
import org.jspecify.annotations.Nullable;

/// A picture: its size, and where its pixels changed.
///
/// @param before null when it is new
/// @param after null when it is removed
/// @param pixels null when they were not compared: on one side only, of different sizes, too large, or of a format that only the
///        window unpacks
public record PictureDiff(@Nullable PictureSize before, @Nullable PictureSize after, long bytesBefore, long bytesAfter,
        @Nullable PixelDiff pixels) implements FileDiff {
    /// Above this many pixels a picture is not unpacked.
    public static final long MOST_PIXELS = 16_000_000;
    /// The same where only an eighth of its width and height is kept.
    public static final long MOST_PIXELS_OF_EIGHTHS = 64 * MOST_PIXELS;
    /// The most bytes of a picture file.
    public static final long LARGEST = 64L << 20;

    /// @return empty when a side is none of the formats that [PictureSize] knows
    public static Optional<PictureDiff> of(byte @Nullable [] before, byte @Nullable [] after) {
        PictureSize old = before == null ? null : PictureSize.of(before).orElse(null);
        PictureSize now = after == null ? null : PictureSize.of(after).orElse(null);
        if (before != null && old == null || after != null && now == null) {
            return Optional.empty();
        }
        return Optional.of(new PictureDiff(old, now, before == null ? 0 : before.length,
                after == null ? 0 : after.length,
                before != null && after != null && old != null && old.equals(now) ? pixels(before, after) : null));
    }

    private static @Nullable PixelDiff pixels(byte[] before, byte[] after) {
        Optional<Image> a = PngReader.read(before, MOST_PIXELS);
        Optional<Image> b = a.isEmpty() ? Optional.empty() : PngReader.read(after, MOST_PIXELS);
        return b.isPresent() ? PixelDiff.between(a.orElseThrow(), b.orElseThrow(), true) : null;
    }

    @Override
    public List<Row> rows(Messages messages, Formats f) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(messages.get("filediff.pixels"), size(before), size(after)));
        rows.add(new Row(messages.get("filediff.size"), before == null ? null : f.bytes(bytesBefore),
                after == null ? null : f.bytes(bytesAfter)));
        if (pixels != null) {
            rows.add(changed(messages, f, pixels));
        }
        return rows;
    }

    /// The line about the pixels that changed.
    public static Row changed(Messages messages, Formats f, PixelDiff pixels) {
        return new Row(messages.get("filediff.pixels-changed"), pixels.changed() == 0
                ? messages.get("filediff.pixels-same")
                : "",
                pixels.changed() == 0
                        ? messages.get("filediff.pixels-same")
                        : messages.get("filediff.pixels-box", f.number(pixels.changed(), 0),
                                f.percent((double) pixels.changed() / pixels.all()), pixels.left(), pixels.top(),
                                pixels.right(), pixels.bottom()));
    }

    private static @Nullable String size(@Nullable PictureSize size) {
        return size == null ? null : size.width() + " × " + size.height();
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", "picture");
        side(node, "before", before, bytesBefore);
        side(node, "after", after, bytesAfter);
        if (pixels == null) {
            node.putNull("changed_pixels");
        } else {
            node.put("changed_pixels", pixels.changed()).putArray("changed_box").add(pixels.left()).add(pixels.top())
                    .add(pixels.right()).add(pixels.bottom());
        }
    }

    private static void side(ObjectNode node, String key, @Nullable PictureSize size, long bytes) {
        if (size == null) {
            node.putNull(key);
        } else {
            node.putObject(key).put("width", size.width()).put("height", size.height()).put("bytes", bytes);
        }
    }
}
