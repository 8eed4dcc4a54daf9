package org.commonwright.cli.machine;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.host.HostBook;
import org.commonwright.machine.host.HostMachine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Opens hosts, with a key from a file, the environment, the book of hosts, or a person at a terminal; never from the command
/// line, which other people of the computer can read.
final class HostConnecting {
    private static final String VARIABLE = "COMMONWRIGHT_HOST_KEY";
    private static final int LARGEST = 4096;

    private final CliContext context;
    private final HostBook book;

    /// What every command says that may meet a host.
    static final class Options {
        @Option(names = "--key-file", paramLabel = "FILE", description = "of OctoPrint or Moonraker: a file that holds the API key; without it the variable COMMONWRIGHT_HOST_KEY, or the one that was kept")
        private @Nullable Path keyFile;
    }

    HostConnecting(CliContext context) {
        this.context = context;
        this.book = HostBook.of(context.folders());
    }

    /// The host is remembered from then on. A key that was typed is remembered with it; one from a file or the environment
    /// stays where it is.
    HostMachine connect(HostAddress address, Options options) {
        String given = given(options);
        String kept = book.key(address).orElse("");
        try {
            HostMachine machine = HostMachine.connect(address, given == null ? kept : given, context.progress());
            book.remember(address, kept);
            return machine;
        } catch (Fault fault) {
            String typed = fault.code().equals("hosts.key-refused") && given == null ? typed(address) : null;
            if (typed == null) {
                throw fault;
            }
            return remember(address, typed);
        }
    }

    /// Tries a key and keeps it when the host takes it.
    HostMachine remember(HostAddress address, String key) {
        HostMachine machine = HostMachine.connect(address, key, context.progress());
        book.remember(address, key);
        return machine;
    }

    /// @return null when none was given
    @Nullable
    String given(Options options) {
        if (options.keyFile != null) {
            return HostBook
                    .checked(new String(PlainFiles.read(options.keyFile, LARGEST), StandardCharsets.UTF_8));
        }
        String variable = System.getenv(VARIABLE);
        return variable == null || variable.isBlank() ? null : HostBook.checked(variable);
    }

    /// @return null where nobody is at a terminal
    @Nullable
    String typed(HostAddress address) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return null;
        }
        char[] typed = console.readPassword("%s ", context.messages().get("hosts.key-typed", address));
        return typed == null ? null : HostBook.checked(new String(typed));
    }
}
