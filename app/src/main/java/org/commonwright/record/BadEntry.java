package org.commonwright.record;

import org.commonwright.error.Problem;

/// Something in a log that is not taken for an entry. It stops nothing.
///
/// @param log the log's name: the last part of its ref
/// @param entry the commit, and the line in its pack from 1 where there is one: `<commit>:<line>`; empty for a whole log
/// @param reason why, as a key of a text with arguments
public record BadEntry(String log, String entry, Problem reason) {}
