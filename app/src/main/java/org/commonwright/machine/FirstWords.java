package org.commonwright.machine;

import org.commonwright.error.Fault;

/// What came from a port on which no firmware was found, so that a person is told what is there instead.
final class FirstWords {
    private static final int LONGEST = 80;
    /// Of a hundred characters that are no text, more than so many are noise or a wrong speed.
    private static final int NOISE = 20;

    private String first = "";
    private long characters;
    private long odd;
    private boolean onlyEchoes = true;

    void heard(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return;
        }
        characters += text.length();
        odd += text.chars().filter(c -> c < ' ' && c != '\t' && c != 0x1B || c == '\uFFFD').count();
        boolean echo = text.replace("?", "").replace("M115", "").isBlank();
        if (!echo && (onlyEchoes || first.isEmpty())) {
            first = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }
        onlyEchoes &= echo;
    }

    boolean isSilent() {
        return characters == 0;
    }

    /// Why this is no machine that we know.
    Fault why(String port) {
        if (isSilent()) {
            return new Fault("machine.no-answer", port);
        }
        if (odd * 100 > characters * NOISE) {
            return new Fault("machine.no-answer-noise", port);
        }
        return onlyEchoes
                ? new Fault("machine.no-answer-echo", port)
                : new Fault("machine.no-answer-foreign", port, first);
    }

    /// Whether it is worth to try another speed.
    static boolean mayBeSpeed(Fault fault) {
        return fault.code().equals("machine.no-answer") || fault.code().equals("machine.no-answer-noise");
    }
}
