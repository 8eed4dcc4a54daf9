package org.commonwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";
    private static final Path SCRIPT = Path.of(System.getProperty("commonwright.root", ".."),
            "app/src/dist/bin/commonwright");

    @TempDir
    private Path folder;

    @Test
    void theSecondCompilerIsLeftOutWhereAHistoryIsReadAndNowhereElse() throws IOException, InterruptedException {
        assertThat(start("contributors", "list", ".")).containsOnlyOnce(FIRST_COMPILER_ONLY)
                .endsWith("org.commonwright.Main contributors list .");
        assertThat(start("contributors", "cells", ".")).doesNotContain(FIRST_COMPILER_ONLY);
        assertThat(start("mesh", "diff", "contributors")).doesNotContain(FIRST_COMPILER_ONLY);
    }

    /// What the script would start: a stand-in for Java says how it was called.
    private String start(String... arguments) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                [ "$1" = -XshowSettings:properties ] && echo '    java.specification.version = 25' || echo "$@"
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("COMMONWRIGHT_JAVA_HOME", folder.toString());
        builder.environment().put("COMMONWRIGHT_HOME", folder.toString());
        builder.environment().remove("COMMONWRIGHT_JAVA_OPTIONS");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
