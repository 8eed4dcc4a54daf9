package org.commonwright.machine.mill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonwright.i18n.Messages;

/// The modes that GRBL's parser keeps from line to line, as `$G` lists them: `[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]`.
public record ParserState(List<String> words) {
    private static final Pattern WORD = Pattern.compile("[A-Z]-?[0-9]{1,7}(\\.[0-9]{1,4})?");
    private static final List<String> EXPLAINED = List.of("G0", "G1", "G2", "G3", "G38.2", "G38.3", "G38.4", "G38.5",
            "G80", "G17", "G18", "G19", "G20", "G21", "G90", "G91", "G93", "G94", "G95", "M0", "M1", "M2", "M30", "M3",
            "M4", "M5", "M7", "M8", "M9", "G7", "G8", "G43.1", "G49", "G50", "G51", "G40", "G91.1", "G61", "G98",
            "G99", "G96", "G97", "M56", "M50", "M51", "M53", "M48", "M49");

    /// Modes that nothing is known of: as after a reset.
    public static final ParserState RESET = new ParserState(
            List.of("G0", "G54", "G17", "G21", "G90", "G94", "M5", "M9", "T0", "F0", "S0"));

    public ParserState {
        words = List.copyOf(words);
    }

    /// @param lines the answer to `$G`
    static ParserState of(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("[GC:") && line.endsWith("]")).findFirst()
                .map(line -> new ParserState(List.of(line.substring(4, line.length() - 1).strip().split(" +")).stream()
                        .filter(word -> WORD.matcher(word).matches()).toList()))
                .orElse(RESET);
    }

    /// The active coordinate system.
    public String system() {
        return words.stream().filter(word -> word.matches("G5[4-9](\\.[1-9])?")).findFirst().orElse("G54");
    }

    public boolean isInches() {
        return words.contains("G20");
    }

    public boolean isRelative() {
        return words.contains("G91");
    }

    /// The words that have a sentence of their own: `g0`, `g38-2`.
    public static Set<String> explained() {
        return EXPLAINED.stream().map(ParserState::end).collect(Collectors.toSet());
    }

    private static String end(String word) {
        return word.toLowerCase(Locale.ROOT).replace('.', '-');
    }

    /// What a word means; empty for one that nothing is known of.
    public static Optional<Messages.Key> meaning(String word) {
        if (EXPLAINED.contains(word)) {
            return Optional.of(Messages.Key.of("grbl.word-" + end(word)));
        }
        if (word.matches("G5[4-9](\\.[1-9])?")) {
            return Optional.of(Messages.Key.of("grbl.word-system", word));
        }
        String value = word.substring(1);
        return switch (word.charAt(0)) {
            case 'T' -> Optional.of(Messages.Key.of("grbl.word-t", value));
            case 'F' -> Optional.of(Messages.Key.of("grbl.word-f", value));
            case 'S' -> Optional.of(Messages.Key.of("grbl.word-s", value));
            default -> Optional.empty();
        };
    }
}
