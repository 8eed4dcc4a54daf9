package org.commonwright.bom.diff;

/// One cell that says something else.
///
/// @param part the part of the row, as it is called afterwards
/// @param cell the column's header, as it is called afterwards
/// @param row the row afterwards, from 1
public record CellChange(String part, String cell, String before, String after, int row) {}
