package org.commonwright.machine.link;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// A network link that speaks telnet where the other side does. One that begins raw stays raw for good, whatever it sends later;
/// one whose first bytes are a negotiation is telnet, also when nobody said so.
public final class TelnetLink implements Link {
    private final Link raw;
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Telnet telnet;
    private boolean begun;

    private TelnetLink(Link raw, String name, @Nullable Telnet telnet) {
        this.raw = raw;
        this.name = name;
        this.telnet = telnet;
        this.begun = telnet != null;
    }

    /// Telnet from the first byte.
    ///
    /// @param name as a person writes the port
    /// @param baud that the server is asked to set on its line (RFC 2217), 0 for none
    public static TelnetLink speaking(Link raw, String name, int baud) {
        var link = new TelnetLink(raw, name, new Telnet(baud));
        link.answer();
        return link;
    }

    /// Telnet only when the other side begins with it.
    public static TelnetLink listening(Link raw) {
        return new TelnetLink(raw, raw.name(), null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
        int n = raw.read(buffer, timeoutMillis);
        if (n <= 0) {
            return n;
        }
        lock.lock();
        try {
            if (!begun) {
                begun = true;
                telnet = Telnet.begins(buffer, n) ? new Telnet(0) : null;
            }
            n = telnet == null ? n : telnet.received(buffer, n);
        } finally {
            lock.unlock();
        }
        answer();
        return n;
    }

    private void answer() {
        lock.lock();
        try {
            byte[] replies = telnet == null ? new byte[0] : telnet.replies();
            if (replies.length > 0) {
                raw.write(replies, 0, replies.length);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        boolean speaks;
        lock.lock();
        try {
            speaks = telnet != null;
        } finally {
            lock.unlock();
        }
        if (speaks) {
            byte[] escaped = Telnet.escaped(bytes, offset, length);
            raw.write(escaped, 0, escaped.length);
        } else {
            raw.write(bytes, offset, length);
        }
    }

    @Override
    public Optional<Fault> closedReason() {
        return raw.closedReason();
    }

    @Override
    public Runnable whenProcessEnds(Runnable work) {
        return raw.whenProcessEnds(work);
    }

    @Override
    public void close() {
        raw.close();
    }
}
