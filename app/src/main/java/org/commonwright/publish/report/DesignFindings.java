package org.commonwright.publish.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.check.DesignChecks;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.instructions.InstructionsReader;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.Report.Verdict;

/// Everything that is found in a design: what its checks find, what its instructions and its bills of materials say
/// differently, and, where the community asks for it under `[release]` in `commons.toml`, what the reports answer with no or
/// partly: `durability` for the whole report, `durability.end-of-life` for one question of it.
public final class DesignFindings {
    private static final int TOLD = 20;

    private DesignFindings() {}

    /// @param today to compare dates with
    /// @param asked checks that somebody asks for beyond those
    public static List<Finding> of(ModuleTree tree, LocalDate today, Set<String> asked) {
        List<Finding> findings = DesignChecks.run(tree);
        Set<String> waits = Set.copyOf(DesignChecks.waitsFor(tree));
        findings = DesignChecks.with(findings, "instructions", instructions(tree), waits.contains("instructions"));
        Set<String> names = new TreeSet<>(waits);
        names.addAll(asked);
        if (names.stream().anyMatch(name -> name.equals("completeness") || name.startsWith("completeness."))) {
            findings = report(findings, "completeness", CompletenessReport.of(tree), names, waits);
        }
        if (names.stream().anyMatch(name -> name.equals("durability") || name.startsWith("durability."))) {
            findings = report(findings, "durability", DurabilityReport.of(tree, today), names, waits);
        }
        return findings;
    }

    private static List<Finding> report(List<Finding> findings, String check, Report report, Set<String> names,
            Set<String> waits) {
        List<Finding> all = findings;
        for (Answer answer : report.answers()) {
            String question = check + "." + answer.id();
            boolean wanted = names.contains(check) || names.contains(question);
            if (wanted && answer.verdict() != Verdict.YES) {
                all = DesignChecks.with(all, check, problems(answer),
                        waits.contains(check) || waits.contains(question));
            }
        }
        return all;
    }

    private static List<Problem> problems(Answer answer) {
        Messages.Key question = Messages.Key.of(answer.questionKey());
        Messages.Key verdict = Messages.Key.of(answer.verdict().key());
        if (answer.evidence().isEmpty()) {
            return List.of(Problem.warning(null, "publish.finding", question, verdict));
        }
        List<Problem> problems = new ArrayList<>();
        answer.evidence().stream().limit(TOLD).forEach(evidence -> problems.add(Problem.warning(evidence.place(),
                "publish.finding-because", question, verdict, evidence.text())));
        if (answer.evidence().size() > TOLD) {
            problems.add(Problem.warning(null, "publish.finding-because", question, verdict,
                    Messages.Key.of("publish.report-more", answer.evidence().size() - TOLD)));
        }
        return problems;
    }

    /// What the steps need and the bills of materials say otherwise.
    private static List<Problem> instructions(ModuleTree tree) {
        try {
            List<Problem> found = new ArrayList<>(new InstructionsReader("en").read(tree).problems());
            found.removeAll(tree.problems());
            return found.stream().distinct().toList();
        } catch (Fault fault) {
            if (fault.code().equals("publish.no-instructions")) {
                return List.of();
            }
            return List.of(new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), null));
        }
    }
}
