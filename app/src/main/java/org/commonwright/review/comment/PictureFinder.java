package org.commonwright.review.comment;

import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Image;
import org.commonwright.raster.JpegReader;
import org.commonwright.raster.PictureSize;
import org.commonwright.raster.PngReader;
import org.commonwright.review.file.PictureDiff;

/// Finds a place of a picture on another version of it: kept when the picture is the same in another size, or changed only
/// elsewhere.
final class PictureFinder {
    private static final int SIDE = 32;
    /// How far a channel may be off on average: another size and another packing change each a little.
    private static final double NOISE = 6;
    private static final double SHAPE = 0.02;
    /// How far around the place is looked, in parts of the picture.
    private static final double AROUND = 0.12;

    private final Optional<double[]> then;
    private final Optional<double[]> now;
    private final boolean sameShape;

    PictureFinder(byte[] now, Optional<byte[]> then) {
        this.now = thumbnail(now);
        this.then = then.flatMap(PictureFinder::thumbnail);
        Optional<PictureSize> sizeNow = PictureSize.of(now);
        Optional<PictureSize> sizeThen = then.flatMap(PictureSize::of);
        this.sameShape = sizeNow.isPresent() && sizeThen.isPresent()
                && Math.abs(shape(sizeNow.get()) / shape(sizeThen.get()) - 1) < SHAPE;
    }

    private static double shape(PictureSize size) {
        return (double) size.width() / size.height();
    }

    /// @param path where the file is now
    /// @param blob what it is now
    Placement find(Anchor.Picture was, RepoPath path, String blob) {
        var here = new Anchor.Picture(path, blob, was.across(), was.down());
        if (sameShape && (then.isEmpty() || now.isEmpty())) {
            return Placement.changed(here, Messages.Key.of("comments.picture-unread"));
        }
        if (!sameShape) {
            return Placement.changed(here, Messages.Key.of("comments.picture-unsure"));
        }
        if (apart(0, 0, 1, 1) <= NOISE) {
            return Placement.kept(here);
        }
        return apart(was.across() - AROUND, was.down() - AROUND, was.across() + AROUND, was.down() + AROUND) <= NOISE
                ? Placement.kept(here, Messages.Key.of("comments.picture-elsewhere"))
                : Placement.changed(here, Messages.Key.of("comments.picture-changed"));
    }

    /// How far the channels of a part of both are apart on average.
    private double apart(double left, double top, double right, double bottom) {
        double[] a = then.orElseThrow();
        double[] b = now.orElseThrow();
        double sum = 0;
        int count = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double across = (x + 0.5) / SIDE;
                double down = (y + 0.5) / SIDE;
                if (across >= left && across <= right && down >= top && down <= bottom) {
                    for (int c = 0; c < 3; c++) {
                        int at = 3 * (y * SIDE + x) + c;
                        sum += Math.abs(a[at] - b[at]);
                        count++;
                    }
                }
            }
        }
        return sum / Math.max(1, count);
    }

    /// The mean colours of a grid of fields, on white; empty for what is no picture that can be unpacked here.
    private static Optional<double[]> thumbnail(byte[] bytes) {
        return PictureSize.of(bytes).filter(size -> size.width() >= SIDE && size.height() >= SIDE)
                .flatMap(_ -> PngReader.read(bytes, PictureDiff.MOST_PIXELS)
                        .or(() -> JpegReader.eighth(bytes, PictureDiff.MOST_PIXELS_OF_EIGHTHS)))
                .map(image -> image.width() >= SIDE && image.height() >= SIDE ? fields(image) : between(image));
    }

    private static double[] fields(Image image) {
        double[] sums = new double[3 * SIDE * SIDE];
        int[] counts = new int[SIDE * SIDE];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int field = y * SIDE / image.height() * SIDE + x * SIDE / image.width();
                int pixel = image.pixel(x, y);
                double alpha = (pixel >>> 24) / 255.0;
                for (int c = 0; c < 3; c++) {
                    sums[3 * field + c] += (pixel >>> 8 * c & 255) * alpha + 255 * (1 - alpha);
                }
                counts[field]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i / 3]);
        }
        return sums;
    }

    /// The same of an image of fewer pixels than fields: what lies between the middles of the pixels around.
    private static double[] between(Image image) {
        double[] means = new double[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            double x = Math.clamp((i % SIDE + 0.5) / SIDE * image.width() - 0.5, 0, image.width() - 1.0);
            double y = Math.clamp((i / SIDE + 0.5) / SIDE * image.height() - 0.5, 0, image.height() - 1.0);
            int left = (int) x;
            int top = (int) y;
            int right = Math.min(left + 1, image.width() - 1);
            int below = Math.min(top + 1, image.height() - 1);
            for (int c = 0; c < 3; c++) {
                double above = mix(channel(image, left, top, c), channel(image, right, top, c), x - left);
                double under = mix(channel(image, left, below, c), channel(image, right, below, c), x - left);
                means[3 * i + c] = mix(above, under, y - top);
            }
        }
        return means;
    }

    private static int channel(Image image, int x, int y, int c) {
        return image.pixel(x, y) >>> 8 * c & 255;
    }

    private static double mix(double a, double b, double part) {
        return a + (b - a) * part;
    }
}
