package org.commonwright.design.kicad;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.model.RepoPath;

/// A sheet of KiCad 4 or 5. (KiCad documentation, "Legacy schematic file format": `$Comp`, `L`, `AR`, `F 0` reference, `F 1` value,
/// `F 2` footprint.) It knows neither what is not fitted nor what stays out of the bill.
final class KicadLegacy {
    private static final Pattern FIELD = Pattern
            .compile("F (\\d{1,4}) \"((?:[^\"\\\\]|\\\\.)*+)\"(?:.*? \"([^\"]*)\")?.*");
    private static final int OWN_FIELDS = 4;
    private static final Pattern UNIT = Pattern.compile("U (\\d{1,4}) .*");
    private static final Pattern USE = Pattern.compile("AR Path=\"([^\"]*)/[^\"/]*\" Ref=\"([^\"]*)\".*");

    private KicadLegacy() {}

    static boolean isOne(String text) {
        return text.startsWith("EESchema Schematic File Version");
    }

    /// The places for components on all sheets.
    ///
    /// @param texts of the sheets
    /// @param roots the sheets that the others are below; when none is there, every reference that was ever given counts
    static void places(Map<RepoPath, String> texts, Collection<RepoPath> roots, Consumer<KicadPlace> found) {
        Map<RepoPath, Set<String>> paths = LegacyPaths.of(texts, roots);
        texts.forEach((file, text) -> places(file, text, paths.getOrDefault(file, Set.of()), found));
    }

    private static void places(RepoPath file, String text, Set<String> paths, Consumer<KicadPlace> found) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("$Comp")) {
                int begin = i;
                while (i < lines.size() && !lines.get(i).equals("$EndComp")) {
                    i++;
                }
                component(file, begin + 1, lines.subList(begin, i), paths, found);
            }
        }
    }

    private static void component(RepoPath file, int line, List<String> rows, Set<String> paths,
            Consumer<KicadPlace> found) {
        List<String> uses = new ArrayList<>();
        String[] fields = {"", "", ""};
        int unit = 1;
        SequencedMap<String, String> more = new LinkedHashMap<>();
        for (String row : rows) {
            Matcher use = USE.matcher(row);
            Matcher field = FIELD.matcher(row);
            Matcher units = UNIT.matcher(row);
            if (units.matches()) {
                unit = Integer.parseInt(units.group(1));
            } else if (use.matches()) {
                if (paths.isEmpty() || paths.contains(use.group(1))) {
                    uses.add(use.group(2));
                }
            } else if (field.matches()) {
                int number = Integer.parseInt(field.group(1));
                if (number < fields.length) {
                    fields[number] = field.group(2);
                } else if (number >= OWN_FIELDS && field.group(3) != null && !field.group(2).isBlank()) {
                    more.putIfAbsent(field.group(3), field.group(2));
                }
            }
        }
        for (String reference : uses.isEmpty() ? List.of(fields[0]) : uses) {
            found.accept(new KicadPlace(reference, unit, fields[1], fields[2], true, true, file, line, more));
        }
    }
}
