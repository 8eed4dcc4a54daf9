package org.commonwright.raster;

import java.util.Arrays;
import java.util.Optional;
import org.commonwright.raster.JpegBits.Codes;
import org.jspecify.annotations.Nullable;

/// Reads a JPEG (ITU-T T.81) at an eighth of its size: one pixel for each block of eight by eight, its mean colour, which a file
/// keeps by itself. That is all that comparing two pictures by their content needs, and a fraction of the work of unpacking them.
/// Baseline and progressive ones of eight bits, grey or in three colours.
public final class JpegReader {
    private static final int BLOCK = 8;
    private static final int LARGEST_FACTOR = 4;

    private final byte[] file;
    private final Codes[] dc = new Codes[4];
    private final Codes[] ac = new Codes[4];
    private final int[] steps = new int[4];
    private Plane[] planes = {};
    private int width;
    private int height;
    private int mostH;
    private int mostV;
    private int interval;
    private boolean progressive;
    private boolean red;

    /// The means of one colour's blocks.
    private static final class Plane {
        final int id;
        final int h;
        final int v;
        final int table;
        int columns;
        int @Nullable [] means;

        Plane(int id, int h, int v, int table) {
            this.id = id;
            this.h = h;
            this.v = v;
            this.table = table;
        }
    }

    private JpegReader(byte[] file) {
        this.file = file;
    }

    /// @param mostPixels larger pictures are not read
    /// @return an eighth of the picture in width and height, rounded up; empty for what is damaged, larger, no JPEG, or one of a
    ///         seldom kind
    public static Optional<Image> eighth(byte[] file, long mostPixels) {
        if (file.length < 4 || file[0] != (byte) 0xFF || file[1] != (byte) 0xD8) {
            return Optional.empty();
        }
        try {
            return new JpegReader(file).read(mostPixels);
        } catch (JpegBits.Ended _) {
            return Optional.empty();
        }
    }

    private Optional<Image> read(long mostPixels) throws JpegBits.Ended {
        int at = 2;
        while (at + 4 <= file.length) {
            if (file[at] != (byte) 0xFF || file[at + 1] == 0 || (file[at + 1] & 0xF8) == 0xD0) {
                // Between the markers stand the bits of scans that tell no means.
                at++;
                continue;
            }
            int marker = u8(at + 1);
            if (marker == 0xFF || marker == 0x01) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            int from = at + 4;
            int end = at + 2 + u16(at + 2);
            if (marker == 0xD9 || end < from || end > file.length) {
                break;
            }
            switch (marker) {
                case 0xC4 -> codes(from, end);
                case 0xDB -> steps(from, end);
                case 0xDD -> interval = end - from < 2 ? 0 : u16(from);
                case 0xEE -> red = end - from >= 12 && file[from] == 'A' && u8(from + 11) == 0;
                case 0xC0, 0xC1, 0xC2 -> {
                    if (planes.length > 0 || !frame(from, end, mostPixels)) {
                        return Optional.empty();
                    }
                    progressive = marker == 0xC2;
                }
                case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF -> {
                    return Optional.empty();
                }
                case 0xDA -> {
                    if (!scan(from, end)) {
                        return Optional.empty();
                    }
                    if (Arrays.stream(planes).allMatch(plane -> plane.means != null)) {
                        return Optional.of(image());
                    }
                }
                default -> {
                    // Words of cameras and programs.
                }
            }
            at = end;
        }
        return Optional.empty();
    }

    private void codes(int from, int end) throws JpegBits.Ended {
        int at = from;
        while (at + 17 <= end) {
            byte[] lengths = Arrays.copyOfRange(file, at + 1, at + 17);
            int many = 0;
            for (byte length : lengths) {
                many += length & 0xFF;
            }
            if (many > 256 || at + 17 + many > end || (file[at] & 0x0F) > 3) {
                throw new JpegBits.Ended();
            }
            (u8(at) >> 4 == 0 ? dc : ac)[file[at] & 0x0F] = new Codes(lengths,
                    Arrays.copyOfRange(file, at + 17, at + 17 + many));
            at += 17 + many;
        }
    }

    /// Of each table the step of the means, which stands first.
    private void steps(int from, int end) {
        int at = from;
        while (at + 3 <= end) {
            boolean wide = u8(at) >> 4 != 0;
            steps[file[at] & 3] = wide ? u16(at + 1) : u8(at + 1);
            at += wide ? 129 : 65;
        }
    }

