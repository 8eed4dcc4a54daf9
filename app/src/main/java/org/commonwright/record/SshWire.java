package org.commonwright.record;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Strings as SSH writes them: four bytes of length, most significant first, then the bytes (RFC 4251, section 5).
final class SshWire {
    private SshWire() {}

    /// Collects strings.
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Writer number(int n) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(n).array());
            return this;
        }

        Writer string(byte[] bytes) {
            return number(bytes.length).raw(bytes);
        }

        Writer string(String ascii) {
            return string(ascii.getBytes(StandardCharsets.US_ASCII));
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    /// Takes strings off; whatever does not fit is an [IllegalArgumentException].
    static final class Reader {
        private final ByteBuffer in;

        Reader(byte[] bytes) {
            in = ByteBuffer.wrap(bytes);
        }

        byte[] raw(int length) {
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("too short");
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }

        int number() {
            try {
                return in.getInt();
            } catch (BufferUnderflowException e) {
                throw new IllegalArgumentException("too short", e);
            }
        }

        byte[] string() {
            return raw(number());
        }

        String text() {
            return new String(string(), StandardCharsets.US_ASCII);
        }

        void end() {
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("too long");
            }
        }
    }
}
