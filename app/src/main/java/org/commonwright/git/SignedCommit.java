package org.commonwright.git;

/// A commit's signature and what it signs.
///
/// @param payload the raw commit without its `gpgsig` header
/// @param signature the armoured text of that header
public record SignedCommit(byte[] payload, String signature) {}
