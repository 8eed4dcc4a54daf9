package org.commonwright.publish.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Place;
import org.commonwright.publish.instructions.ModuleSteps;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.ReportedDesign.ReportedModule;
import org.commonwright.publish.sheet.DesignSheet;

/// Whether a thing can be kept alive: parts that only one supplier sells or that are no longer made, joints that cannot be opened,
/// whether repair is described, spare parts are named, and which tools it takes. It says what the files show, and for each
/// answer from what.
public final class DurabilityReport {
    private static final int OLD_MONTHS = 24;

    private DurabilityReport() {}

    /// @param today to compare dates with
    public static Report of(ModuleTree tree, LocalDate today) {
        var design = new ReportedDesign(tree);
        var offers = new ReportedOffers(design);
        List<Answer> answers = new ArrayList<>();
        answers.add(Answer.absent("publish.ask-single-source", single(design, offers)));
        answers.add(Answer.soon("publish.ask-end-of-life", over(design, offers, Lifecycle.ENDED, today),
                over(design, offers, Lifecycle.ENDING, today)));
        answers.add(Answer.absent("publish.ask-old-prices", offers.before(today.minusMonths(OLD_MONTHS))));
        answers.add(Answer.of("publish.ask-sources", design.made(true, FileRole.SOURCE),
                design.made(false, FileRole.SOURCE)));
        answers.add(Answer.there("publish.ask-repair", Spares.repair(design)));
        answers.add(Answer.there("publish.ask-spares", Spares.named(design)));
        List<Evidence> explained = new ArrayList<>(Spares.marked(design));
        explained.removeAll(Spares.unexplained(design));
        if (!Spares.marked(design).isEmpty()) {
            answers.add(Answer.of("publish.ask-wear-steps", explained, Spares.unexplained(design)));
        }
        answers.add(Answer.there("publish.ask-tools", tools(design)));
        answers.add(Answer.absent("publish.ask-glued", Joints.of(design)));
        return new Report("publish.durability", DesignSheet.about(tree.root()), answers);
    }

    /// Products of one maker that at most one supplier offers and that nothing may replace.
    private static List<Evidence> single(ReportedDesign design, ReportedOffers offers) {
        Set<Evidence> parts = new LinkedHashSet<>();
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                Set<String> sell = new TreeSet<>(offers.suppliers(line.part()));
                sell.addAll(offers.suppliers(line.mpn()));
                if (line.kind() == LineKind.BUY && line.fitted() && line.alternates().isEmpty() && sell.size() <= 1) {
                    parts.add(module.of(line, Column.PART,
                            line.part() + (sell.isEmpty() ? "" : " (" + sell.iterator().next() + ")")));
                }
            }
        }
        return List.copyOf(parts);
    }

    /// Parts of which a column of the bill of materials, or of the offers, says so.
    private static List<Evidence> over(ReportedDesign design, ReportedOffers offers, Lifecycle asked, LocalDate today) {
        Set<Evidence> parts = new LinkedHashSet<>();
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                line.attributes().forEach((header, value) -> {
                    if (Lifecycle.isHeader(header) && Lifecycle.of(header, value, today) == asked) {
                        parts.add(module.of(line, Column.PART, line.part() + " (" + value + ")"));
                    }
                });
            }
        }
        parts.addAll(offers.lifecycle(asked, today));
        return List.copyOf(parts);
    }

    private static List<Evidence> tools(ReportedDesign design) {
        Set<Evidence> tools = new LinkedHashSet<>();
        Set<String> named = new TreeSet<>();
        for (ModuleSteps module : design.steps()) {
            module.steps().forEach(step -> step.tools().stream().filter(named::add).forEach(tool -> tools.add(
                    new Evidence(module.text() == null ? null : Place.file(module.text().text()), tool))));
        }
        return List.copyOf(tools);
    }
}
