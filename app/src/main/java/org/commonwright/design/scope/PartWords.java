package org.commonwright.design.scope;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonwright.bom.Singular;

/// What a part's name says, however it is spelled: `Screw, M3 x 10 mm` and `M3×10 screws` are the same words. Numbers, values,
/// signs and materials stay what they are: `10k` is not `12k`, `-5V` not `5V`, `1 to 2` not `2 to 1`.
final class PartWords {
    private static final Pattern TIMES = Pattern.compile("(?<=[\\d.])\\s*[x×✕*]\\s*(?=\\d)");
    private static final Pattern COMMA = Pattern.compile("(?<=\\d),(?=\\d)");
    private static final Pattern UNIT = Pattern
            .compile("(?<=\\d)\\s+(?=(?:mm|cm|m|v|mv|a|ma|w|g|kg|pf|nf|uf|µf|μf|hz|khz|mhz|ohm|ω)(?![\\p{L}\\d]))");
    private static final Pattern PLAIN_MM = Pattern.compile("(?<=\\dx)(\\d+(?:\\.\\d+)?)mm(?![\\p{L}\\d])");
    private static final Pattern BETWEEN = Pattern.compile("[\\s_()\\[\\]{},;:\"']+|(?<=\\p{L})[-/](?=\\p{L})|\\s-\\s");

    private PartWords() {}

    /// The words in an order of their own; bare numbers, where there are several, in the order of the name besides.
    static String of(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = COMMA.matcher(TIMES.matcher(text).replaceAll("x")).replaceAll(".");
        text = PLAIN_MM.matcher(UNIT.matcher(text).replaceAll("")).replaceAll("$1");
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        BETWEEN.splitAsStream(text).filter(word -> !word.isBlank()).forEach(word -> {
            boolean bare = word.chars().noneMatch(Character::isLetter);
            if (bare) {
                numbers.add(word);
            }
            words.add(word.chars().allMatch(Character::isLetter) && word.length() > 3 ? Singular.of(word) : word);
        });
        words.sort(null);
        return String.join(" ", words) + (numbers.size() > 1 ? "|" + String.join(" ", numbers) : "");
    }
}
