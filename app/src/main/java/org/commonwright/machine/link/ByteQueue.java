package org.commonwright.machine.link;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Bytes on their way from one thread to another.
final class ByteQueue {
    private static final int START = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private byte[] ring = new byte[START];
    private int head;
    private int size;
    private boolean closed;

    /// @return false when nobody will read them any more
    boolean put(byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            makeRoomFor(length);
            for (int i = 0; i < length; i++) {
                ring[(head + size + i) % ring.length] = bytes[offset + i];
            }
            size += length;
            arrived.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// @return as [Link#read]: what was put before the close is still read
    int take(byte[] buffer, int timeoutMillis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (size == 0 && !closed && left > 0) {
                left = arrived.awaitNanos(left);
            }
            if (size == 0) {
                return closed ? -1 : 0;
            }
            int n = Math.min(size, buffer.length);
            for (int i = 0; i < n; i++) {
                buffer[i] = ring[(head + i) % ring.length];
            }
            head = (head + n) % ring.length;
            size -= n;
            return n;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void makeRoomFor(int length) {
        if (size + length > ring.length) {
            byte[] larger = new byte[Math.max(ring.length * 2, size + length)];
            for (int i = 0; i < size; i++) {
                larger[i] = ring[(head + i) % ring.length];
            }
            ring = larger;
            head = 0;
        }
    }
}
