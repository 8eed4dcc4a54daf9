package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port.Virtual.Kind;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.practice.PracticeHost;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.pty.PseudoTerminal;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine simulate`: a virtual machine for other programs, on a pseudo-terminal or by TCP, until it is stopped.
final class MachineSimulateCommand {
    private static final double PROGRAM_SECONDS = 60;
    private static final int HIGHEST_PORT = 65_535;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "FIRMWARE", description = "grbl, marlin, arduino, octoprint or moonraker")
        private String firmware = "grbl";

        @Option(names = "--tcp", paramLabel = "PORT", description = "listen on this port of this computer (0 for any free one)")
        private @Nullable Integer tcp;

        @Option(names = "--pty", description = "a pseudo-terminal, a serial port to other programs (the default)")
        private boolean pty;

        @Option(names = "--speed", defaultValue = "1", description = "of its time: 1 real, 10 ten times as fast, 0 without waiting")
        private double speed;

        @Option(names = "--fault", paramLabel = "KIND@N", description = "what goes wrong at the N-th ok: lost_ok, doubled_ok, late_ok, corrupt_answer, corrupt_line, lost_byte, resend_storm, reset, unplug, silence, odd_line; may be given again")
        private List<String> faults = List.of();

        @Option(names = "--json")
        private boolean json;
    }

    MachineSimulateCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws IOException, InterruptedException {
        if (!(options.speed >= 0 && Double.isFinite(options.speed))) {
            throw new Fault("machine.bad-speed", String.valueOf(options.speed));
        }
        Integer port = options.tcp;
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new Fault("machine.bad-tcp", String.valueOf(port), String.valueOf(HIGHEST_PORT));
        }
        if (options.firmware.matches("octoprint|moonraker")) {
            return host(Software.valueOf(options.firmware.toUpperCase(Locale.ROOT)));
        }
        if (!options.firmware.matches("grbl|marlin|arduino")) {
            throw new Fault("machine.bad-firmware", options.firmware);
        }
        FaultPlan.parse(options.faults);
        Kind kind = Kind.valueOf(options.firmware.toUpperCase(Locale.ROOT));
        if (port != null && !options.pty) {
            return overTcp(kind, port);
        }
        try (var terminal = PseudoTerminal.open()) {
            ready(terminal.path());
            serve(kind, terminal);
        }
        return Exit.DONE;
    }

    /// Until the process is ended; a program takes a minute of its time.
    private int host(Software software) throws IOException, InterruptedException {
        double seconds = options.speed <= 0 ? 0 : PROGRAM_SECONDS / options.speed;
        try (var host = PracticeHost.start(software, options.tcp == null ? 0 : options.tcp, "", seconds)) {
            if (options.json) {
                ready(host.address().toString());
            } else {
                context.say("hosts.says-simulating", software.title(), host.address());
                context.out().flush();
            }
            Thread.currentThread().join();
        }
        return Exit.DONE;
    }

    private int overTcp(Kind kind, int port) throws IOException, InterruptedException {
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            ready("tcp://localhost:" + server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                serve(kind, new TcpLink(String.valueOf(client.getRemoteSocketAddress()), client));
            }
        }
    }

    private void serve(Kind kind, Link link) throws InterruptedException {
        var faulty = new FaultyMachine(Machines.machine(kind, Tracer.NONE), FaultPlan.parse(options.faults));
        faulty.arm();
        try (var machine = new MachineServer(faulty, link, options.speed)) {
            machine.start().join();
        }
    }

    private void ready(String port) {
        if (options.json) {
            context.out()
                    .println(new ObjectMapper().createObjectNode().put("port", port).put("firmware", options.firmware));
        } else {
            context.say("machine.says-simulating", options.firmware, port);
        }
        context.out().flush();
    }
}
