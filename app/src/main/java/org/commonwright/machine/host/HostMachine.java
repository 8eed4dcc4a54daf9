package org.commonwright.machine.host;

import java.time.Duration;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// One machine that a host runs. Every call waits for the host's answer: call it off the window's thread. May be used by several
/// threads at once, so that a stop goes past an upload.
public final class HostMachine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HostAddress address;
    private final HostHttp http;
    private final HostApi api;
    private final HostInfo info;
    private final Duration patience;
    private volatile boolean letGo;

    private HostMachine(HostAddress address, HostHttp http, HostApi api, HostInfo info, Duration patience) {
        this.address = address;
        this.http = http;
        this.api = api;
        this.info = info;
        this.patience = patience;
    }

    /// Asks the host what it is, and its machine how it is: so a wrong address and a wrong key are known at once.
    ///
    /// @param key empty for none
    /// @throws org.commonwright.error.Fault `hosts.unreachable`, `hosts.key-refused`, `hosts.not-found` and others
    public static HostMachine connect(HostAddress address, String key, Progress progress) {
        return connect(address, key, PATIENCE, progress);
    }

    static HostMachine connect(HostAddress address, String key, Duration patience, Progress progress) {
        var http = new HostHttp(address, key, patience);
        HostApi api = switch (address.software()) {
            case OCTOPRINT -> new OctoPrintApi(http, address);
            case MOONRAKER -> new MoonrakerApi(http, address);
        };
        boolean connected = false;
        try {
            HostInfo info = api.info(progress);
            api.status(progress);
            connected = true;
            return new HostMachine(address, http, api, info, patience);
        } finally {
            if (!connected) {
                http.close();
            }
        }
    }

    public HostAddress address() {
        return address;
    }

    public HostInfo info() {
        return info;
    }

    public HostStatus status(Progress progress) {
        return api.status(progress);
    }

    /// Uploads a program, has it started, and watches until the host says that it ended.
    ///
    /// @param told hears each status on the way, on this thread
    /// @throws org.commonwright.error.Fault when it did not begin: the machine is busy or not there, the upload broke; then
    ///         nothing moved
    public HostOutcome run(Program program, HostRun.Watcher told, Progress progress) {
        return new HostRun(api, address, told, patience, () -> letGo).run(program, progress);
    }

    public void pause(Progress progress) {
        api.pause(progress);
    }

    public void resume(Progress progress) {
        api.resume(progress);
    }

    public void cancel(Progress progress) {
        api.cancel(progress);
    }

    /// Stops everything at once, as far as host and network carry it.
    public void emergencyStop(Progress progress) {
        api.emergencyStop(progress);
    }

    /// Lets go of the host; what its machine does goes on.
    @Override
    public void close() {
        letGo = true;
        http.close();
    }
}
