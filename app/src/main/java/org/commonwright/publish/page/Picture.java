package org.commonwright.publish.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A picture's file, with what it is by its first bytes, whatever its name says.
public record Picture(byte[] bytes, Type type) {
    /// Larger ones are not put on pages; a few bytes of PNG can stand for gigabytes.
    private static final long MOST_PIXELS = 60_000_000;

    /// What pages may hold.
    public enum Type {
        PNG("image/png"), JPEG("image/jpeg"), GIF("image/gif"), SVG("image/svg+xml");

        private final String media;

        Type(String media) {
            this.media = media;
        }

        public String media() {
            return media;
        }
    }

    /// @return empty for what is no picture of a known type, and for one of too many pixels
    public static Optional<Picture> of(byte[] bytes) {
        return type(bytes).map(type -> new Picture(bytes, type));
    }

    private static Optional<Type> type(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n') && bytes.length > 24) {
            ByteBuffer head = ByteBuffer.wrap(bytes);
            long width = Integer.toUnsignedLong(head.getInt(16));
            long height = Integer.toUnsignedLong(head.getInt(20));
            boolean fits = width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS / width;
            return fits ? Optional.of(Type.PNG) : Optional.empty();
        }
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return Optional.of(Type.JPEG);
        }
        if (begins(bytes, 'G', 'I', 'F', '8')) {
            return Optional.of(Type.GIF);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
        boolean svg = start.stripLeading().startsWith("<") && start.contains("<svg");
        return svg ? Optional.of(Type.SVG) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
