package org.commonwright.machine.protocol;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.gcode.Packed;
import org.commonwright.model.ContentId;

/// The lines of a G-code file, numbered from 1, held as the file's bytes. A million lines cost the file's size and 4 MB.
public final class Program {
    private static final int LARGEST = 1 << 30;

    private final String name;
    private final byte[] bytes;
    private final int[] starts;
    private final int lines;
    private final ContentId hash;

    private Program(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.hash = ContentId.of(bytes);
        int[] found = new int[1024];
        int n = 0;
        for (int at = 0; at < bytes.length; at = endOfLine(at) + 1) {
            if (n == found.length) {
                found = Arrays.copyOf(found, n * 2);
            }
            found[n++] = at;
        }
        this.starts = Arrays.copyOf(found, n);
        this.lines = n;
    }

    /// @param name what a person calls it
    public static Program of(String name, byte[] bytes) {
        return new Program(name, bytes.clone());
    }

    public static Program of(String name, String text) {
        return new Program(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Fault `files.not-plain`, `files.not-read`, `files.too-large` above a gigabyte, or `gcode.packed`
    public static Program read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = PlainFiles.read(file, LARGEST);
        Packed.refuse(bytes, bytes.length, name);
        return new Program(name, bytes);
    }

    public String name() {
        return name;
    }

    public ContentId hash() {
        return hash;
    }

    public int lines() {
        return lines;
    }

    /// The file as it was read.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The file's bytes as a stream; nothing is copied.
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /// How many bytes the file has.
    public long size() {
        return bytes.length;
    }

    /// One line without its end, each byte a character (ISO 8859-1): the machines' own alphabet is ASCII.
    ///
    /// @param number from 1
    public String line(int number) {
        int start = starts[number - 1];
        int end = endOfLine(start);
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
