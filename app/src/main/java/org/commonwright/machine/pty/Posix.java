package org.commonwright.machine.pty;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import org.commonwright.error.Fault;

/// The few calls of the C library that pseudo-terminals need, by the foreign-function API.
@SuppressWarnings("restricted")
final class Posix {
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    private static final int O_RDWR = 2;
    static final int READABLE = 1;
    static final int WRITABLE = 4;
    private static final int NAME_BYTES = 256;
    /// Larger than any system's `struct termios`.
    private static final int TERMIOS_BYTES = 256;

    private final Linker linker = Linker.nativeLinker();
    private final StructLayout capture = Linker.Option.captureStateLayout();
    private final VarHandle errno = capture.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private final MethodHandle open = find("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
    private final MethodHandle openpt = find("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1);
    private final MethodHandle grantpt = find("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1);
    private final MethodHandle unlockpt = find("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1);
    private final MethodHandle ptsname = find("ptsname", FunctionDescriptor.of(ADDRESS, JAVA_INT), -1);
    private final MethodHandle tcgetattr = find("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), -1);
    private final MethodHandle cfmakeraw = find("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS), -1);
    private final MethodHandle tcsetattr = find("tcsetattr",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS), -1);
    private final MethodHandle poll = find("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), -1);
    private final MethodHandle read = find("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), -1);
    private final MethodHandle write = find("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
            -1);
    private final MethodHandle close = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1);

    private MethodHandle find(String name, FunctionDescriptor shape, int variadicFrom) {
        MemorySegment function = linker.defaultLookup().find(name)
                .orElseThrow(() -> new Fault("machine.no-pty", System.getProperty("os.name")));
        Linker.Option state = Linker.Option.captureCallState("errno");
        return variadicFrom < 0
                ? linker.downcallHandle(function, shape, state)
                : linker.downcallHandle(function, shape, state, Linker.Option.firstVariadicArg(variadicFrom));
    }

    /// A call's result and, when it is negative, why.
    record Result(long value, int errno) {}

    /// A call, with the memory that it needs.
    private interface Call {
        long with(MemorySegment state, Arena arena) throws Throwable;
    }

    private Result call(Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(capture);
            long value = call.with(state, arena);
            return new Result(value, value < 0 ? (int) errno.get(state, 0L) : 0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            // `invokeExact` declares it; a C function cannot throw.
            throw new IllegalStateException(e);
        }
    }

    Result openMaster() {
        return call((state, _) -> (int) openpt.invokeExact(state, O_RDWR | noControllingTerminal() | nonBlocking()));
    }

    Result grant(int fd) {
        return call((state, _) -> (int) grantpt.invokeExact(state, fd));
    }

    Result unlock(int fd) {
        return call((state, _) -> (int) unlockpt.invokeExact(state, fd));
    }

    String slaveName(int fd) {
        var name = new StringBuilder();
        call((state, _) -> {
            var address = (MemorySegment) ptsname.invokeExact(state, fd);
            name.append(address.reinterpret(NAME_BYTES).getString(0));
            return 0;
        });
        return name.toString();
    }

    Result openTerminal(String path) {
        return call((state, arena) -> (int) open.invokeExact(state, arena.allocateFrom(path),
                O_RDWR | noControllingTerminal()));
    }

    /// No echo, no line editing, every byte as it is.
    Result makeRaw(int fd) {
        return call((state, arena) -> {
            MemorySegment termios = arena.allocate(TERMIOS_BYTES, 8);
            int got = (int) tcgetattr.invokeExact(state, fd, termios);
            if (got < 0) {
                return got;
            }
            cfmakeraw.invokeExact(state, termios);
            return (int) tcsetattr.invokeExact(state, fd, 0, termios);
        });
    }

    /// @param event [#READABLE] or [#WRITABLE]
    /// @return 1 when it can be done (or the other end hung up), 0 when not in time
    Result await(int fd, int event, int timeoutMillis) {
        return call((state, arena) -> {
            // struct pollfd: int fd; short events; short revents.
            MemorySegment pollfd = arena.allocate(8, 4);
            pollfd.set(JAVA_INT, 0, fd);
            pollfd.set(JAVA_SHORT, 4, (short) event);
            return (int) poll.invokeExact(state, pollfd, 1, timeoutMillis);
        });
    }

    Result read(int fd, MemorySegment buffer) {
        return call((state, _) -> (long) read.invokeExact(state, fd, buffer, buffer.byteSize()));
    }

    Result write(int fd, MemorySegment bytes) {
        return call((state, _) -> (long) write.invokeExact(state, fd, bytes, bytes.byteSize()));
    }

    Result close(int fd) {
        return call((state, _) -> (int) close.invokeExact(state, fd));
    }

    /// A write that finds no room must not hold the end that wants to close. macOS takes no such flag here.
    private static int nonBlocking() {
        return System.getProperty("os.name").startsWith("Linux") ? 0x800 : 0;
    }

    private static int noControllingTerminal() {
        return System.getProperty("os.name").startsWith("Mac") ? 0x20000 : 0x100;
    }
}
