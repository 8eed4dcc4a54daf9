package org.commonwright.publish.sheet;

import java.util.List;

/// A table that another program reads.
interface SheetTable {
    /// The first row is the header.
    List<List<String>> cells(BomSheet sheet);
}
