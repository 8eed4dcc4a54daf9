package org.commonwright.machine.virtual;

/// A line that the firmware refuses, with its number for why.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(int code) {
        super("error:" + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
