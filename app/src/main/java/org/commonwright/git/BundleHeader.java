package org.commonwright.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.eclipse.jgit.lib.Repository;

/// What a Git bundle says before its pack (gitformat-bundle(5), version 2): what it needs, and its refs.
///
/// @param needs commits that the receiver must have
/// @param refs full names and where they point
record BundleHeader(List<CommitId> needs, Map<String, CommitId> refs) {
    private static final String SIGNATURE = "# v2 git bundle";
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 2000;
    private static final int ID = 40;

    /// Reads up to the pack and no further.
    ///
    /// @throws Fault `git.bundle-none`, `git.bundle-malformed`
    static BundleHeader read(InputStream in, Path file) throws IOException {
        if (!line(in, file, true).equals(SIGNATURE)) {
            throw new Fault("git.bundle-none", file);
        }
        var needs = new ArrayList<CommitId>();
        var refs = new LinkedHashMap<String, CommitId>();
        for (String line = line(in, file, false); !line.isEmpty(); line = line(in, file, false)) {
            boolean need = line.startsWith("-");
            String rest = need ? line.substring(1) : line;
            if (rest.length() < ID || !rest.substring(0, ID).matches("[0-9a-f]{40}")
                    || needs.size() + refs.size() > MOST_LINES) {
                throw new Fault("git.bundle-malformed", file);
            }
            var id = new CommitId(rest.substring(0, ID));
            if (need) {
                needs.add(id);
            } else if (rest.length() < ID + 2 || refs.put(rest.substring(ID + 1), id) != null) {
                throw new Fault("git.bundle-malformed", file);
            }
        }
        if (!refs.keySet().stream().allMatch(name -> isName(name, refs.keySet()))) {
            throw new Fault("git.bundle-malformed", file);
        }
        return new BundleHeader(needs, refs);
    }

    /// Whether a repository can hold it beside the others: one name is not another's folder.
    private static boolean isName(String name, Set<String> all) {
        return name.startsWith("refs/") && Repository.isValidRefName(name)
                && all.stream().noneMatch(other -> other.startsWith(name + "/"));
    }

    private static String line(InputStream in, Path file, boolean first) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new Fault(first ? "git.bundle-none" : "git.bundle-malformed", file);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
