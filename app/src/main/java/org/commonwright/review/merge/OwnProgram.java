package org.commonwright.review.merge;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How this program is started by another one that is given a command line for `sh`: by its launcher, else as it was started now.
public final class OwnProgram {
    private static final String MAIN = "org.commonwright.Main";

    private OwnProgram() {}

    /// The beginning of a command line; its words follow.
    public static String command() {
        String launcher = System.getProperty("commonwright.launcher");
        if (launcher != null) {
            return quoted(launcher);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                classPath(), MAIN).stream().map(OwnProgram::quoted)
                .collect(Collectors.joining(" "));
    }

    /// Without the folder that it was started in.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> entry.endsWith("*") ? entry : Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// (POSIX Shell Command Language, "Single-Quotes".)
    public static String quoted(String word) {
        String path = word.replace('\\', '/');
        return path.matches("[A-Za-z0-9_@+=:,./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
