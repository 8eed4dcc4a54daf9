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

/// Starts Commonwright: the workbench without arguments, else one command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var folders = AppFolders.of(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        var cli = new Cli(out, err, new Messages(Locale.getDefault()), folders);
        int exit = cli.run(List.of(args));
        out.flush();
        System.exit(exit);
    }
}
