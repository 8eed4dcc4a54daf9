package org.commonwright.machine.macro;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.settings.AppFolders;

/// Which macros of others a person has seen and let run: by their hash, so that one whose text changes is asked about again.
public final class MacroTrust {
    private static final long LIMIT = 1L << 20;

    private final Path file;

    public MacroTrust(AppFolders folders) {
        this.file = folders.config().resolve("trusted-macros.txt");
    }

    public boolean trusts(Macro macro) {
        return ids().contains(macro.id().hex());
    }

    /// @throws org.commonwright.error.Fault `files.not-written`
    public void trust(Macro macro) {
        Set<String> ids = ids();
        if (ids.add(macro.id().hex())) {
            AtomicFiles.replace(file, String.join("\n", ids) + "\n");
        }
    }

    private Set<String> ids() {
        byte[] bytes = PlainFiles.readIfThere(file, LIMIT);
        Set<String> ids = new LinkedHashSet<>();
        if (bytes != null) {
            new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> line.matches("[0-9a-f]{64}"))
                    .forEach(ids::add);
        }
        return ids;
    }
}
