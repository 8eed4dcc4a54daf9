package org.commonwright.workbench.preview;

import java.util.Locale;
import org.commonwright.model.RepoPath;

/// How a file is shown first, by its extension.
public enum PreviewKind {
    TEXT, MARKDOWN, PICTURE;

    public static PreviewKind of(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md", "markdown" -> MARKDOWN;
            case "png", "jpg", "jpeg", "gif", "bmp" -> PICTURE;
            default -> TEXT;
        };
    }

    /// Whether it can be shown as its text, too.
    public boolean hasText() {
        return this != PICTURE;
    }
}
