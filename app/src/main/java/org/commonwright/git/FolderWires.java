package org.commonwright.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Two wires between two ends, each of one thread. When both ends wait for each other, nothing can come any more: then the wires are
/// cut, and both hear that. JGit waits so for an answer after it could not finish a pack, because of an object that is
/// missing or damaged here; the other end waits for the rest of the pack.
final class FolderWires {
    private final Object lock = new Object();
    private final int room;
    private final Wire there;
    private final Wire back;
    private @Nullable BooleanSupplier waitsFor;
    private boolean stuck;

    /// @param room how many bytes a wire holds
    FolderWires(int room) {
        this.room = room;
        this.there = new Wire();
        this.back = new Wire();
    }

    /// What one end says to the other.
    Wire there() {
        return there;
    }

    /// What the other end answers.
    Wire back() {
        return back;
    }

    /// Whether both ends came to wait for each other.
    boolean stuck() {
        synchronized (lock) {
            return stuck;
        }
    }

    private void await(BooleanSupplier ready) throws InterruptedIOException {
        while (!ready.getAsBoolean()) {
            if (waitsFor != null && !waitsFor.getAsBoolean()) {
                stuck = true;
                there.closed = true;
                back.closed = true;
                lock.notifyAll();
                return;
            }
            waitsFor = ready;
            try {
                lock.wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            } finally {
                if (waitsFor == ready) {
                    waitsFor = null;
                }
            }
        }
    }

    /// One direction.
    final class Wire {
        private final byte[] bytes = new byte[room];
        private int first;
        private int count;
        private boolean closed;

        /// Where it is read from.
        InputStream out() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    Objects.checkFromIndexSize(offset, length, target.length);
                    return length == 0 ? 0 : take(target, offset, length);
                }

                @Override
                public int available() {
                    synchronized (lock) {
                        return count;
                    }
                }

                @Override
                public void close() {
                    cut();
                }
            };
        }

        /// Where it is written to.
        OutputStream in() {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[]{(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] source, int offset, int length) throws IOException {
                    Objects.checkFromIndexSize(offset, length, source.length);
                    put(source, offset, length);
                }

                @Override
                public void close() {
                    cut();
                }
            };
        }

        private void cut() {
            synchronized (lock) {
                closed = true;
                lock.notifyAll();
            }
        }

        private int take(byte[] target, int offset, int length) throws InterruptedIOException {
            synchronized (lock) {
                await(() -> count > 0 || closed);
                if (count == 0) {
                    return -1;
                }
                int taken = Math.min(Math.min(length, count), room - first);
                System.arraycopy(bytes, first, target, offset, taken);
                first = (first + taken) % room;
                count -= taken;
                lock.notifyAll();
                return taken;
            }
        }

        private void put(byte[] source, int offset, int length) throws IOException {
            synchronized (lock) {
                for (int done = 0; done < length;) {
                    await(() -> count < room || closed);
                    if (closed) {
                        throw new IOException("the other end hung up");
                    }
                    int next = (first + count) % room;
                    int put = Math.min(Math.min(length - done, room - count), room - next);
                    System.arraycopy(source, offset + done, bytes, next, put);
                    count += put;
                    done += put;
                    lock.notifyAll();
                }
            }
        }
    }
}
