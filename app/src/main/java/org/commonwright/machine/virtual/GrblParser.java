package org.commonwright.machine.virtual;

import java.util.Set;
import org.commonwright.machine.protocol.Words;

/// Sorts a line's words into groups and refuses what GRBL 1.1 refuses, by its numbers.
final class GrblParser {
    private static final Set<Double> MOTIONS = Set.of(0.0, 1.0, 2.0, 3.0, 38.2, 38.3, 38.4, 38.5, 80.0);
    private static final Set<Double> NON_MODAL = Set.of(4.0, 10.0, 28.0, 28.1, 30.0, 30.1, 53.0, 92.0, 92.1);

    private GrblParser() {}

    /// The line without comments and blanks, in capitals.
    static String strip(String raw) {
        var text = new StringBuilder();
        boolean comment = false;
        for (char c : raw.toCharArray()) {
            if (c == ';') {
                break;
            }
            comment = comment ? c != ')' : c == '(';
            if (!comment && c > ' ' && c != ')' && c != '/') {
                text.append(Character.toUpperCase(c));
            }
        }
        return text.toString();
    }

    static GrblCommand parse(String line) throws Refusal {
        var command = new GrblCommand();
        var words = new Words(line);
        while (words.next()) {
            switch (words.letter()) {
                case 'G' -> general(command, Math.round(words.value() * 10) / 10.0);
                case 'M' -> miscellaneous(command, words.value());
                default -> value(command, words.letter(), words.value());
            }
        }
        if (words.malformed()) {
            throw new Refusal(Character.isLetter(words.letter()) ? 2 : 1);
        }
        return command;
    }

    private static void general(GrblCommand c, double g) throws Refusal {
        if (MOTIONS.contains(g)) {
            once(Double.isNaN(c.motion));
            c.motion = g;
        } else if (NON_MODAL.contains(g)) {
            once(Double.isNaN(c.nonModal));
            c.nonModal = g;
        } else if (g == 17 || g == 18 || g == 19) {
            once(c.plane == 0);
            c.plane = (int) g;
        } else if (g == 90 || g == 91) {
            once(c.distance == 0);
            c.distance = (int) g;
        } else if (g == 93 || g == 94) {
            once(c.feedMode == 0);
            c.feedMode = (int) g;
        } else if (g == 20 || g == 21) {
            once(c.units == 0);
            c.units = (int) g;
        } else if (g >= 54 && g <= 59 && g == Math.rint(g)) {
            once(c.system == 0);
            c.system = (int) g;
        } else if (g > 59 && g < 60) {
            throw new Refusal(29);
        } else if (g == 43.1 || g == 49) {
            once(c.toolLength == 0);
            c.toolLength = g;
        } else if (g != 40 && g != 61 && g != 91.1) {
            throw new Refusal(g == Math.rint(g) ? 20 : 23);
        }
    }

    private static void miscellaneous(GrblCommand c, double m) throws Refusal {
        if (m != Math.rint(m)) {
            throw new Refusal(23);
        }
        switch ((int) m) {
            case 0, 1, 2, 30 -> {
                once(c.program < 0);
                c.program = (int) m;
            }
            case 3, 4, 5 -> {
                once(c.spindle == 0);
                c.spindle = (int) m;
            }
            case 7, 8, 9 -> {
                once(c.coolant == 0);
                c.coolant = (int) m;
            }
            default -> throw new Refusal(20);
        }
    }

    private static void value(GrblCommand c, char letter, double value) throws Refusal {
        if ("FIJKLNPRSTXYZ".indexOf(letter) < 0) {
            throw new Refusal(20);
        }
        if (c.has(letter)) {
            throw new Refusal(25);
        }
        if ("FNPST".indexOf(letter) >= 0 && value < 0) {
            throw new Refusal(4);
        }
        c.set(letter, value);
    }

    private static void once(boolean first) throws Refusal {
        if (!first) {
            throw new Refusal(21);
        }
    }
}
