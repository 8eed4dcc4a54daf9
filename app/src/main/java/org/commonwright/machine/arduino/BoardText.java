package org.commonwright.machine.arduino;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes of a board as a person can read them: UTF-8 as text, and what is none, or would not be seen, as `\xFF`.
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
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var text = new StringBuilder();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            append(text, out.flip());
            out.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                hex(text, in.get());
            }
            decoder.reset();
        }
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
