package org.commonwright.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.commonwright.model.AgentId;

/// An Ed25519 public key in SSH's form (RFC 8709).
public final class PublicKey {
    static final String TYPE = "ssh-ed25519";

    private final byte[] point;
    private final AgentId agent;

    private PublicKey(byte[] point) {
        this.point = point;
        this.agent = new AgentId("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256(blob())));
    }

    static PublicKey ofPoint(byte[] point) {
        if (point.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return new PublicKey(point.clone());
    }

    /// @throws IllegalArgumentException when it is not an Ed25519 key in SSH's form
    static PublicKey ofBlob(byte[] blob) {
        var reader = new SshWire.Reader(blob);
        if (!reader.text().equals(TYPE)) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        PublicKey key = ofPoint(reader.string());
        reader.end();
        return key;
    }

    /// The key as one word, as `id_ed25519.pub` has it after `ssh-ed25519`.
    ///
    /// @throws IllegalArgumentException when it is not an Ed25519 key
    public static PublicKey parse(String base64) {
        return ofBlob(Base64.getDecoder().decode(base64));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(blob());
    }

    /// Whose key it is: its fingerprint, as `ssh-keygen -l` prints it.
    public AgentId agent() {
        return agent;
    }

    byte[] blob() {
        return new SshWire.Writer().string(TYPE).string(point).bytes();
    }

    boolean verifies(byte[] message, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(point));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PublicKey k && Arrays.equals(point, k.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return TYPE + " " + base64();
    }
}
