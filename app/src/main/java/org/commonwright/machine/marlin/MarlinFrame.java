package org.commonwright.machine.marlin;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Upload;

/// What stands around the lines of a program: nothing, when they are to be done; `M28` and `M29`, when they are to be written
/// to a file of the card.
///
/// @param file the file's name, empty when the lines are to be done
record MarlinFrame(String file) {
    /// The lines are to be done.
    static final MarlinFrame DONE = new MarlinFrame("");

    static MarlinFrame of(Upload upload) {
        return new MarlinFrame(upload.name());
    }

    /// Whether the lines go to a file.
    boolean isStored() {
        return !file.isEmpty();
    }

    String first() {
        return "M28 " + file;
    }

    /// What comes after the last line. `M400` waits for standstill, `M29` closes the file.
    String last() {
        return isStored() ? "M29" : "M400";
    }

    /// What ends it before its end: a file is closed and taken away, motion is stopped and tools are switched off. With an
    /// emergency parser the first lines act before whatever else waits.
    ///
    /// @param off what switches tools off
    List<String> stop(List<String> off, boolean emergencyParser) {
        if (isStored()) {
            return List.of("M29", "M30 " + file);
        }
        List<String> lines = new ArrayList<>();
        if (emergencyParser) {
            lines.add("M108");
        }
        lines.add("M410");
        lines.addAll(off);
        lines.add("M400");
        return lines;
    }
}
