package org.commonwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
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

/// The whole way, as a newcomer without a display sees it, in French. It is a process of its own, because the toolkit of this one
/// serves the tests with windows meanwhile.
@Execution(ExecutionMode.CONCURRENT)
class DemoTest {
    @TempDir
    Path folder;

    @Test
    void fromADesignInGitToAPartOnAMachine() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process demo = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-Djava.awt.headless=true",
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-cp", System.getProperty("java.class.path"),
                Newcomer.class.getName(), folder.toString()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        int exit = demo.waitFor();
        String text = Files.readString(said);
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

    /// The other process.
    static final class Newcomer {
        private Newcomer() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path home = Path.of(arguments[0]);
            try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
                    StandardCharsets.UTF_8)) {
                int exit = new Demo(out, out, new Messages(Locale.FRANCE), AppFolders.under(home))
                        .run(home.resolve("pictures"));
                Runtime.getRuntime().halt(exit);
            }
        }
    }
}
