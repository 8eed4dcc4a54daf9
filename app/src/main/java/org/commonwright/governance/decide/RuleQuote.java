package org.commonwright.governance.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.design.manifest.Commons;

/// What a rule says, word for word, and where.
///
/// @param line the first line, from 1; 0 where the file says nothing about it
/// @param text the lines that say it, joined by commas
public record RuleQuote(int line, String text) {
    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*decision\\s*].*");
    private static final Pattern INLINE = Pattern.compile("\\s*decision(\\.\\w+)?\\s*=.*");
    private static final Pattern PEOPLE = Pattern.compile("\\s*people\\s*=.*");
    private static final int LONGEST = 300;

    /// `commons.toml:17`, or the file alone.
    public String place() {
        return line == 0 ? Commons.PATH.text() : Commons.PATH.text() + ":" + line;
    }

    /// What the file says about how proposals are decided.
    static Optional<RuleQuote> decision(String commons) {
        List<String> lines = commons.lines().toList();
        var said = new ArrayList<String>();
        int first = 0;
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (TABLE.matcher(line).matches()) {
                inside = true;
            } else if (line.strip().startsWith("[")) {
                inside = false;
            } else if (inside && line.contains("=") && !line.strip().startsWith("#")
                    || INLINE.matcher(line).matches()) {
                first = first == 0 ? i + 1 : first;
                said.add(bare(line));
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(new RuleQuote(first, shortened(said)));
    }

    /// What the file says about who maintains something: the line that names these people.
    static Optional<RuleQuote> people(String commons, List<String> people) {
        List<String> lines = commons.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (PEOPLE.matcher(line).matches() && people.stream().allMatch(line::contains)) {
                return Optional.of(new RuleQuote(i + 1, shortened(List.of(bare(line)))));
            }
        }
        return Optional.empty();
    }

    private static String bare(String line) {
        return line.replaceFirst("\\s#[^\"]*$", "").replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String shortened(List<String> said) {
        String text = String.join(", ", said);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
