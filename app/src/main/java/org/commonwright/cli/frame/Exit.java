package org.commonwright.cli.frame;

/// Exit codes: 0 done, 1 the answer is no, 2 bad input.
public final class Exit {
    public static final int DONE = 0;
    public static final int NO = 1;
    public static final int BAD_INPUT = 2;

    private Exit() {}
}
