package org.commonwright.publish.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Paragraph;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Place;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.instructions.ModuleSteps;
import org.commonwright.publish.instructions.Step;
import org.commonwright.publish.page.MarkdownText;
import org.commonwright.publish.report.ReportedDesign.ReportedModule;

/// Joints that cannot be opened again without damage: glued, riveted, welded, as the instructions and the bills of materials name them.
final class Joints {
    private static final long LIMIT = 2 << 20;
    private static final Pattern FAST = Pattern.compile(
            "(?iU)\\b(glue[ds]?|gluing|super ?glued?|epoxy|cyanoacrylate|rivet(s|ed)?|weld(s|ed|ing)?|coll(e|es|ez|er|ée?s?)|époxy|rivet(er|ez|és?)|soud(er|ez|ée?s?))\\b");
    /// `Do not glue`, `without glue`.
    private static final Pattern DENIED = Pattern.compile(
            "(?iU)\\b(no|not|never|without|don['’]t|instead of|sans|pas|jamais|ni|au lieu de)\\s+(?:\\p{L}+\\s+){0,2}$");
    /// What is soldered in French is `soudé` too, and can be undone.
    private static final Pattern SOLDERED = Pattern.compile(
            "(?iU)\\b(fer à souder|étain|composants?|fils?|circuit|carte|broches?|connecteurs?|résistances?|condensateurs?|pcb)\\b");
    /// A tool or a file, not a joint.
    private static final Pattern TOOL = Pattern.compile("(?iU)^\\s*(gun|stick|pistolet)\\b");

    private Joints() {}

    static List<Evidence> of(ReportedDesign design) {
        List<Evidence> found = new ArrayList<>();
        for (ModuleSteps module : design.steps()) {
            RepoPath text = module.text();
            for (Step step : text == null ? List.<Step>of() : module.steps()) {
                step.text().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Paragraph paragraph) {
                        String said = MarkdownText.of(paragraph);
                        String word = word(said);
                        if (!word.isEmpty()) {
                            Place place = place(module.module().source().tree(), text, said);
                            found.add(new Evidence(place, (step.title().isEmpty() ? "" : step.title() + ": ") + word));
                        }
                    }
                });
            }
        }
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                String word = word(line.part() + " · " + line.description());
                if (!word.isEmpty() && line.kind() != LineKind.MODULE) {
                    found.add(module.of(line, Column.PART, line.part()));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /// What says that something is joined for good; empty when nothing does.
    static String word(String text) {
        Matcher fast = FAST.matcher(text);
        while (fast.find()) {
            boolean solder = fast.group().toLowerCase(Locale.ROOT).startsWith("soud")
                    && SOLDERED.matcher(text).find();
            boolean denied = DENIED.matcher(text.substring(0, fast.start())).find();
            if (!solder && !denied && !TOOL.matcher(text.substring(fast.end())).find()) {
                return fast.group();
            }
        }
        return "";
    }

    /// The line on which a paragraph begins.
    private static Place place(FileTree tree, RepoPath file, String paragraph) {
        String first = paragraph.lines().findFirst().orElse("").strip();
        String start = first.substring(0, Math.min(40, first.length()));
        List<String> lines = new String(tree.read(file, LIMIT), StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).replaceAll("[`*_\\[\\]]", "").contains(start.replaceAll("[`*_\\[\\]]", ""))) {
                return Place.line(file.text(), i + 1);
            }
        }
        return Place.file(file.text());
    }
}
