package org.commonwright.machine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.commonwright.machine.protocol.Program;

/// A journal on a disk that takes its time: an SD card, a disk that spins up, a folder on the network.
public final class SlowDisk {
    private SlowDisk() {}

    /// @param millis that each force takes at least
    public static Journal begin(Path folder, JournalHead head, Program program, int millis) {
        return Journal.begin(folder, head, program, path -> new Slow(JournalFile.open(path), millis));
    }

    private static final class Slow extends JournalFile {
        private final int millis;

        Slow(FileChannel channel, int millis) {
            super(channel);
            this.millis = millis;
        }

        @Override
        void force() throws IOException {
            long end = System.nanoTime() + millis * 1_000_000L;
            super.force();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
    }
}
