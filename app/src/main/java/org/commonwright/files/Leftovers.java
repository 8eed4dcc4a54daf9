package org.commonwright.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Temporary files that stay behind when the program is killed while it writes. They are no files of a design; one that is old
/// enough that nobody can be writing it any more goes with the next write into its folder.
public final class Leftovers {
    static final String ENDING = ".tmp";

    /// A dot, the name of the file that was to be written, eight and four digits, and for a secret some more.
    private static final Pattern NAME = Pattern.compile("[.].{1,255}[.][0-9a-f]{8}-[0-9a-f]{4}([.]tmp\\d{1,20})?[.]tmp",
            Pattern.DOTALL);
    private static final int DIGITS = 13;
    private static final int LONGEST = 60;
    private static final Duration OLD = Duration.ofHours(1);

    private Leftovers() {}

    /// Whether a file is called as a temporary one of this program.
    public static boolean isOne(String fileName) {
        return fileName.startsWith(".") && fileName.endsWith(ENDING) && NAME.matcher(fileName).matches();
    }

    /// A name that nobody else has. Of a long one the beginning, so that it is no longer than names may be.
    static String name(Path target) {
        String whole = String.valueOf(target.getFileName());
        int end = Math.min(whole.length(), LONGEST);
        String begin = whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end);
        return "." + begin + "." + UUID.randomUUID().toString().substring(0, DIGITS) + ENDING;
    }

    /// Takes the old ones of a folder away.
    static void sweep(Path folder) throws IOException {
        Instant old = Instant.now().minus(OLD);
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder,
                file -> isOne(String.valueOf(file.getFileName())))) {
            for (Path file : there) {
                try {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(old)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException _) {
                    // Whoever wrote it has just moved it into its place.
                }
            }
        }
    }
}
