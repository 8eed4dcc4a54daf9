package org.commonwright.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of some bytes, in lower-case hex.
public record ContentId(String hex) {
    private static final int CHUNK = 1 << 16;

    public ContentId {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    public static ContentId of(byte[] bytes) {
        return new ContentId(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    public static ContentId of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        }
        return of(digest);
    }

    /// Of all bytes that `digest`, an [#hasher], was given; it begins anew.
    public static ContentId of(MessageDigest digest) {
        return new ContentId(HexFormat.of().formatHex(digest.digest()));
    }

    /// For bytes that come piece by piece.
    public static MessageDigest hasher() {
        return sha256();
    }

    /// The first twelve digits, for people.
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
