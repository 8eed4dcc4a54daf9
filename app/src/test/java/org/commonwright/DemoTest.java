package org.commonwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The whole way, as a newcomer without a display sees it, in French. It uses the toolkit, as the tests with windows do.
@Execution(ExecutionMode.SAME_THREAD)
class DemoTest {
    @TempDir
    Path folder;

    @Test
    void fromADesignInGitToAPartOnAMachine() throws IOException, InterruptedException {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = new Demo(out, out, new Messages(Locale.FRANCE), AppFolders.under(folder))
                .run(folder.resolve("pictures"));
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(0, exit, text);
        for (String sign : List.of("washer-m5", "toutes les signatures tiennent", "CERN-OHL-S-2.0")) {
            assertTrue(text.contains(sign), () -> sign + " is missing in:\n" + text);
        }
        try (var pictures = Files.list(folder.resolve("pictures"))) {
            List<Path> files = pictures.sorted().toList();
            assertTrue(files.size() >= 5, files::toString);
            for (Path file : files) {
                assertTrue(Files.size(file) > 10_000, file + " is no picture of a window");
            }
        }
    }
}
