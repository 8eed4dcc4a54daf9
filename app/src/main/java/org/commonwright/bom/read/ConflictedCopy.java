package org.commonwright.bom.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that a program left beside another because two people changed it: Dropbox, Nextcloud, Syncthing, drives that count
/// copies, and what merges leave. One of them looks like a bill of materials and is not the one that counts.
public final class ConflictedCopy {
    private static final String WORDS = "conflict(?:ed)?|en conflit|konflikt|copie|kopie";
    private static final Pattern INSIDE = Pattern.compile("(?iu)(.+?)\\s*(?:\\([^()]*(?:" + WORDS
            + ")[^()]*\\)|\\(\\d{1,2}\\)|\\.sync-conflict-[\\w-]+|_conflict-[\\d-]+|_(?:BACKUP|BASE|LOCAL|REMOTE)_\\d+)"
            + "(\\.\\w{1,5})");
    private static final Pattern BEHIND = Pattern.compile("(?i)(.+\\.\\w{1,5})\\.(?:orig|mine|theirs|r\\d+)");

    private ConflictedCopy() {}

    /// The name of the file that a file is a copy of; empty when its name is not that of a copy.
    public static Optional<String> original(String fileName) {
        if (fileName.length() > 255) {
            return Optional.empty();
        }
        Matcher inside = INSIDE.matcher(fileName);
        if (inside.matches()) {
            return Optional.of(inside.group(1).strip() + inside.group(2));
        }
        Matcher behind = BEHIND.matcher(fileName);
        return behind.matches() ? Optional.of(behind.group(1)) : Optional.empty();
    }
}
