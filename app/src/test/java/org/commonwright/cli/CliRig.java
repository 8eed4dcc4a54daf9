package org.commonwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.io.TempDir;

/// The command line, in a folder of its own, with what the last command said.
public abstract class CliRig {
    @TempDir
    protected Path folder;
    protected final ByteArrayOutputStream out = new ByteArrayOutputStream();
    protected final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// Where the program keeps its things.
    protected AppFolders folders() {
        return AppFolders.under(folder);
    }

    /// @return the exit code
    protected final int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.UK), folders())
                .run(List.of(arguments));
    }

    protected final JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    protected final String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    protected final String err() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }
}
