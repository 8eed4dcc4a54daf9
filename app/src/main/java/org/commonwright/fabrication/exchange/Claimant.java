package org.commonwright.fabrication.exchange;

/// Who claims a job.
///
/// @param fingerprint of the key that signs this workshop's records
/// @param workshop its name, for people
/// @param machine the machine that is to do it
public record Claimant(String fingerprint, String workshop, String machine) {}
