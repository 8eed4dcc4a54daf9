package org.commonwright.git;

import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.ProgressMonitor;

/// Tells our progress what JGit's transports do.
final class ProgressBridge implements ProgressMonitor {
    private final Progress progress;
    private int total;
    private int done;
    private volatile boolean atWork;

    ProgressBridge(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void start(int totalTasks) {}

    @Override
    public void beginTask(String title, int totalWork) {
        total = totalWork;
        done = 0;
        atWork = true;
        progress.update(total == UNKNOWN ? -1 : 0);
    }

    @Override
    public void update(int completed) {
        done += completed;
        if (total != UNKNOWN) {
            progress.update(Math.min(1.0, (double) done / total));
        }
    }

    @Override
    public void endTask() {
        atWork = false;
    }

    /// Whether a task was begun and not ended, as JGit leaves the one that it could not finish.
    boolean isAtWork() {
        return atWork;
    }

    @Override
    public boolean isCancelled() {
        return progress.cancelled();
    }

    @Override
    public void showDuration(boolean enabled) {}
}
