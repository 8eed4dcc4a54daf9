package org.commonwright.git.lfs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.task.Progress;

/// Counts what is done, for the result and for who watches. Fit for many threads.
final class LfsTally {
    private final Progress progress;
    private final String saying;
    private final int count;
    private final double total;
    private final Set<LfsPointer> done = new LinkedHashSet<>();
    private final Map<LfsPointer, Fault> failed = new LinkedHashMap<>();
    private double moved;

    /// @param saying the key of a text with how many are done and how many there are
    LfsTally(Collection<LfsPointer> all, String saying, Progress progress) {
        this.progress = progress;
        this.saying = saying;
        this.count = all.size();
        this.total = all.stream().mapToDouble(LfsPointer::size).sum();
        progress.say(saying, 0, count);
        progress.update(0);
    }

    synchronized void done(LfsPointer pointer) {
        done.add(pointer);
        step(pointer);
    }

    synchronized void failed(LfsPointer pointer, Fault why) {
        failed.put(pointer, why);
        step(pointer);
    }

    private void step(LfsPointer pointer) {
        moved += pointer.size();
        progress.say(saying, done.size() + failed.size(), count);
        progress.update(total == 0 ? 1 : Math.min(1, moved / total));
    }

    synchronized LfsResult result() {
        return new LfsResult(Set.copyOf(done), Map.copyOf(failed));
    }
}
