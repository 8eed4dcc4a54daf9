package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.ContentId;

/// All checks of a design's own modules. What a release waits for is what `commons.toml` names under `[release]`, and errors
/// always.
public final class DesignChecks {
    private static final List<DesignCheck> CHECKS = List.of(new ManifestCheck(), new BomCheck(), new FilesCheck(),
            new CountInNameCheck(), new KicadCheck(), new TextsCheck(), new LanguagesCheck(), new LicenceCheck(),
            new ReuseCheck(), new InterfacesCheck());
    /// What the reports find, which are made where pages are made; a question of one is named `durability.end-of-life`.
    private static final List<String> REPORTS = List.of("instructions", "completeness", "durability");
    private static final int DIGITS = 8;

    private DesignChecks() {}

    /// What was found.
    ///
    /// @param id the same as long as what was found and where are the same
    /// @param check the check's name
    /// @param blocks whether a release waits for it
    /// @param fixes ways to put it right, numbered from 1
    public record Finding(String id, String check, Problem problem, boolean blocks, List<Fix> fixes) {
        /// @param number from 1
        public String fixId(int number) {
            return id + "." + number;
        }

        /// The only fix, when nothing has to be decided to make it.
        public Optional<Fix> clearFix() {
            return fixes.size() == 1 && fixes.getFirst().clear()
                    ? Optional.of(fixes.getFirst())
                    : Optional.empty();
        }
    }

    /// The names of all checks.
    public static List<String> ids() {
        return Stream.concat(CHECKS.stream().map(DesignCheck::id), REPORTS.stream()).toList();
    }

    /// Whether there is such a check, or such a question of a report.
    public static boolean isName(String id) {
        return ids().contains(id) || REPORTS.stream().anyMatch(report -> id.startsWith(report + "."));
    }

    public static List<Finding> run(ModuleTree tree) {
        List<String> named = waitsFor(tree);
        CheckedDesign design = CheckedDesign.of(tree);
        var manifest = new ManifestFixes(design);
        var findings = new Findings(Set.copyOf(named));
        named.stream().filter(id -> !isName(id)).forEach(id -> {
            Problem unknown = Problem.error(Place.file(Commons.PATH.text()), "design.check-unknown", id,
                    String.join(", ", ids()));
            findings.add(ManifestCheck.ID, new Found(unknown, manifest.of(unknown)));
        });
        CHECKS.forEach(check -> check.check(design).forEach(found -> findings.add(check.id(), found)));
        return findings.all;
    }

    /// The checks that a release of this design waits for.
    public static List<String> waitsFor(ModuleTree tree) {
        return DesignRules.of(tree.root().source().tree()).commons().releaseWaitsFor();
    }

    /// Findings of a report, behind those of the checks.
    public static List<Finding> with(List<Finding> findings, String check, List<Problem> problems, boolean blocks) {
        var all = new Findings(Set.of());
        findings.forEach(all::keep);
        problems.forEach(problem -> all.keep(all.finding(check, Found.of(problem), blocks)));
        return all.all;
    }

    private static final class Findings {
        private final Set<String> waits;
        private final List<Finding> all = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();

        Findings(Set<String> waits) {
            this.waits = waits;
        }

        void add(String check, Found found) {
            Problem problem = found.problem();
            boolean blocks = problem.severity() == Problem.Severity.ERROR
                    || waits.contains(check) && problem.severity() == Problem.Severity.WARNING;
            keep(finding(check, found, blocks));
        }

        void keep(Finding finding) {
            all.add(finding);
        }

        Finding finding(String check, Found found, boolean blocks) {
            Problem problem = found.problem();
            String text = String.join("\n", check, problem.code(), problem.arguments().toString(),
                    String.valueOf(problem.place()));
            String id = ContentId.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
            int times = seen.merge(id, 1, Integer::sum);
            return new Finding(times == 1 ? id : id + "-" + times, check, problem, blocks, found.fixes());
        }
    }
}
