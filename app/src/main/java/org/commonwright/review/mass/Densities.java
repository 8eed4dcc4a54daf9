package org.commonwright.review.mass;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// What usual materials weigh, by the words by which people call them. Typical values of makers' data sheets and of engineering
/// tables, good to a few per cent; a printed part is lighter by what its infill leaves out.
public final class Densities {
    /// @param words any of these, as whole words
    /// @param density g/cm³
    private record Known(Pattern words, double density) {
        static Known of(double density, String words) {
            return new Known(Pattern.compile("(?<![\\p{L}\\p{N}])(" + words + ")(?![\\p{L}\\p{N}])"), density);
        }
    }

    private static final List<Known> KNOWN = List.of(Known.of(1.24, "pla\\+?"), Known.of(1.27, "petg|pet"),
            Known.of(1.04, "abs"), Known.of(1.07, "asa"), Known.of(1.21, "tpu|tpe"), Known.of(1.20, "pc|polycarbonate"),
            Known.of(1.14, "nylon|pa6|pa|polyamide"), Known.of(1.01, "pa12|pa11"), Known.of(0.90, "pp|polypropylene"),
            Known.of(1.04, "hips"), Known.of(1.41, "pom|delrin|acetal"), Known.of(0.95, "hdpe|pehd"),
            Known.of(1.19, "pmma|acrylic|acrylique|plexiglas|plexiglass"), Known.of(2.20, "ptfe|teflon"),
            Known.of(2.70, "alumini?um|alu|6061|6060|6082|5083"), Known.of(7.85, "steel|acier|s235|s355|mild steel"),
            Known.of(7.95, "stainless steel|stainless|inox|acier inoxydable|304|316l?|a2|a4"),
            Known.of(8.50, "brass|laiton"), Known.of(8.96, "copper|cuivre"), Known.of(8.80, "bronze"),
            Known.of(4.43, "titanium|titane"), Known.of(0.68, "plywood|contreplaqué|multiplex"),
            Known.of(0.75, "mdf"), Known.of(0.72, "oak|chêne"), Known.of(0.72, "beech|hêtre"),
            Known.of(0.50, "pine|spruce|pin|épicéa"), Known.of(2.50, "glass|verre"));

    private Densities() {}

    /// @return g/cm³; empty when the material is not known, or says that it is mixed (carbon, glass or metal filled)
    public static OptionalDouble of(String material) {
        String words = material.toLowerCase(Locale.ROOT);
        if (words.matches(".*(carbon|fib(er|re)|filled|chargé|[-+ ](cf|gf)\\d*\\b).*")) {
            return OptionalDouble.empty();
        }
        return KNOWN.stream().filter(known -> known.words().matcher(words).find())
                .max(Comparator.comparingInt(known -> length(known, words)))
                .map(known -> OptionalDouble.of(known.density())).orElse(OptionalDouble.empty());
    }

    /// The longest name that is found says most: stainless steel is not just steel.
    private static int length(Known known, String words) {
        return known.words().matcher(words).results().mapToInt(found -> found.group().length()).max().orElse(0);
    }
}
