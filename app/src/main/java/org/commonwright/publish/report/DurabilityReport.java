package org.commonwright.publish.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleTree;
import org.commonwright.publish.DesignSheet;
import org.commonwright.publish.instructions.ModuleSteps;
import org.commonwright.publish.instructions.Step;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.ReportedDesign.ReportedModule;

/// Whether a thing can be kept alive: parts that only one supplier sells or that are no longer made, joints that cannot be opened,
/// whether repair is described, spare parts are named, and which tools it takes. It says what the files show, and for each
/// answer from what.
public final class DurabilityReport {
    private static final int OLD_MONTHS = 24;
    private static final Pattern LIFECYCLE = Pattern
            .compile("(?i)(life ?cycle|life ?cycle status|status|eol|end of life|fin de vie|part status)");
    private static final Pattern ENDED = Pattern.compile(
            "(?i).*\\b(obsolete|discontinued|nrnd|not recommended for new designs?|last time buy|end of life|eol|obsolète|abandonné)\\b.*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern GLUED = Pattern.compile(
            "(?i)\\b(glued?|superglue|epoxy|cyanoacrylate|rivets?|riveted|weld(ed)?|colle[rz]?|collé(e)?s?|époxy|rivet(er|ez)|soud(er|ez|é))\\b");
    private static final Pattern SPARE = Pattern
            .compile("(?i)(wear|spare|wear part|spare part|usure|rechange|pièce d.usure)");

    private DurabilityReport() {}

    /// @param today to compare dates with
    public static Report of(ModuleTree tree, LocalDate today) {
        var design = new ReportedDesign(tree);
        Map<String, Set<String>> suppliers = new HashMap<>();
        List<String> old = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            for (Offer offer : offers(module.module())) {
                suppliers.computeIfAbsent(PartKey.normalise(offer.part()), _ -> new TreeSet<>()).add(offer.supplier());
                if (offer.date() != null && offer.date().isBefore(today.minusMonths(OLD_MONTHS))) {
                    old.add(offer.part() + ", " + offer.supplier() + ": " + offer.date());
                }
            }
        }
        List<Answer> answers = new ArrayList<>();
        answers.add(Answer.absent("publish.ask-single-source", single(design, suppliers)));
        answers.add(Answer.absent("publish.ask-end-of-life", ended(design, today)));
        answers.add(Answer.absent("publish.ask-old-prices", old));
        answers.add(Answer.of("publish.ask-sources", design.made(true, FileRole.SOURCE),
                design.made(false, FileRole.SOURCE)));
        answers.add(Answer.there("publish.ask-repair", design.files(name -> name.matches(
                "(.*/)?(repair|maintenance|service|r[ée]paration|entretien|d[ée]pannage)([-_.][^/]*)?\\.(md|txt|pdf|html)"))));
        answers.add(Answer.there("publish.ask-spares", spares(design)));
        answers.add(Answer.there("publish.ask-tools", tools(design)));
        answers.add(Answer.absent("publish.ask-glued", glued(design)));
        return new Report("publish.durability", DesignSheet.about(tree.root()), answers);
    }

    private static List<Offer> offers(DesignModule module) {
        ModuleBom bom = ModuleBom.of(module);
        return bom.offers();
    }

    /// Products of one maker that at most one supplier offers and that nothing may replace.
    private static List<String> single(ReportedDesign design, Map<String, Set<String>> suppliers) {
        Set<String> parts = new LinkedHashSet<>();
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                Set<String> sell = new TreeSet<>(suppliers.getOrDefault(PartKey.normalise(line.part()), Set.of()));
                sell.addAll(suppliers.getOrDefault(PartKey.normalise(line.mpn()), Set.of()));
                if (line.kind() == LineKind.BUY && line.alternates().isEmpty() && sell.size() <= 1) {
                    parts.add(module.where() + ": " + line.part()
                            + (sell.isEmpty() ? "" : " (" + sell.iterator().next() + ")"));
                }
            }
        }
        return List.copyOf(parts);
    }

    private static List<String> ended(ReportedDesign design, LocalDate today) {
        List<String> parts = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                line.attributes().forEach((header, value) -> {
                    if (LIFECYCLE.matcher(header).matches() && isOver(value, today)) {
                        parts.add(module.where() + ": " + line.part() + " (" + value + ")");
                    }
                });
            }
        }
        return parts;
    }

    private static boolean isOver(String value, LocalDate today) {
        Matcher date = DATE.matcher(value);
        if (date.find()) {
            try {
                return !LocalDate.parse(date.group()).isAfter(today);
            } catch (DateTimeParseException _) {
                return false;
            }
        }
        return ENDED.matcher(value).matches();
    }

    private static List<String> spares(ReportedDesign design) {
        List<String> found = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                boolean marked = SPARE.matcher(line.notes()).find()
                        || line.attributes().entrySet().stream().anyMatch(a -> SPARE.matcher(a.getKey()).matches()
                                && !a.getValue().toLowerCase(Locale.ROOT).matches("no|0|false|non"));
                if (marked) {
                    found.add(module.where() + ": " + line.part());
                }
            }
        }
        found.addAll(design.files(
                name -> name.matches("(.*/)?(spares?|spare[-_]parts|rechange|pieces[-_]de[-_]rechange)\\.[a-z]+")));
        return found;
    }

    private static List<String> tools(ReportedDesign design) {
        Set<String> tools = new LinkedHashSet<>();
        design.steps().forEach(module -> module.steps().forEach(step -> tools.addAll(step.tools())));
        return List.copyOf(tools);
    }

    private static List<String> glued(ReportedDesign design) {
        List<String> found = new ArrayList<>();
        for (ModuleSteps module : design.steps()) {
            for (Step step : module.steps()) {
                step.text().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        Matcher glued = GLUED.matcher(text.getLiteral());
                        if (glued.find() && module.text() != null) {
                            String place = step.title().isEmpty() ? "" : ", " + step.title();
                            found.add(module.text().text() + place + ": " + glued.group());
                        }
                    }
                });
            }
        }
        return found.stream().distinct().toList();
    }
}
