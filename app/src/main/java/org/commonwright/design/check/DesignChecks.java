package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleChecks;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// All checks of a design's own modules. What a release waits for is what `commons.toml` names under `[release]`, and errors
/// always.
public final class DesignChecks {
    private static final List<DesignCheck> CHECKS = List.of(new FilesCheck(), new CountInNameCheck(), new KicadCheck(),
            new TextsCheck(), new LicenceTextCheck());
    /// What [ModuleChecks] and the tree itself find.
    private static final String MANIFEST = "manifest";

    private DesignChecks() {}

    /// What was found.
    ///
    /// @param check the check's name
    /// @param blocks whether a release waits for it
    public record Finding(String check, Problem problem, boolean blocks) {}

    /// The names of all checks.
    public static List<String> ids() {
        return Stream.concat(Stream.of(MANIFEST), CHECKS.stream().map(DesignCheck::id)).toList();
    }

    public static List<Finding> run(ModuleTree tree) {
        List<String> named = DesignRules.of(tree.root().source().tree()).commons().releaseWaitsFor();
        Set<String> waits = Set.copyOf(named);
        List<Finding> findings = new ArrayList<>();
        named.stream().filter(id -> !ids().contains(id)).forEach(id -> add(findings, MANIFEST, Problem
                .error(Place.file(Commons.PATH.text()), "design.check-unknown", id, String.join(", ", ids())), waits));
        tree.problems().forEach(problem -> add(findings, MANIFEST, problem, waits));
        ModuleChecks.check(tree).forEach(problem -> add(findings, MANIFEST, problem, waits));
        for (DesignModule module : tree.modules()) {
            if (module.source().own()) {
                CheckedModule checked = CheckedModule.of(module);
                for (DesignCheck check : CHECKS) {
                    check.check(checked).forEach(problem -> add(findings, check.id(), problem, waits));
                }
            }
        }
        return findings;
    }

    private static void add(List<Finding> findings, String check, Problem problem, Set<String> waits) {
        boolean blocks = problem.severity() == Problem.Severity.ERROR
                || waits.contains(check) && problem.severity() == Problem.Severity.WARNING;
        findings.add(new Finding(check, problem, blocks));
    }
}
