package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.design.manifest.ReuseToml;
import org.commonwright.design.manifest.ReuseToml.Annotation;
import org.commonwright.design.manifest.ReuseToml.Precedence;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// What is said about each file of a repository: in the file, in a `.license` beside it, in the `REUSE.toml` above it. (REUSE 3.3,
/// "Licensing Information".)
final class ReuseFiles {
    private static final long TOML_LIMIT = 4L << 20;
    /// Of larger files only what stands beside them counts: nobody writes a header into one.
    private static final long LIMIT = 1L << 20;

    private final FileTree tree;
    /// From the root down.
    private final List<ReuseToml> tomls = new ArrayList<>();

    ReuseFiles(FileTree tree, Consumer<Problem> problems) {
        this.tree = tree;
        tree.files().stream().filter(file -> file.fileName().equals("REUSE.toml"))
                .sorted(Comparator.comparingInt(file -> file.parts().size()))
                .forEach(file -> ReuseToml.read(file, tree.read(file, TOML_LIMIT), problems).ifPresent(tomls::add));
    }

    /// Whether the repository follows REUSE, so that its files have to say something.
    static boolean isFollowed(FileTree tree) {
        return tree.files().stream().anyMatch(file -> file.fileName().equals("REUSE.toml")
                || file.text().startsWith("LICENSES/") || file.text().equals(".reuse/dep5"));
    }

    /// Whether a file needs licensing information. (REUSE 3.3, "Covered File".)
    boolean isCovered(RepoPath file) {
        String name = file.fileName().toUpperCase(Locale.ROOT);
        return tree.size(file) > 0 && !file.text().startsWith("LICENSES/") && !file.text().startsWith(".reuse/")
                && !file.fileName().endsWith(".license") && !file.fileName().equals("REUSE.toml")
                && !file.fileName().endsWith(".spdx") && !name.matches("(LICEN[CS]E|COPYING)([-.].*)?");
    }

    ReuseHeader of(RepoPath file) {
        List<Annotation> above = new ArrayList<>();
        for (ReuseToml toml : tomls) {
            if (file.isUnder(toml.folder())) {
                Optional<Annotation> said = toml.of(file);
                if (said.isPresent() && said.get().precedence() == Precedence.OVERRIDE) {
                    return header(said.get());
                }
                said.ifPresent(above::add);
            }
        }
        ReuseHeader header = own(file);
        for (Annotation annotation : above.reversed()) {
            header = annotation.precedence() == Precedence.AGGREGATE
                    ? header.and(header(annotation))
                    : header.or(header(annotation));
        }
        return header;
    }

    private static ReuseHeader header(Annotation annotation) {
        return new ReuseHeader(annotation.licences(), annotation.copyright());
    }

    /// What the file says, or in its place the `.license` beside it.
    private ReuseHeader own(RepoPath file) {
        RepoPath beside = new RepoPath(file.text() + ".license");
        RepoPath read = tree.exists(beside) ? beside : file;
        return tree.size(read) > LIMIT || tree.away(read).isPresent()
                ? ReuseHeader.NOTHING
                : ReuseHeader.of(tree.read(read, LIMIT));
    }
}
