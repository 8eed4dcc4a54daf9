package org.commonwright.task;

import java.io.IOException;

/// Something that takes time.
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws IOException, InterruptedException;
}
