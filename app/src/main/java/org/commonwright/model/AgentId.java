package org.commonwright.model;

/// Who did something: the fingerprint of the Ed25519 key that signs for them (`SHA256:…`, as `ssh-keygen -l` prints it).
public record AgentId(String fingerprint) {
    public AgentId {
        if (!fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}")) {
            throw new IllegalArgumentException("not a key fingerprint: " + fingerprint);
        }
    }

    /// The first eight characters after the prefix, for people.
    public String abbreviated() {
        return fingerprint.substring("SHA256:".length(), "SHA256:".length() + 8);
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
