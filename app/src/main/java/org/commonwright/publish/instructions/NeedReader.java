package org.commonwright.publish.instructions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.model.Unit;
import org.commonwright.publish.page.MarkdownText;
import org.jspecify.annotations.Nullable;

/// Finds the parts that a paragraph names. Three ways to write one are understood: a name of the bill of materials as code with
/// its number before it (`` 4 `screw-m3x8` ``, `` four `screw-m3x8` ``) or a length behind it (`` `belt` (1.75 m) ``), the same
/// without code in a list by commas, the name of the list (`` all of `bom.csv` ``), and GitBuilding's `[screw-m3x8]{qty: 4}`.
final class NeedReader {
    private static final Pattern LIST = Pattern.compile("(?i).*\\.(csv|tsv|xlsx?|ods|xml)");
    private static final Pattern FILE = Pattern
            .compile("(?i).*/.*|.*\\.(stl|step|gcode|nc|hex|scad|md|pdf|png|ino|toml)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*[x×]?\\s*$");
    private static final Pattern WORD = Pattern.compile("(\\p{L}+)\\s+$");
    private static final Pattern AMOUNT = Pattern.compile("^\\s*\\((\\d{1,9}(?:[.,]\\d{1,6})?)\\s*\\p{L}{1,3}²?\\)");
    private static final Pattern MARKED = Pattern
            .compile("\\[([^\\]\\[]{1,200})](?:\\([^)]{0,300}\\))?\\{([^}]{1,200})}");
    private static final Pattern QUANTITY = Pattern.compile("(?i)qty\\s*[:=]\\s*[\"']?(\\d{1,9}(?:[.,]\\d{1,6})?)");
    private static final Pattern TOOL = Pattern.compile("(?i)cat\\s*[:=]\\s*[\"']?tool");
    private static final Pattern LISTED = Pattern.compile("^(?:(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*[x×]?\\s+)?(.{1,200})$");
    /// `one wheel`
    private static final Pattern WORDED = Pattern.compile("(\\p{L}{1,12})\\s+(\\S.{0,199})");
    private static final List<List<String>> WORDS = List.of(List.of("a", "an", "one", "un", "une"),
            List.of("two", "both", "deux"),
            List.of("three", "trois"), List.of("four", "quatre"), List.of("five", "cinq"), List.of("six"),
            List.of("seven", "sept"), List.of("eight", "huit"), List.of("nine", "neuf"), List.of("ten", "dix"),
            List.of("eleven", "onze"), List.of("twelve", "douze"));

    private final Map<String, BomLine> byName = new HashMap<>();
    private final List<BomLine> lines;

    NeedReader(List<BomLine> lines) {
        this.lines = lines;
        for (BomLine line : lines) {
            byName.putIfAbsent(PartKey.normalise(line.part()), line);
            if (!line.mpn().isEmpty()) {
                byName.putIfAbsent(PartKey.normalise(line.mpn()), line);
            }
        }
    }

    /// What was found in one paragraph.
    record Found(List<Need> needs, List<String> tools) {}

    /// @param list whether the paragraph is a list of needs, so that what it names in code and is not in the bill counts too
    Found read(Node paragraph, boolean list) {
        List<Need> needs = new ArrayList<>();
        List<String> tools = new ArrayList<>();
        for (Node at = paragraph.getFirstChild(); at != null; at = at.getNext()) {
            if (at instanceof Code code) {
                BomLine line = byName.get(PartKey.normalise(code.getLiteral()));
                if (list && line == null && LIST.matcher(code.getLiteral()).matches()) {
                    lines.forEach(one -> needs.add(new Need(one.part(), number(one), one)));
                } else if (line != null || list && !FILE.matcher(code.getLiteral()).matches()) {
                    needs.add(new Need(code.getLiteral(), orOne(count(at, line), list ? line : null), line));
                }
            }
        }
        marked(MarkdownText.of(paragraph), needs, tools);
        if (list) {
            uncoded(paragraph, needs);
        }
        return new Found(needs, tools);
    }

    private void marked(String text, List<Need> needs, List<String> tools) {
        Matcher mark = MARKED.matcher(text);
        while (mark.find()) {
            String name = mark.group(1).strip();
            if (TOOL.matcher(mark.group(2)).find()) {
                tools.add(name);
            } else {
                Matcher quantity = QUANTITY.matcher(mark.group(2));
                needs.add(new Need(name, quantity.find() ? number(quantity.group(1)) : null,
                        byName.get(PartKey.normalise(name))));
            }
        }
    }

    /// The items by commas that are exactly a name of the bill, perhaps with a number before it.
    private void uncoded(Node paragraph, List<Need> needs) {
        var plain = new StringBuilder();
        for (Node at = paragraph.getFirstChild(); at != null; at = at.getNext()) {
            plain.append(at instanceof Text text ? text.getLiteral() : at instanceof Code ? "\u0000" : " ");
        }
        String after = plain.substring(plain.indexOf(":") + 1);
        for (String item : after.split("[,;.]\\s|[,;.]$")) {
            Matcher listed = LISTED.matcher(item.strip());
            if (listed.matches()) {
                BomLine line = byName.get(PartKey.normalise(listed.group(2)));
                Matcher worded = WORDED.matcher(item.strip());
                if (line != null) {
                    BigDecimal count = listed.group(1) == null ? null : number(listed.group(1));
                    needs.add(new Need(listed.group(2), orOne(count, line), line));
                } else if (worded.matches()) {
                    BomLine named = byName.get(PartKey.normalise(worded.group(2)));
                    byWord(worded.group(1)).filter(_ -> named != null)
                            .ifPresent(count -> needs.add(new Need(worded.group(2), count, named)));
                }
            }
        }
    }

    /// In a list, a thing that is counted in pieces and has no number is one.
    private static @Nullable BigDecimal orOne(@Nullable BigDecimal count, @Nullable BomLine line) {
        boolean one = count == null && line != null && line.quantity() != null && line.quantity().unit() == Unit.PIECE;
        return one ? BigDecimal.ONE : count;
    }

    private static @Nullable BigDecimal number(BomLine line) {
        return line.quantity() == null ? null : line.quantity().number();
    }

    private static @Nullable BigDecimal count(Node code, @Nullable BomLine line) {
        if (code.getNext() instanceof Text after) {
            Matcher amount = AMOUNT.matcher(after.getLiteral());
            if (amount.find()) {
                return number(amount.group(1));
            }
        }
        if (!(code.getPrevious() instanceof Text before)) {
            return null;
        }
        Matcher number = NUMBER.matcher(before.getLiteral());
        if (number.find()) {
            return number(number.group(1));
        }
        Matcher word = WORD.matcher(before.getLiteral());
        return word.find() ? byWord(word.group(1)).orElse(null) : null;
    }

    private static Optional<BigDecimal> byWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < WORDS.size(); i++) {
            if (WORDS.get(i).contains(lower)) {
                return Optional.of(BigDecimal.valueOf(i + 1));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
