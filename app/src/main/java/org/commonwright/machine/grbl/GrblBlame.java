package org.commonwright.machine.grbl;

import java.util.List;
import java.util.Set;
import org.commonwright.machine.protocol.Words;

/// Whether a line can be what GRBL says it refuses. Where it cannot, something else arrived: a byte was changed or lost on the
/// cable. Only what the line itself shows is judged; an error that depends on what came before (a feed that was never set) may
/// always be the line's. (GRBL 1.1, `gcode.c`: what each error is raised for.)
final class GrblBlame {
    private static final int NO_LETTER = 1;
    private static final int NO_NUMBER = 2;
    private static final int NO_STATEMENT = 3;
    private static final int NEGATIVE = 4;
    private static final int TOO_LONG = 11;
    private static final int UNSUPPORTED = 20;
    private static final int SAME_GROUP = 21;
    private static final int NOT_WHOLE = 23;
    private static final int TWICE = 25;
    /// In tenths, what GRBL 1.1 and all of its relatives take.
    private static final Set<Integer> G = Set.of(0, 10, 20, 30, 40, 100, 170, 180, 190, 200, 210, 280, 281, 300, 301,
            382,
            383, 384, 385, 400, 431, 490, 530, 540, 550, 560, 570, 580, 590, 610, 800, 900, 910, 911, 920, 921, 930,
            940);
    private static final Set<Integer> M = Set.of(0, 20, 30, 40, 50, 80, 90, 300);
    private static final String LETTERS = "FGIJKLMNPRSTXYZ";
    private static final List<Set<Integer>> G_GROUPS = List.of(
            Set.of(0, 10, 20, 30, 382, 383, 384, 385, 800), Set.of(170, 180, 190), Set.of(900, 910), Set.of(930, 940),
            Set.of(200, 210), Set.of(540, 550, 560, 570, 580, 590), Set.of(431, 490),
            Set.of(40, 100, 280, 281, 300, 301, 530, 920, 921));
    private static final List<Set<Integer>> M_GROUPS = List.of(Set.of(0, 20, 300), Set.of(30, 40, 50),
            Set.of(70, 80, 90));

    private final String line;
    private boolean malformed;
    private boolean negative;
    private boolean unsupported;
    private boolean fraction;
    private boolean sameGroup;
    private boolean twice;

    private GrblBlame(String line) {
        this.line = line;
        var words = new Words(line);
        var letters = new StringBuilder();
        int[] groups = new int[G_GROUPS.size() + M_GROUPS.size()];
        while (words.next()) {
            int tenths = (int) Math.round(words.value() * 10);
            negative |= words.value() < 0;
            switch (words.letter()) {
                case 'G' -> {
                    unsupported |= !G.contains(tenths);
                    fraction |= tenths % 10 != 0;
                    count(G_GROUPS, tenths, groups, 0);
                }
                case 'M' -> {
                    unsupported |= !M.contains(tenths);
                    fraction |= tenths % 10 != 0;
                    count(M_GROUPS, tenths, groups, G_GROUPS.size());
                }
                default -> {
                    unsupported |= LETTERS.indexOf(words.letter()) < 0;
                    twice |= letters.indexOf(String.valueOf(words.letter())) >= 0;
                    letters.append(words.letter());
                }
            }
        }
        malformed = words.malformed();
        for (int group : groups) {
            sameGroup |= group > 1;
        }
    }

    private static void count(List<Set<Integer>> known, int tenths, int[] groups, int from) {
        for (int i = 0; i < known.size(); i++) {
            groups[from + i] += known.get(i).contains(tenths) ? 1 : 0;
        }
    }

    /// @param line as it was sent
    /// @param longest what the firmware takes, the line's end included
    /// @return false when the line that was sent cannot have been refused for this
    static boolean canBe(String line, int code, int longest) {
        var blame = new GrblBlame(line);
        return switch (code) {
            case NO_LETTER, NO_NUMBER -> blame.malformed || line.startsWith("$");
            case NO_STATEMENT -> line.startsWith("$");
            case NEGATIVE -> blame.negative;
            case TOO_LONG -> line.length() + 1 >= longest;
            case UNSUPPORTED -> blame.unsupported || blame.malformed || blame.line.isEmpty();
            case SAME_GROUP -> blame.sameGroup;
            case NOT_WHOLE -> blame.fraction;
            case TWICE -> blame.twice;
            default -> true;
        };
    }
}
