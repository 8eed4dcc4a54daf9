package org.commonwright.git;

/// Signs what a commit says.
@FunctionalInterface
public interface Signer {
    /// @param payload the commit as Git will hash it, without a signature
    /// @return the armoured signature that goes in the commit's `gpgsig` header, as `ssh-keygen -Y sign -n git` makes it
    String sign(byte[] payload);
}
