package org.commonwright.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Takes text as UTF-8 and gives it to a console that shows another set of characters, such as the code page 850 of a Windows console.
/// What the set does not have becomes what stands nearest: a narrow space a plain one that does not break, a curly apostrophe a straight
/// one; what has nothing near becomes the set's own sign for it.
public final class ConsoleBytes extends OutputStream {
    /// First what is nearest; each may itself be lacking.
    private static final Map<Character, String> NEAREST = Map.ofEntries(Map.entry('\u202f', "\u00a0"),
            Map.entry('\u00a0', " "), Map.entry('\u2009', " "), Map.entry('’', "'"), Map.entry('‘', "'"),
            Map.entry('“', "\""), Map.entry('”', "\""), Map.entry('«', "\""), Map.entry('»', "\""),
            Map.entry('…', "..."), Map.entry('–', "-"), Map.entry('—', "-"), Map.entry('−', "-"),
            Map.entry('×', "x"), Map.entry('→', "->"), Map.entry('œ', "oe"), Map.entry('Œ', "OE"),
            Map.entry('€', "EUR"), Map.entry('█', "#"), Map.entry('░', "."), Map.entry('•', "*"),
            Map.entry('≥', ">="), Map.entry('≤', "<="));
    private static final int LONGEST_OF_UTF8 = 4;

    private final OutputStream to;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    /// The beginning of a character whose end has not come yet.
    private ByteBuffer begun = ByteBuffer.allocate(0);

    private ConsoleBytes(OutputStream to, Charset charset) {
        this.to = to;
        this.charset = charset;
        this.encoder = charset.newEncoder();
    }

    /// @param encoding what the console shows, such as `cp850`; one that is unknown here, or UTF-8, leaves the stream as it is
    public static OutputStream on(OutputStream to, String encoding) {
        if (encoding.isEmpty() || !Charset.isSupported(encoding)) {
            return to;
        }
        Charset charset = Charset.forName(encoding);
        return charset.equals(StandardCharsets.UTF_8) || !charset.canEncode() ? to : new ConsoleBytes(to, charset);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(begun.remaining() + length).put(begun).put(bytes, offset, length).flip();
        CharBuffer text = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, text, false);
        begun = ByteBuffer.allocate(LONGEST_OF_UTF8).put(in).flip();
        to.write(shown(text.flip().toString()).getBytes(charset));
    }

    private String shown(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            out.append(Character.isSurrogate(c) || encoder.canEncode(c) || !NEAREST.containsKey(c)
                    ? String.valueOf(c)
                    : shown(NEAREST.get(c)));
        }
        return out.toString();
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
