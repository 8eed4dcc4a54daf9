package org.commonwright.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Takes a raw commit apart as `git verify-commit` does: the lines of its `gpgsig` header are the signature, all the rest
/// is what is signed.
final class Signatures {
    private static final String HEADER = "gpgsig ";

    private Signatures() {}

    /// @return empty when there is no signature, or more than one
    static Optional<SignedCommit> split(byte[] raw) {
        var payload = new ByteArrayOutputStream(raw.length);
        var signature = new StringBuilder();
        int found = 0;
        boolean inside = false;
        int at = 0;
        while (at < raw.length && raw[at] != '\n') {
            int end = at;
            while (end < raw.length && raw[end] != '\n') {
                end++;
            }
            String line = new String(raw, at, end - at, StandardCharsets.ISO_8859_1);
            inside = line.startsWith(HEADER) || inside && line.startsWith(" ");
            if (inside) {
                found += line.startsWith(HEADER) ? 1 : 0;
                signature.append(line.startsWith(HEADER) ? line.substring(HEADER.length()) : line.substring(1))
                        .append('\n');
            } else {
                payload.write(raw, at, Math.min(end + 1, raw.length) - at);
            }
            at = end + 1;
        }
        if (found != 1) {
            return Optional.empty();
        }
        payload.write(raw, Math.min(at, raw.length), raw.length - Math.min(at, raw.length));
        return Optional.of(new SignedCommit(payload.toByteArray(), signature.toString()));
    }
}
