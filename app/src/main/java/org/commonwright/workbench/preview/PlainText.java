package org.commonwright.workbench.preview;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of a text file, safe to show: what cannot be seen or would turn the direction of reading is written out, long
/// lines are cut.
public final class PlainText {
    private static final int SNIFFED = 8_000;
    private static final int LONGEST_LINE = 2_000;

    private PlainText() {}

    /// Whether the bytes are not text: there is a NUL near their beginning.
    public static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(SNIFFED, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// As UTF-8, or as Latin-1 where it is not.
    public static String decode(byte[] bytes) {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
        }
    }

    public static List<String> lines(byte[] bytes) {
        return decode(bytes).lines().map(PlainText::shown).toList();
    }

    /// One line as it is shown.
    public static String shown(String line) {
        String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        if (cut.codePoints().noneMatch(PlainText::hidden)) {
            return cut.replace("\t", "    ");
        }
        var text = new StringBuilder();
        cut.codePoints().forEach(c -> {
            if (c == '\t') {
                text.append("    ");
            } else if (hidden(c)) {
                text.append(String.format("⟨U+%04X⟩", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    /// Control characters, and those that turn or join what stands around them (Unicode TR 36, "Trojan source").
    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return c != '\t' && (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR);
    }
}