    private boolean frame(int from, int end, long mostPixels) {
        int many = end - from < 6 ? 0 : u8(from + 5);
        if (many != 1 && many != 3 || end < from + 6 + 3 * many || u8(from) != 8) {
            return false;
        }
        height = u16(from + 1);
        width = u16(from + 3);
        if (width == 0 || height == 0 || (long) width * height > mostPixels) {
            return false;
        }
        var read = new Plane[many];
        for (int i = 0; i < many; i++) {
            int at = from + 6 + 3 * i;
            read[i] = new Plane(u8(at), u8(at + 1) >> 4, file[at + 1] & 0x0F, file[at + 2] & 3);
            if (read[i].h < 1 || read[i].h > LARGEST_FACTOR || read[i].v < 1 || read[i].v > LARGEST_FACTOR) {
                return false;
            }
            mostH = Math.max(mostH, read[i].h);
            mostV = Math.max(mostV, read[i].v);
        }
        planes = read;
        return true;
    }

    /// @return whether it is one that can be read
    private boolean scan(int from, int end) throws JpegBits.Ended {
        int many = end > from ? u8(from) : 0;
        if (planes.length == 0 || many < 1 || many > planes.length || end < from + 4 + 2 * many) {
            return false;
        }
        int low = from + 1 + 2 * many;
        int first = u8(low);
        int high = u8(low + 2) >> 4;
        if (first > 0 || high > 0) {
            return true;
        }
        var read = new Plane[many];
        var codes = new int[many];
        for (int i = 0; i < many; i++) {
            int id = u8(from + 1 + 2 * i);
            codes[i] = u8(from + 2 + 2 * i);
            read[i] = Arrays.stream(planes).filter(plane -> plane.id == id).findFirst().orElse(planes[0]);
            if ((codes[i] >> 4) > 3 || (codes[i] & 0x0F) > 3 || dc[codes[i] >> 4] == null
                    || !progressive && ac[codes[i] & 0x0F] == null) {
                return false;
            }
        }
        means(read, codes, new JpegBits(file, end), u8(low + 2) & 0x0F);
        return true;
    }

    /// @param shift by how many bits the means of a first pass are cut
    private void means(Plane[] read, int[] codes, JpegBits bits, int shift) throws JpegBits.Ended {
        boolean alone = read.length == 1;
        int across = units(width, mostH * BLOCK);
        int down = units(height, mostV * BLOCK);
        for (Plane plane : read) {
            plane.columns = across * plane.h;
            plane.means = new int[plane.columns * down * plane.v];
        }
        // A scan of one colour has only the blocks that the picture needs, one by one.
        int columns = alone ? units(units(width * read[0].h, mostH), BLOCK) : across;
        int rows = alone ? units(units(height * read[0].v, mostV), BLOCK) : down;
        int[] before = new int[read.length];
        for (int unit = 0; unit < columns * rows; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                bits.restart();
                Arrays.fill(before, 0);
            }
            for (int i = 0; i < read.length; i++) {
                Plane plane = read[i];
                int h = alone ? 1 : plane.h;
                int v = alone ? 1 : plane.v;
                for (int block = 0; block < h * v; block++) {
                    before[i] += bits.signed(Math.min(16, bits.symbol(dc[codes[i] >> 4])));
                    int x = unit % columns * h + block % h;
                    int y = unit / columns * v + block / h;
                    plane.means[y * plane.columns + x] = (before[i] << shift) * steps[plane.table] / BLOCK;
                    if (!progressive) {
                        skip(bits, ac[codes[i] & 0x0F]);
                    }
                }
            }
        }
    }

    /// Passes over what tells more of a block than its mean.
    private static void skip(JpegBits bits, Codes codes) throws JpegBits.Ended {
        for (int k = 1; k < BLOCK * BLOCK; k++) {
            int symbol = bits.symbol(codes);
            int size = symbol & 0x0F;
            if (size == 0 && symbol != 0xF0) {
                return;
            }
            k += symbol >> 4;
            bits.bits(size);
        }
    }

    private Image image() {
        var image = new Image(units(width, BLOCK), units(height, BLOCK));
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                image.argb()[y * image.width() + x] = colour(x, y);
            }
        }
        return image;
    }

    private int colour(int x, int y) {
        int one = mean(planes[0], x, y) + 128;
        if (planes.length == 1) {
            return argb(one, one, one);
        }
        int two = mean(planes[1], x, y);
        int three = mean(planes[2], x, y);
        return red
                ? argb(one, two + 128, three + 128)
                : argb(one + 1.402 * three, one - 0.344136 * two - 0.714136 * three, one + 1.772 * two);
    }

    private int mean(Plane plane, int x, int y) {
        return plane.means == null ? 0 : plane.means[y * plane.v / mostV * plane.columns + x * plane.h / mostH];
    }

    private static int argb(double red, double green, double blue) {
        return 0xFF000000 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(double value) {
        return (int) Math.round(Math.clamp(value, 0.0, 255.0));
    }

    private static int units(int length, int unit) {
        return (length + unit - 1) / unit;
    }

    private int u8(int at) {
        return file[at] & 0xFF;
    }

    private int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }
}
