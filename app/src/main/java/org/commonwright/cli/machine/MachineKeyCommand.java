package org.commonwright.cli.machine;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.host.HostBook;
import org.commonwright.machine.host.HostMachine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine key`: the key of a host, tried and then kept among the settings, or forgotten.
final class MachineKeyCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "HOST", description = "octoprint+http://host:port or moonraker+http://host:port")
        private String host = "";

        @Option(names = "--forget", description = "forgets the host and its key")
        private boolean forget;

        @Mixin
        private HostConnecting.Options key = new HostConnecting.Options();
    }

    MachineKeyCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        HostAddress address = HostAddress.parse(options.host);
        if (options.forget) {
            boolean known = HostBook.of(context.folders()).forget(address);
            context.say(known ? "hosts.key-forgotten" : "hosts.key-none", address);
            return known ? Exit.DONE : Exit.NO;
        }
        var connecting = new HostConnecting(context);
        String given = connecting.given(options.key);
        if (given == null && needsNone(connecting, address)) {
            context.say("hosts.key-not-needed", address);
            return Exit.DONE;
        }
        String key = given == null ? connecting.typed(address) : given;
        if (key == null) {
            throw new Fault("hosts.key-nobody", address);
        }
        try (HostMachine _ = connecting.remember(address, key)) {
            context.say("hosts.key-kept", address);
        }
        return Exit.DONE;
    }

    /// Before anybody looks for a key: whether the host is there at all, and whether it wants one.
    private static boolean needsNone(HostConnecting connecting, HostAddress address) {
        try (HostMachine _ = connecting.remember(address, "")) {
            return true;
        } catch (Fault fault) {
            if (fault.code().equals("hosts.key-refused")) {
                return false;
            }
            throw fault;
        }
    }
}
