package org.commonwright.bom.edit;

/// A cell and what it is to say.
///
/// @param line from 0
/// @param column from 0
public record CellValue(int line, int column, String value) {}
