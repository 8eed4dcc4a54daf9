package org.commonwright.bom.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.commonwright.bom.sheet.Samples;

/// Makes files that nobody wrote of files that somebody wrote: flips, cuts, repeats and inserts bytes, cells and rows. In a zip
/// it does so in one of the parts, or in the zip itself.
public final class Mutants {
    private static final byte[] SPICE = "\",;\t|\r\n#-0x5 <>&=/\u00e9\u00ff\u0000"
            .getBytes(StandardCharsets.ISO_8859_1);

    private Mutants() {}

    public static byte[] of(byte[] file, Random random) {
        boolean zip = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        return zip && random.nextInt(3) > 0 ? inside(file, random) : bytes(file, random);
    }

    private static byte[] bytes(byte[] from, Random random) {
        byte[] out = from;
        for (int n = 1 + random.nextInt(4); n > 0 && out.length > 1; n--) {
            out = once(out, random);
        }
        return out;
    }

    private static byte[] once(byte[] from, Random random) {
        int at = random.nextInt(from.length);
        int length = Math.min(from.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(from, at + 1);
            case 1 -> splice(from, at, length, new byte[0]);
            case 2 -> splice(from, at, 0, Arrays.copyOfRange(from, at, at + length));
            case 3 -> splice(from, at, 0, new byte[]{SPICE[random.nextInt(SPICE.length)]});
            case 4 -> splice(from, at, 1, new byte[]{(byte) random.nextInt(256)});
            case 5 -> row(from, at, random);
            case 6 -> splice(from, at, 1, new byte[]{(byte) (from[at] ^ 1 << random.nextInt(8))});
            default -> splice(from, at, 1, new byte[]{SPICE[random.nextInt(SPICE.length)]});
        };
    }

    /// Takes the row at `at` out, repeats it, or puts it elsewhere.
    private static byte[] row(byte[] from, int at, Random random) {
        int begin = at;
        while (begin > 0 && from[begin - 1] != '\n') {
            begin--;
        }
        int end = at;
        while (end < from.length && from[end++] != '\n') {
            // to the row's end
        }
        byte[] row = Arrays.copyOfRange(from, begin, end);
        return switch (random.nextInt(3)) {
            case 0 -> splice(from, begin, end - begin, new byte[0]);
            case 1 -> splice(from, begin, 0, row);
            default -> splice(from, random.nextInt(from.length), 0, row);
        };
    }

    private static byte[] splice(byte[] from, int at, int removed, byte[] added) {
        byte[] out = new byte[from.length - removed + added.length];
        System.arraycopy(from, 0, out, 0, at);
        System.arraycopy(added, 0, out, at, added.length);
        System.arraycopy(from, at + removed, out, at + added.length, from.length - at - removed);
        return out;
    }

    private static byte[] inside(byte[] file, Random random) {
        List<String[]> parts = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(new String[]{entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8)});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] part = parts.get(random.nextInt(parts.size()));
        if (!part[1].isEmpty()) {
            part[1] = new String(bytes(part[1].getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
        }
        return Samples.zip(parts);
    }
}
