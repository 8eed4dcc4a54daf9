package org.commonwright.publish.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.PartKey;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.report.ReportedDesign.ReportedModule;

/// Parts that wear out or are kept in reserve, and how they are exchanged.
final class Spares {
    private static final long LIMIT = 2 << 20;
    private static final Pattern MARK = Pattern.compile(
            "(?iU)\\b(wear(ing)?( part)?|spares?|spare part|consumable|usure|rechange|consommable|pièce d[’']usure)\\b");
    private static final Pattern DENIED = Pattern.compile("(?iU)\\s*(no|non|0|false|faux|-|–|none|aucune?)\\s*");
    private static final Pattern REPAIR = Pattern.compile(
            "(.*/)?(repair|repairs|maintenance|service|troubleshooting|spares?|r[ée]paration|entretien|d[ée]pannage|maintenir)"
                    + "([-_.][^/]*)?\\.(md|txt|rst|adoc|pdf|html)");
    private static final Pattern NAMED = Pattern
            .compile("(.*/)?(spares?|spare[-_]parts|rechange|pieces[-_]de[-_]rechange)\\.[a-z]+");

    private Spares() {}

    /// The lines whose notes, or a column of their own, say so.
    static List<Evidence> marked(ReportedDesign design) {
        List<Evidence> found = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            module.lines().stream().filter(Spares::isMarked).forEach(line -> found.add(module.of(line)));
        }
        return found;
    }

    static List<Evidence> named(ReportedDesign design) {
        List<Evidence> found = new ArrayList<>(marked(design));
        found.addAll(design.files(name -> NAMED.matcher(name).matches()));
        return found;
    }

    static List<Evidence> repair(ReportedDesign design) {
        return design.files(name -> REPAIR.matcher(name).matches());
    }

    /// The parts that wear out and that no text about repair mentions.
    static List<Evidence> unexplained(ReportedDesign design) {
        String texts = texts(design);
        List<Evidence> found = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            for (BomLine line : module.lines()) {
                if (isMarked(line) && !texts.contains(PartKey.normalise(line.part()))) {
                    found.add(module.of(line, Column.PART, line.part()));
                }
            }
        }
        return found;
    }

    private static String texts(ReportedDesign design) {
        var all = new StringBuilder();
        for (ReportedModule module : design.modules()) {
            for (var file : module.module().files()) {
                String name = file.path().text().toLowerCase(Locale.ROOT);
                if (REPAIR.matcher(name).matches() && name.matches(".*\\.(md|txt|rst|adoc|html)")) {
                    all.append(text(module, file.path())).append('\n');
                }
            }
        }
        return PartKey.normalise(all.toString());
    }

    private static String text(ReportedModule module, RepoPath file) {
        try {
            return new String(module.module().source().tree().read(file, LIMIT), StandardCharsets.UTF_8);
        } catch (Fault _) {
            // Too large to be a text that people read: it explains nothing.
            return "";
        }
    }

    static boolean isMarked(BomLine line) {
        return MARK.matcher(line.notes()).find() || line.attributes().entrySet().stream()
                .anyMatch(a -> MARK.matcher(a.getKey()).find() && !DENIED.matcher(a.getValue()).matches());
    }
}
