package org.commonwright.machine.arduino;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes of a board as a person can read them: UTF-8 as text, with what would not be seen as `\x1B`; in a line that is no UTF-8 all
/// but ASCII is shown so.
final class BoardText {
    private static final int DELETE = 0x7F;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private BoardText() {}

    static String of(byte[] bytes) {
        return isPlain(bytes) ? new String(bytes, StandardCharsets.US_ASCII) : decoded(bytes);
    }

    /// As nearly all of it is.
    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' && b != '\t' || b == DELETE) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] bytes) {
        var text = new StringBuilder();
        try {
            append(text, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException _) {
            // No UTF-8: what of it looks like letters is chance.
            for (byte b : bytes) {
                if (b >= ' ' && b != DELETE || b == '\t') {
                    text.append((char) b);
                } else {
                    hex(text, b);
                }
            }
        }
        return text.toString();
    }

    /// `48 65 6C`
    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    private static void append(StringBuilder text, CharBuffer chars) {
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    hex(text, b);
                }
            } else {
                text.append(c);
            }
        }
    }

    private static void hex(StringBuilder text, byte b) {
        text.append("\\x").append(HEX.toHexDigits(b));
    }
}
