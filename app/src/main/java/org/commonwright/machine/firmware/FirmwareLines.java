package org.commonwright.machine.firmware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a firmware says about its settings: GRBL's `$110=500.000` (`$$`, `$N`), Marlin's `echo: M92 X80.00 Y80.00`
/// (`M503`), whose lines are commands themselves. Remarks and whatever else comes in between say nothing.
final class FirmwareLines {
    static final Pattern GRBL = Pattern.compile("(\\$(?:[0-9]{1,4}|N[0-9]))=([ -~]{0,80})");
    private static final Pattern NAMED = Pattern
            .compile("\\[SETTING:([0-9]{1,4})\\|[0-9]{0,4}\\|([^|\\]]{1,80})\\|([^|\\]]{0,40})\\|.*\\]");
    private static final Pattern MARLIN = Pattern
            .compile("(?:echo: *)?([GM][0-9]{1,4}) +([A-Z][^;]{0,200}?) *(?:;.*)?");
    private static final Pattern WORD = Pattern.compile("([A-Z])([-+]?[0-9.]{1,20}|\"[^\"]{0,60}\")?");

    private FirmwareLines() {}

    static List<FirmwareSetting> grbl(List<String> lines) {
        List<FirmwareSetting> settings = new ArrayList<>();
        for (String line : lines) {
            Matcher m = GRBL.matcher(line);
            if (m.matches()) {
                // grblHAL and older GRBL say what it means in brackets behind it.
                settings.add(new FirmwareSetting(m.group(1), m.group(2).replaceFirst(" +\\(.*\\)$", "").strip()));
            }
        }
        return settings;
    }

    /// `[SETTING:28|8|G73 retract distance|mm|6|…]`: number, group, name, unit, and what values it takes. (grblHAL, "Report
    /// extensions".)
    static Map<String, String> names(List<String> lines) {
        Map<String, String> names = new HashMap<>();
        for (String line : lines) {
            Matcher m = NAMED.matcher(line);
            if (m.matches()) {
                String unit = m.group(3).strip();
                names.put("$" + m.group(1), m.group(2).strip() + (unit.isEmpty() ? "" : ", " + unit));
            }
        }
        return names;
    }

    private record Said(String code, List<String> words) {}

    static List<FirmwareSetting> marlin(List<String> lines) {
        List<Said> said = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (String line : lines) {
            Matcher m = MARLIN.matcher(line.strip());
            if (m.matches()) {
                List<String> words = words(m.group(2));
                if (!words.isEmpty()) {
                    said.add(new Said(m.group(1), words));
                    times.merge(m.group(1), 1, Integer::sum);
                }
            }
        }
        List<FirmwareSetting> settings = new ArrayList<>();
        for (Said one : said) {
            // Of several lines with one command (materials, tools) the first word tells which it is for.
            boolean several = times.getOrDefault(one.code, 0) > 1 && one.words.size() > 1;
            String before = several ? one.code + " " + one.words.getFirst() + " " : one.code + " ";
            for (String word : several ? one.words.subList(1, one.words.size()) : one.words) {
                settings.add(new FirmwareSetting(before + word.charAt(0), word.substring(1)));
            }
        }
        return settings;
    }

    /// @return none when anything in it is no word: then it is a sentence
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : text.strip().split(" +")) {
            if (!WORD.matcher(part).matches()) {
                return List.of();
            }
            words.add(part);
        }
        return words;
    }
}
