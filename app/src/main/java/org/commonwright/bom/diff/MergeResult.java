package org.commonwright.bom.diff;

import java.util.List;
import org.commonwright.bom.edit.BomDocument;

/// A merged bill of materials. Rows that only ours touched, or nobody, have their bytes from ours.
public record MergeResult(BomDocument merged, List<CellConflict> conflicts) {
    public MergeResult {
        conflicts = List.copyOf(conflicts);
    }

    public boolean isClean() {
        return conflicts.isEmpty();
    }
}
