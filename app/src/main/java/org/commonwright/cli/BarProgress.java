package org.commonwright.cli;

import java.io.PrintStream;
import org.commonwright.cli.frame.Shown;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Progress;

/// A bar on a terminal, drawn anew at most once per per cent.
final class BarProgress implements Progress {
    private static final int WIDTH = 32;

    private final PrintStream err;
    private final Messages messages;
    private String saying = "";
    private int percent = -1;

    BarProgress(PrintStream err, Messages messages) {
        this.err = err;
        this.messages = messages;
    }

    /// A bar when there is a terminal, nothing otherwise.
    static Progress onTerminal(PrintStream err, Messages messages) {
        return System.console() != null && System.console().isTerminal()
                ? new BarProgress(err, messages)
                : Progress.NONE;
    }

    @Override
    public void update(double fraction) {
        int now = (int) Math.floor(Math.clamp(fraction, 0, 1) * 100);
        if (now != percent) {
            percent = now;
            draw();
        }
    }

    @Override
    public void say(String key, Object... arguments) {
        saying = Shown.text(messages.get(key, arguments));
        draw();
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    private void draw() {
        int full = Math.max(0, percent) * WIDTH / 100;
        err.print("\r" + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + Math.max(0, percent) + " % " + saying
                + "\u001b[K");
        if (percent == 100) {
            err.println();
        }
        err.flush();
    }
}
