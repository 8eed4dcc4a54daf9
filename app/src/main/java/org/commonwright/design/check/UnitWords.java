package org.commonwright.design.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.Unit;

/// Units as they are misspelt.
final class UnitWords {
    private static final Map<String, Unit> KNOWN = Map.ofEntries(Map.entry("mtr", Unit.METRE),
            Map.entry("mtrs", Unit.METRE), Map.entry("mts", Unit.METRE), Map.entry("stück", Unit.PIECE),
            Map.entry("stueck", Unit.PIECE), Map.entry("nos", Unit.PIECE), Map.entry("pieza", Unit.PIECE),
            Map.entry("piezas", Unit.PIECE), Map.entry("pzs", Unit.PIECE), Map.entry("grms", Unit.GRAM),
            Map.entry("gramm", Unit.GRAM), Map.entry("kgs", Unit.KILOGRAM), Map.entry("kilos", Unit.KILOGRAM),
            Map.entry("mms", Unit.MILLIMETRE), Map.entry("cms", Unit.CENTIMETRE), Map.entry("ltr", Unit.LITRE),
            Map.entry("hrs", Unit.HOUR), Map.entry("mins", Unit.MINUTE));
    private static final List<String> WORDS = List.of("piece", "pieces", "pièce", "pièces", "each", "metre", "metres",
            "meter", "meters", "mètre", "mètres", "millimetre", "millimetres", "millimeter", "millimètre", "centimetre",
            "centimeter", "centimètre", "inches", "kilogram", "kilogramme", "gram", "grams", "gramme", "grammes",
            "litre",
            "litres", "liter", "liters", "millilitre", "hour", "hours", "heure", "heures", "minute", "minutes");

    private UnitWords() {}

    /// A spelling that means one unit and nothing else: with a dot behind it, or one of the well-known slips.
    static Optional<Unit> known(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<!\\.)\\.++$", "");
        return word.isEmpty() ? Optional.empty() : Unit.parse(word).or(() -> Optional.ofNullable(KNOWN.get(word)));
    }

    /// The unit that differs by a letter or two from what is written.
    static Optional<Unit> near(String written) {
        List<Unit> units = WORDS.stream().filter(word -> Names.isNear(word, Names.plain(written)))
                .flatMap(word -> Unit.parse(word).stream()).distinct().toList();
        return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
    }
}
