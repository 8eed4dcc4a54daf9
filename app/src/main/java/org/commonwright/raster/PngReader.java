package org.commonwright.raster;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads pictures of the PNG format (ISO/IEC 15948): every colour type of up to eight bits a channel, and of sixteen, of which
/// the upper eight are kept. Interlaced ones are not read.
public final class PngReader {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER = 13;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int INDEXED = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGBA = 6;

    private final byte[] file;
    private int width;
    private int height;
    private int bits;
    private int type;
    private final int[] palette = new int[256];
    private int transparent = -1;

    private PngReader(byte[] file) {
        this.file = file;
    }

    /// @param mostPixels larger pictures are not unpacked
    /// @return empty for what is damaged, interlaced, larger, or no PNG
    public static Optional<Image> read(byte[] file, long mostPixels) {
        return file.length > SIGNATURE.length && Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length))
                ? new PngReader(file).read(mostPixels)
                : Optional.empty();
    }

    private Optional<Image> read(long mostPixels) {
        Arrays.fill(palette, 0xFF000000);
        var in = ByteBuffer.wrap(file);
        in.position(SIGNATURE.length);
        byte[] rows = null;
        try (var inflater = new Inflater()) {
            int done = 0;
            while (in.remaining() >= 12) {
                int length = in.getInt();
                int name = in.getInt();
                if (length < 0 || length > in.remaining() - 4) {
                    return Optional.empty();
                }
                int at = in.position();
                switch (name) {
                    case 0x49484452 -> {
                        if (rows != null || length != HEADER || !header(at, mostPixels)) {
                            return Optional.empty();
                        }
                        rows = new byte[(stride() + 1) * height];
                    }
                    case 0x504C5445 -> colours(at, length);
                    case 0x74524E53 -> alpha(at, length);
                    case 0x49444154 -> {
                        if (rows == null) {
                            return Optional.empty();
                        }
                        inflater.setInput(file, at, length);
                        while (done < rows.length && !inflater.needsInput() && !inflater.finished()) {
                            int n = inflater.inflate(rows, done, rows.length - done);
                            if (n == 0 && inflater.needsDictionary()) {
                                return Optional.empty();
                            }
                            done += n;
                        }
                    }
                    default -> {
                        // Words about the picture.
                    }
                }
                in.position(at + length + 4);
            }
            return rows == null || done < rows.length ? Optional.empty() : pixels(rows);
        } catch (DataFormatException _) {
            return Optional.empty();
        }
    }

    private boolean header(int at, long mostPixels) {
        var in = ByteBuffer.wrap(file, at, HEADER);
        width = in.getInt();
        height = in.getInt();
        bits = in.get();
        type = in.get();
        in.get();
        in.get();
        boolean interlaced = in.get() != 0;
        boolean depth = switch (type) {
            case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case INDEXED -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            case RGB, GREY_ALPHA, RGBA -> bits == 8 || bits == 16;
            default -> false;
        };
        return depth && !interlaced && width > 0 && height > 0 && (long) width * height <= mostPixels
                && (stride() + 1L) * height < Integer.MAX_VALUE - 16;
    }

    private int channels() {
        return switch (type) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGBA -> 4;
            default -> 1;
        };
    }

    private int stride() {
        return (int) (((long) width * channels() * bits + 7) / 8);
    }

    private void colours(int at, int length) {
        for (int i = 0; i < Math.min(256, length / 3); i++) {
            int p = at + 3 * i;
            palette[i] = 0xFF000000 | u8(p) << 16 | u8(p + 1) << 8 | u8(p + 2);
        }
    }

    private void alpha(int at, int length) {
        if (type == INDEXED) {
            for (int i = 0; i < Math.min(256, length); i++) {
                palette[i] = palette[i] & 0xFFFFFF | u8(at + i) << 24;
            }
        } else if (type == GREY && length >= 2) {
            transparent = u8(at) << 8 | u8(at + 1);
        }
    }

    private int u8(int at) {
        return file[at] & 255;
    }

    private Optional<Image> pixels(byte[] rows) {
        var image = new Image(width, height);
        int stride = stride();
        int back = Math.max(1, channels() * bits / 8);
        for (int y = 0; y < height; y++) {
            int at = y * (stride + 1);
            if (!unfilter(rows, at, stride, back, y > 0)) {
                return Optional.empty();
            }
            for (int x = 0; x < width; x++) {
                image.argb()[y * width + x] = pixel(rows, at + 1, x);
            }
        }
        return Optional.of(image);
    }

    /// Filter types 0 to 4 (section 9.2).
    private static boolean unfilter(byte[] rows, int at, int stride, int back, boolean hasAbove) {
        int filter = rows[at];
        if (filter < 0 || filter > 4) {
            return false;
        }
        for (int i = 1; filter > 0 && i <= stride; i++) {
            int left = i > back ? rows[at + i - back] & 255 : 0;
            int above = hasAbove ? rows[at + i - stride - 1] & 255 : 0;
            int corner = i > back && hasAbove ? rows[at + i - stride - 1 - back] & 255 : 0;
            rows[at + i] += (byte) switch (filter) {
                case 1 -> left;
                case 2 -> above;
                case 3 -> (left + above) / 2;
                default -> paeth(left, above, corner);
            };
        }
        return true;
    }

    private static int paeth(int left, int above, int corner) {
        int guess = left + above - corner;
        int toLeft = Math.abs(guess - left);
        int toAbove = Math.abs(guess - above);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }

    private int pixel(byte[] rows, int row, int x) {
        int wide = bits == 16 ? 2 : 1;
        int at = row + x * channels() * wide;
        return switch (type) {
            case RGB -> 0xFF000000 | b(rows, at) << 16 | b(rows, at + wide) << 8 | b(rows, at + 2 * wide);
            case RGBA -> b(rows, at + 3 * wide) << 24 | b(rows, at) << 16 | b(rows, at + wide) << 8
                    | b(rows, at + 2 * wide);
            case GREY_ALPHA -> b(rows, at + wide) << 24 | b(rows, at) * 0x10101;
            case INDEXED -> palette[sample(rows, row, x)];
            default -> grey(bits == 16 ? b(rows, at) << 8 | b(rows, at + 1) : sample(rows, row, x));
        };
    }

    private int grey(int sample) {
        int most = (1 << bits) - 1;
        return (sample == transparent ? 0 : 0xFF000000) | sample * 255 / most * 0x10101;
    }

    /// A sample of one to eight bits, the first in the highest.
    private int sample(byte[] rows, int row, int x) {
        int place = x * bits;
        return b(rows, row + place / 8) >> 8 - bits - place % 8 & (1 << bits) - 1;
    }

    private static int b(byte[] rows, int at) {
        return rows[at] & 255;
    }
}
