package org.commonwright;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.Cli;
import org.commonwright.cli.ConsoleBytes;
import org.commonwright.cli.LineProgress;
import org.commonwright.i18n.Messages;
import org.commonwright.sample.SampleInstaller;
import org.commonwright.settings.AppFolders;
import org.commonwright.workbench.Workbench;
import org.jspecify.annotations.Nullable;

/// Starts Commonwright: the workbench without arguments or on a folder, else one command.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(console(FileDescriptor.out, "stdout.encoding"), true, StandardCharsets.UTF_8);
        var err = new PrintStream(console(FileDescriptor.err, "stderr.encoding"), true, StandardCharsets.UTF_8);
        var folders = AppFolders.of(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        // Before anything is logged: logback.xml reads it.
        System.setProperty("commonwright.logs", folders.data().resolve("logs").toString());
        var messages = new Messages(Locale.getDefault());
        int exit = switch (args.length == 0 ? "" : args[0]) {
            case "" -> window(err, messages, null);
            case "demo" -> demo(out, err, messages, folders);
            default -> isFolder(args)
                    ? window(err, messages, Path.of(args[0]).toAbsolutePath())
                    : new Cli(out, err, messages, folders).run(List.of(args));
        };
        out.flush();
        System.exit(exit);
    }

    /// Files and other programs are given UTF-8. A console of Windows may show another set of characters, which Java tells.
    private static OutputStream console(FileDescriptor stream, String encoding) {
        var bytes = new FileOutputStream(stream);
        boolean shown = System.getProperty("os.name").startsWith("Windows") && System.console() != null
                && System.console().isTerminal();
        return shown ? ConsoleBytes.on(bytes, System.getProperty(encoding, "")) : bytes;
    }

    /// The window on the sample designs; without a display the sample job in the terminal, in a folder of its own.
    private static int demo(PrintStream out, PrintStream err, Messages messages, AppFolders folders)
            throws IOException, InterruptedException {
        if (hasDisplay()) {
            new SampleInstaller().install(folders.workspace(), new LineProgress(err, messages));
            try {
                Workbench.open(folders.workspace().resolve("pen-plotter"));
                return Cli.DONE;
            } catch (UnsupportedOperationException e) {
                err.println(messages.get("demo.no-window", String.valueOf(e.getMessage())));
                return withoutDisplay();
            }
        }
        Path target = Path.of(System.getProperty("commonwright.target", System.getProperty("java.io.tmpdir")));
        Path place = Files.createDirectories(target.resolve("demo"));
        var own = AppFolders.under(Files.createTempDirectory(place, "run-"));
        return new Demo(out, err, messages, own).run(target.resolve("pictures"));
    }

    /// The same once more in a process that is told of no display: JavaFX, once it has failed, does not start again in this one.
    ///
    /// @return its exit code
    private static int withoutDisplay() throws IOException, InterruptedException {
        ProcessHandle.Info self = ProcessHandle.current().info();
        var command = new ArrayList<String>();
        command.add(self.command().orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(self.arguments().orElseGet(() -> new String[]{"-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "demo"})));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("DISPLAY");
        return builder.start().waitFor();
    }

    private static boolean hasDisplay() {
        return Workbench.hasDisplay(System.getenv(), System.getProperty("os.name"),
                System.getProperty("glass.platform"));
    }

    /// `commonwright .` and `commonwright path/to/design` open the window there; a bare word is always a command.
    private static boolean isFolder(String[] args) {
        String first = args[0];
        boolean path = first.equals(".") || first.equals("..") || first.contains("/") || first.contains(File.separator);
        return args.length == 1 && path && new File(first).isDirectory();
    }

    /// @param folder the design to open; null for the window as it was left
    private static int window(PrintStream err, Messages messages, @Nullable Path folder) {
        if (!hasDisplay()) {
            err.println(messages.get("workbench.no-display"));
            return Cli.BAD_INPUT;
        }
        try {
            if (folder == null) {
                Workbench.open();
            } else {
                Workbench.open(folder);
            }
            return Cli.DONE;
        } catch (UnsupportedOperationException e) {
            err.println(messages.get("workbench.no-window", String.valueOf(e.getMessage())));
            return Cli.BAD_INPUT;
        }
    }
}
