package org.commonwright.bom.diff;

/// A row that stands elsewhere among the rows that both revisions have; what it says may be the same.
///
/// @param from its row before, from 1
/// @param to its row afterwards, from 1
public record MovedRow(String part, int from, int to) {}
