package org.commonwright.machine.link;

import java.util.Optional;
import org.commonwright.error.Fault;

/// One end of a pipe inside the process. Closing either end closes both, as pulling a plug does.
public final class PipeLink implements Link {
    private final String name;
    private final ByteQueue in;
    private final ByteQueue out;
    private volatile boolean closedHere;
    private volatile boolean closedThere;

    private PipeLink(String name, ByteQueue in, ByteQueue out) {
        this.name = name;
        this.in = in;
        this.out = out;
    }

    /// The two ends of a new pipe.
    ///
    /// @param host the end of the program
    /// @param machine the end of the machine
    public record Pair(PipeLink host, PipeLink machine) {}

    public static Pair pair(String name) {
        var toMachine = new ByteQueue();
        var toHost = new ByteQueue();
        return new Pair(new PipeLink(name, toHost, toMachine), new PipeLink(name, toMachine, toHost));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
        int n = closedHere ? -1 : in.take(buffer, timeoutMillis);
        closedThere |= n < 0;
        return n;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!out.put(bytes, offset, length)) {
            closedThere = true;
            throw new Fault("machine.link-lost", name);
        }
    }

    @Override
    public Optional<Fault> closedReason() {
        return closedThere && !closedHere ? Optional.of(new Fault("machine.link-lost", name)) : Optional.empty();
    }

    @Override
    public void close() {
        closedHere = true;
        in.close();
        out.close();
    }
}
