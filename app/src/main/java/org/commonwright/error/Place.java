package org.commonwright.error;

import org.jspecify.annotations.Nullable;

/// Where in the input: a file, its line (from 1, 0 when unknown) and column (from 1, 0 when unknown).
public record Place(@Nullable String file, int line, int column) {
    public static Place line(String file, int line) {
        return new Place(file, line, 0);
    }

    public static Place file(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public String toString() {
        String f = file == null ? "" : file;
        return line == 0 ? f : column == 0 ? f + ":" + line : f + ":" + line + ":" + column;
    }
}
