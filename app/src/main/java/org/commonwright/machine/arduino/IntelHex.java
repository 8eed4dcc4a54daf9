package org.commonwright.machine.arduino;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;

/// Reads Intel's hexadecimal object file format (Intel, 1988): records `:LLAAAATT…CC` of data (00), the end (01), upper
/// address bits (02, 04) and entry points (03, 05). An entry point means nothing to an AVR, which starts where its fuses say,
/// and is left out: `avrdude` would take it for data.
public final class IntelHex {
    /// A text of 256 kB of flash takes 0.7 MB.
    private static final int MOST_BYTES = 4_000_000;
    /// The largest address of a flash that is here for real, far above all of Arduino's.
    private static final int HIGHEST = 0x7F_FFFF;
    private static final int HEAD = 4;
    private static final Pattern RECORD = Pattern.compile(":(?:[0-9A-Fa-f]{2}){5,260}");

    private final String file;
    private final HexImage image = new HexImage();
    private int base;
    private boolean ended;

    private IntelHex(String file) {
        this.file = file;
    }

    /// @throws Fault `arduino.hex-…` with the file and the line that is wrong
    public static HexImage read(Path path) {
        String name = String.valueOf(path.getFileName());
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Fault("arduino.hex-too-long", name, MOST_BYTES / 1_000_000);
            }
            return parse(name, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new Fault(e, "arduino.no-file", path);
        } catch (IOException e) {
            throw new Fault(e, "arduino.not-read", path, Reason.of(e));
        }
    }

    /// @param name what a person calls the file
    /// @throws Fault `arduino.hex-…` with the name and the line that is wrong
    public static HexImage parse(String name, String text) {
        var hex = new IntelHex(name);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                hex.record(line.strip(), number);
            }
        }
        if (!hex.ended) {
            throw new Fault("arduino.hex-no-end", name);
        }
        if (hex.image.size() == 0) {
            throw new Fault("arduino.hex-empty", name);
        }
        return hex.image;
    }

    private void record(String line, int number) {
        if (!RECORD.matcher(line).matches()) {
            throw new Fault("arduino.hex-line", file, number);
        }
        byte[] record = HexFormat.of().parseHex(line, 1, line.length());
        int length = record[0] & 0xFF;
        if (ended || record.length != length + HEAD + 1) {
            throw new Fault("arduino.hex-line", file, number);
        }
        int sum = 0;
        for (byte b : record) {
            sum += b;
        }
        if ((sum & 0xFF) != 0) {
            throw new Fault("arduino.hex-checksum", file, number);
        }
        switch (record[3]) {
            case 0 -> data(record, length, number);
            case 1 -> ended = true;
            case 2 -> base = upper(record, length, number) << 4;
            case 4 -> base = upper(record, length, number) << 16;
            case 3, 5 -> {
            }
            default -> throw new Fault("arduino.hex-line", file, number);
        }
    }

    private int upper(byte[] record, int length, int number) {
        int value = length == 2 ? (record[HEAD] & 0xFF) << 8 | record[HEAD + 1] & 0xFF : -1;
        if (value < 0) {
            throw new Fault("arduino.hex-line", file, number);
        }
        if (record[3] == HEAD && value > HIGHEST >> 16) {
            throw new Fault("arduino.hex-address", file, number);
        }
        return value;
    }

    private void data(byte[] record, int length, int number) {
        int start = base + ((record[1] & 0xFF) << 8 | record[2] & 0xFF);
        if (start + length - 1 > HIGHEST) {
            throw new Fault("arduino.hex-address", file, number);
        }
        for (int i = 0; i < length; i++) {
            if (!image.put(start + i, record[HEAD + i])) {
                throw new Fault("arduino.hex-overlap", file, number);
            }
        }
    }
}
