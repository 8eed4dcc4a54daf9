package org.commonwright;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.Cli;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.workbench.Workbench;

/// Starts Commonwright: the workbench without arguments, else one command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var folders = AppFolders.of(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        var messages = new Messages(Locale.getDefault());
        int exit = args.length == 0 ? window(err, messages) : new Cli(out, err, messages, folders).run(List.of(args));
        out.flush();
        System.exit(exit);
    }

    private static int window(PrintStream err, Messages messages) {
        if (!Workbench.hasDisplay(System.getenv(), System.getProperty("os.name"),
                System.getProperty("glass.platform"))) {
            err.println(messages.get("workbench.no-display"));
            return Cli.BAD_INPUT;
        }
        try {
            Workbench.open();
            return Cli.DONE;
        } catch (UnsupportedOperationException e) {
            err.println(messages.get("workbench.no-window", String.valueOf(e.getMessage())));
            return Cli.BAD_INPUT;
        }
    }
}
