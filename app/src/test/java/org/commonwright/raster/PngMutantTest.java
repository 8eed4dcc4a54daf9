package org.commonwright.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.commonwright.Seed;
import org.commonwright.bom.read.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures that nobody took. `-Dcommonwright.mutants=100000` makes as many for each kind.
class PngMutantTest {
    private static final int MUTANTS = Integer.getInteger("commonwright.mutants", 300);
    private static final long SEED = Seed.chosen();
    /// Seeds that lie close together begin alike.
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int MOST = 100_000;

    /// Colour type and bits of a channel, as ISO/IEC 15948 has them.
    @ParameterizedTest
    @CsvSource({"0,1", "0,8", "0,16", "2,8", "2,16", "3,4", "4,8", "6,8"})
    void aMutantIsAPictureOfBoundedSizeOrNone(int type, int bits) {
        byte[] file = picture(type, bits, new Random(SEED));
        assertEquals(31, PngReader.read(file, MOST).orElseThrow().width());
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            long seed = SEED + i * STEP;
            byte[] mutant = i % 2 == 0 ? Mutants.of(file, new Random(seed)) : flipped(file, new Random(seed));
            String which = "type " + type + ", " + bits + " bits, seed " + seed;
            try {
                Optional<Image> image = PngReader.read(mutant, MOST);
                Optional<PictureSize> size = PictureSize.of(mutant);
                read += image.isPresent() ? 1 : 0;
                if (image.isPresent()) {
                    assertTrue(image.get().argb().length <= MOST, which);
                    assertEquals(image.get().width(), size.orElseThrow().width(), which);
                }
            } catch (RuntimeException e) {
                throw new AssertionError(which, e);
            }
        }
        assertTrue(read < MUTANTS, read + " of " + MUTANTS + " mutants could be read, seed " + SEED);
    }

    private static byte[] flipped(byte[] file, Random random) {
        byte[] mutant = file.clone();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }

    /// Each of them would ask for all the room that a picture may have.
    @Test
    void aSecondHeaderEndsThePicture() {
        byte[] file = picture(2, 8, new Random(1));
        var out = new ByteArrayOutputStream();
        out.write(file, 0, 33);
        out.write(file, 8, file.length - 8);
        assertEquals(Optional.empty(), PngReader.read(out.toByteArray(), MOST));
    }

    /// 31 × 17 pixels of noise, each row with a filter of its own; not compressed, so that a mutant may still be a picture.
    private static byte[] picture(int type, int bits, Random random) {
        int channels = switch (type) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        int stride = (31 * channels * bits + 7) / 8;
        byte[] rows = new byte[17 * (stride + 1)];
        random.nextBytes(rows);
        for (int y = 0; y < 17; y++) {
            rows[y * (stride + 1)] = (byte) (y % 5);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(31).putInt(17).put((byte) bits).put((byte) type).array());
        if (type == 3) {
            byte[] palette = new byte[48];
            random.nextBytes(palette);
            chunk(out, "PLTE", palette);
            chunk(out, "tRNS", new byte[]{0, 127});
        }
        try (var deflater = new Deflater(Deflater.NO_COMPRESSION)) {
            deflater.setInput(rows);
            deflater.finish();
            byte[] data = new byte[rows.length + 100];
            int length = deflater.deflate(data);
            chunk(out, "IDAT", Arrays.copyOf(data, length / 2));
            chunk(out, "IDAT", Arrays.copyOfRange(data, length / 2, length));
        }
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data)
                .array();
        var crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
