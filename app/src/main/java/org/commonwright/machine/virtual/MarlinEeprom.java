package org.commonwright.machine.virtual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.commonwright.machine.protocol.Words;

/// The settings that Marlin lists (`M503`), keeps (`M500`), loads (`M501`) and forgets (`M502`).
final class MarlinEeprom {
    private static final Map<Integer, String> NAMES = new TreeMap<>(Map.of(92, "Steps per unit", 203,
            "Max feedrates (units/s)", 201, "Max Acceleration (units/s2)", 204, "Acceleration (units/s2)", 205,
            "Advanced", 206, "Home offset", 301, "Hotend PID", 420, "Auto Bed Leveling"));

    private final SequencedMap<String, Double> now = new LinkedHashMap<>(factory());
    private final SequencedMap<String, Double> kept = new LinkedHashMap<>(factory());

    private static SequencedMap<String, Double> factory() {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        String words = "92X80 92Y80 92Z400 92E93 203X500 203Y500 203Z10 203E50 201X1000 201Y1000 201Z100 201E5000 "
                + "204P1000 204R1000 204T1000 205J0.02 206X0 206Y0 206Z0 301P21 301I1.5 301D80 420S0";
        for (String word : words.split(" ")) {
            int letter = 0;
            while (Character.isDigit(word.charAt(letter))) {
                letter++;
            }
            values.put(word.substring(0, letter + 1), Double.parseDouble(word.substring(letter + 1)));
        }
        return values;
    }

    /// As a firmware has them that was built with `CLASSIC_JERK`: no junction deviation, but by how much each axis may change its
    /// speed at once, mm/s (`DEFAULT_XJERK` and its siblings).
    MarlinEeprom classicJerk() {
        for (Map<String, Double> values : List.of(now, kept)) {
            values.remove("205J");
            values.putAll(Map.of("205X", 10.0, "205Y", 10.0, "205Z", 0.3, "205E", 5.0));
        }
        return this;
    }

    /// A setting by its command and letter: `203X`.
    double value(String word) {
        return now.getOrDefault(word, 0.0);
    }

    boolean has(String word) {
        return now.containsKey(word);
    }

    /// @return whether the command is one of these
    boolean execute(int code, String text, Consumer<String> say) {
        switch (code) {
            case 500 -> {
                kept.putAll(now);
                say.accept("echo:Settings Stored (688 bytes; crc 4711)");
            }
            case 501 -> now.putAll(kept);
            case 502 -> now.putAll(factory());
            case 503 -> list(say);
            default -> {
                if (!NAMES.containsKey(code)) {
                    return false;
                }
                var words = new Words(text.replace(" ", ""));
                while (words.next()) {
                    now.replace(code + "" + words.letter(), words.value());
                }
            }
        }
        return true;
    }

    private void list(Consumer<String> say) {
        say.accept("echo:; Linear Units:");
        say.accept("echo:  G21 ; (mm)");
        for (int code : new int[]{92, 203, 201, 204, 205, 206, 420, 301}) {
            say.accept("echo:; " + NAMES.get(code) + ":");
            var line = new StringBuilder("echo:  M" + code);
            now.forEach((word, value) -> {
                if (word.startsWith(String.valueOf(code)) && word.length() == String.valueOf(code).length() + 1) {
                    line.append(' ').append(word.charAt(word.length() - 1))
                            .append(String.format(Locale.ROOT, "%.2f", value));
                }
            });
            say.accept(line.toString());
        }
    }
}
