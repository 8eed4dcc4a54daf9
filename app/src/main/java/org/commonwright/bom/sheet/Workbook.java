package org.commonwright.bom.sheet;

import java.util.List;

/// A workbook's sheets, in its order.
///
/// @param container `xlsx`, `xls` or `ods`
/// @param encoding how its texts are stored
public record Workbook(String container, String encoding, List<Sheet> sheets) {
    /// The most bytes of a workbook that are held.
    public static final int LIMIT = 1 << 26;

    public Workbook {
        sheets = List.copyOf(sheets);
    }
}
