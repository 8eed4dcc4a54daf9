package org.commonwright.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// SSH signatures of files and commits, as `ssh-keygen -Y sign` makes them (OpenSSH's PROTOCOL.sshsig), Ed25519 only.
/// A signature says for what it was made: a commit's (`git`) is not one of a statement.
public final class SshSignature {
    /// What Git signs commits for.
    public static final String GIT = "git";

    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final String HASH = "sha512";
    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final int COLUMNS = 70;
    private static final int SIGNATURE_BYTES = 64;

    private SshSignature() {}

    /// @return the armoured signature, its last line without a line end
    static String sign(PrivateKey key, String namespace, byte[] message) {
        byte[] raw = key.sign(signed(namespace, HASH, message));
        byte[] signature = new SshWire.Writer().string(PublicKey.TYPE).string(raw).bytes();
        byte[] blob = new SshWire.Writer().raw(MAGIC).number(VERSION).string(key.publicKey().blob()).string(namespace)
                .string("").string(HASH).string(signature).bytes();
        return armour(blob);
    }

    /// Who signed `message` for `namespace`.
    ///
    /// @return empty when the signature does not hold, is not Ed25519, or is none at all
    public static Optional<PublicKey> signer(String armoured, String namespace, byte[] message) {
        return parse(armoured).filter(s -> s.namespace.equals(namespace))
                .filter(s -> s.key.verifies(signed(namespace, s.hash, message), s.raw)).map(Parsed::key);
    }

    /// The key that a signature names, whether it holds or not.
    static Optional<PublicKey> claimedKey(String armoured) {
        return parse(armoured).map(Parsed::key);
    }

    private record Parsed(PublicKey key, String namespace, String hash, byte[] raw) {}

    private static Optional<Parsed> parse(String armoured) {
        try {
            var in = new SshWire.Reader(unarmour(armoured));
            boolean ours = Arrays.equals(in.raw(MAGIC.length), MAGIC) && in.number() == VERSION;
            PublicKey key = PublicKey.ofBlob(in.string());
            String namespace = in.text();
            boolean reserved = in.string().length > 0;
            String hash = in.text();
            var signature = new SshWire.Reader(in.string());
            in.end();
            boolean ed25519 = signature.text().equals(PublicKey.TYPE);
            byte[] raw = signature.string();
            signature.end();
            boolean formed = ours && !reserved && ed25519 && raw.length == SIGNATURE_BYTES
                    && (hash.equals("sha512") || hash.equals("sha256"));
            return formed ? Optional.of(new Parsed(key, namespace, hash, raw)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            // Whatever is not of the form is no signature.
            return Optional.empty();
        }
    }

    private static byte[] signed(String namespace, String hash, byte[] message) {
        return new SshWire.Writer().raw(MAGIC).string(namespace).string("").string(hash)
                .string(digest(hash, message)).bytes();
    }

    private static byte[] digest(String hash, byte[] message) {
        try {
            return switch (hash) {
                case "sha512" -> MessageDigest.getInstance("SHA-512").digest(message);
                case "sha256" -> MessageDigest.getInstance("SHA-256").digest(message);
                default -> throw new IllegalArgumentException("unknown hash");
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }

    private static String armour(byte[] blob) {
        var text = new StringBuilder(BEGIN).append('\n');
        String base64 = Base64.getEncoder().encodeToString(blob);
        for (int i = 0; i < base64.length(); i += COLUMNS) {
            text.append(base64, i, Math.min(base64.length(), i + COLUMNS)).append('\n');
        }
        return text.append(END).toString();
    }

    private static byte[] unarmour(String armoured) {
        String text = armoured.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("not armoured");
        }
        String base64 = text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64);
    }
}
