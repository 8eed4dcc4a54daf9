package org.commonwright.record;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;

/// An Ed25519 private key, read from and written to OpenSSH's own file format without a passphrase.
final class PrivateKey {
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final int COLUMNS = 70;

    private final Ed25519PrivateKeyParameters key;
    private final PublicKey publicKey;

    private PrivateKey(Ed25519PrivateKeyParameters key) {
        this.key = key;
        this.publicKey = PublicKey.ofPoint(key.generatePublicKey().getEncoded());
    }

    static PrivateKey generate(SecureRandom random) {
        return new PrivateKey(new Ed25519PrivateKeyParameters(random));
    }

    /// @throws IllegalArgumentException when the text is not such a key, or has a passphrase
    static PrivateKey parse(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith(BEGIN) || !stripped.endsWith(END)) {
            throw new IllegalArgumentException("not an OpenSSH private key");
        }
        byte[] blob = Base64.getDecoder()
                .decode(stripped.substring(BEGIN.length(), stripped.length() - END.length()).replaceAll("\\s", ""));
        try {
            if (OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(blob) instanceof Ed25519PrivateKeyParameters ed25519) {
                return new PrivateKey(ed25519);
            }
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        throw new IllegalArgumentException("not an Ed25519 key");
    }

    String text() {
        try {
            String base64 = Base64.getEncoder().encodeToString(OpenSSHPrivateKeyUtil.encodePrivateKey(key));
            var text = new StringBuilder(BEGIN).append('\n');
            for (int i = 0; i < base64.length(); i += COLUMNS) {
                text.append(base64, i, Math.min(base64.length(), i + COLUMNS)).append('\n');
            }
            return text.append(END).append('\n').toString();
        } catch (IOException e) {
            throw new IllegalStateException("an Ed25519 key can be encoded", e);
        }
    }

    PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }
}
