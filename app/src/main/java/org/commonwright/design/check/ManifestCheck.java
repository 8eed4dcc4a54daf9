package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.design.ModuleChecks;
import org.commonwright.error.Problem;

/// What reading the tree met, and what the manifests, `commons.toml` and `commons.lock` say of themselves.
final class ManifestCheck implements DesignCheck {
    static final String ID = "manifest";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Found> check(CheckedDesign design) {
        List<Problem> problems = new ArrayList<>(design.tree().problems());
        problems.addAll(ModuleChecks.check(design.tree()));
        var fixes = new ManifestFixes(design);
        return problems.stream().distinct().map(problem -> new Found(problem, fixes.of(problem))).toList();
    }
}
