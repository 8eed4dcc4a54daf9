package org.commonwright.cli;

import java.io.PrintStream;
import org.commonwright.cli.frame.Shown;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Progress;

/// Progress as lines, one at each quarter: for a log, where a bar that draws itself anew would be noise.
public final class LineProgress implements Progress {
    private static final int STEPS = 4;

    private final PrintStream to;
    private final Messages messages;
    private String saying = "";
    private int step;

    public LineProgress(PrintStream to, Messages messages) {
        this.to = to;
        this.messages = messages;
    }

    @Override
    public void update(double fraction) {
        int now = (int) Math.floor(Math.clamp(fraction, 0, 1) * STEPS);
        if (now < step) {
            step = 0;
        }
        if (now > step) {
            step = now;
            to.println("  … " + now * 100 / STEPS + " %" + (saying.isEmpty() ? "" : "  " + saying));
        }
    }

    @Override
    public void say(String key, Object... arguments) {
        saying = Shown.text(messages.get(key, arguments));
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
