package org.commonwright.bom.diff;

import java.util.List;

/// A part that comes from elsewhere: another maker or maker's number, another supplier or supplier's number.
///
/// @param part what the row calls it afterwards
/// @param row the row afterwards, from 1
/// @param cells what says so, in the order of the columns
public record SourceChange(String part, int row, List<CellChange> cells) {
    public SourceChange {
        cells = List.copyOf(cells);
    }
}
