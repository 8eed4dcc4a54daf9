package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.bom.edit.BomDocument;

/// What changed in the bill of materials of one module.
///
/// @param module its path
public record ModuleDiff(String module, BomDiff diff) {
    /// The modules of two revisions of a design whose bills of materials differ. A module of one side only was added or
    /// removed with all its lines.
    ///
    /// @param before bills of materials by module
    public static List<ModuleDiff> between(Map<String, BomDocument> before, Map<String, BomDocument> after) {
        Set<String> modules = new LinkedHashSet<>(after.keySet());
        modules.addAll(before.keySet());
        List<ModuleDiff> diffs = new ArrayList<>();
        for (String module : modules) {
            BomDocument nothing = BomDocument.empty(module);
            BomDiff diff = BomDiff.between(before.getOrDefault(module, nothing), after.getOrDefault(module, nothing));
            if (!diff.isEmpty()) {
                diffs.add(new ModuleDiff(module, diff));
            }
        }
        return diffs;
    }
}
