package org.commonwright.machine.mill;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.i18n.Messages;

/// What the letters of `[OPT:…]` say about how a firmware was built. Small letters and capitals are the same.
public final class BuildOption {
    private static final Map<String, String> SIGNS = Map.of("*", "star", "$", "dollar", "#", "hash", "+", "plus");
    private static final Set<String> KNOWN = Set.of("V", "N", "M", "C", "P", "Z", "H", "T", "A", "D", "0", "S", "R",
            "+",
            "*", "$", "#", "I", "E", "W", "L", "2");

    private BuildOption() {}

    /// @param letter as the machine says it
    public static Optional<Messages.Key> meaning(String letter) {
        return KNOWN.contains(letter)
                ? Optional.of(
                        Messages.Key.of("grbl.option-" + SIGNS.getOrDefault(letter, letter).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// The ends of the keys of their sentences.
    public static Set<String> names() {
        return KNOWN.stream().map(letter -> SIGNS.getOrDefault(letter, letter).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
