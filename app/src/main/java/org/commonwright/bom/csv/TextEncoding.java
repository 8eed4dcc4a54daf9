package org.commonwright.bom.csv;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The encodings that tables are met in. Decoding and encoding again gives the same bytes.
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF), UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, 0xFF,
            0xFE), UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    /// Every byte means a character, as the WHATWG encoding standard maps them, so this never fails.
    WINDOWS_1252("windows-1252", StandardCharsets.ISO_8859_1);

    private static final String HIGH = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152"
            + "\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D"
            + "\u017E\u0178";

    private final String label;
    private final Charset charset;
    private final byte[] mark;

    TextEncoding(String label, Charset charset, int... mark) {
        this.label = label;
        this.charset = charset;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /// Its name as people and the IANA register write it.
    public String label() {
        return label;
    }

    /// A text, the encoding it was found in, and whether a byte order mark stood before it.
    public record Decoded(String text, TextEncoding encoding, boolean mark) {}

    /// Finds the encoding by its mark, by the zero bytes of UTF-16, by being valid UTF-8; what is none of these is
    /// Windows-1252.
    ///
    /// @return empty when a mark promises an encoding that the bytes do not keep, or when the bytes are no text
    public static Optional<Decoded> decode(byte[] bytes) {
        for (TextEncoding e : values()) {
            if (e.mark.length > 0 && bytes.length >= e.mark.length
                    && Arrays.equals(bytes, 0, e.mark.length, e.mark, 0, e.mark.length)) {
                return e.strictly(bytes, e.mark.length).map(text -> new Decoded(text, e, true));
            }
        }
        Optional<TextEncoding> wide = wideWithoutMark(bytes);
        if (wide.isPresent()) {
            return wide.get().strictly(bytes, 0).map(text -> new Decoded(text, wide.get(), false));
        }
        for (byte b : bytes) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        return UTF_8.strictly(bytes, 0).map(text -> new Decoded(text, UTF_8, false))
                .or(() -> Optional.of(new Decoded(windows(bytes), WINDOWS_1252, false)));
    }

    /// The bytes of `text`, after the mark when `withMark`.
    ///
    /// @return empty when this encoding has no bytes for one of its characters
    public Optional<byte[]> encode(String text, boolean withMark) {
        byte[] body;
        if (this == WINDOWS_1252) {
            body = new byte[text.length()];
            for (int i = 0; i < body.length; i++) {
                char c = text.charAt(i);
                int at = c < 0x80 || c >= 0xA0 && c <= 0xFF ? c : HIGH.indexOf(c) + 0x80;
                if (c >= 0x80 && at == 0x7F) {
                    return Optional.empty();
                }
                body[i] = (byte) at;
            }
        } else {
            try {
                ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
                body = new byte[encoded.remaining()];
                encoded.get(body);
            } catch (CharacterCodingException _) {
                return Optional.empty();
            }
        }
        if (!withMark) {
            return Optional.of(body);
        }
        var out = new ByteArrayOutputStream(mark.length + body.length);
        out.writeBytes(mark);
        out.writeBytes(body);
        return Optional.of(out.toByteArray());
    }

    /// What decodes without a replacement was well formed; only where one shows, the slow and strict way decides whether it
    /// stood in the file.
    private Optional<String> strictly(byte[] bytes, int from) {
        String quick = new String(bytes, from, bytes.length - from, charset);
        if (quick.indexOf('\uFFFD') < 0) {
            return Optional.of(quick).filter(text -> text.indexOf('\0') < 0);
        }
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString())
                    .filter(text -> text.indexOf('\0') < 0);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<TextEncoding> wideWithoutMark(byte[] bytes) {
        int look = Math.min(bytes.length, 4096) & ~1;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < look; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        int most = look / 2 * 6 / 10;
        if (look < 4 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        return oddZeros > most && evenZeros == 0
                ? Optional.of(UTF_16LE)
                : evenZeros > most && oddZeros == 0 ? Optional.of(UTF_16BE) : Optional.empty();
    }

    private static String windows(byte[] bytes) {
        var out = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            int c = b & 0xFF;
            out.append(c >= 0x80 && c < 0xA0 ? HIGH.charAt(c - 0x80) : (char) c);
        }
        return out.toString();
    }
}
