package org.commonwright.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// Programs that plain Git calls for some files of this clone: to merge them, and to show what changed. What is run stands in the
/// clone's own configuration only, never in what others send. (gitattributes, "Defining a custom merge driver", "Defining an
/// external diff driver".)
public final class GitDrivers {
    private static final long LIMIT = 1 << 20;

    private final Repository jgit;

    GitDrivers(Repository jgit) {
        this.jgit = jgit;
    }

    /// What Git is told.
    ///
    /// @param name the driver's, as attributes name it
    /// @param title what people read
    /// @param merge a command line for `sh`, with Git's `%O`, `%A`, `%B` and `%P`
    /// @param diff a command line that is given a path, two files with their names and modes
    /// @param text a command line that is given a file and prints it for people, where Git compares texts
    /// @param patterns which files
    public record Driver(String name, String title, String merge, String diff, String text, List<String> patterns) {
        /// As they stand in `.gitattributes`.
        public List<String> attributes() {
            return patterns.stream().map(pattern -> pattern + " merge=" + name + " diff=" + name).toList();
        }
    }

    /// Whether this clone calls the driver.
    public boolean isInstalled(String name) {
        return !mergeCommand(name).isEmpty();
    }

    /// What is called now to merge; empty when nothing is.
    public String mergeCommand(String name) {
        String command = RepositoryFiles.written(jgit).getString("merge", name, "driver");
        return command == null ? "" : command;
    }

    /// Tells Git of a driver, in this clone only: its configuration, and a file of attributes.
    ///
    /// @param attributes [#ownAttributes], and [#sharedAttributes] where all are to have the lines; when one of them cannot be
    ///        written because of what it is, nothing is
    public void install(Driver driver, List<Path> attributes) {
        attributes.forEach(file -> AtomicFiles.expect(file, PlainFiles.readIfThere(file, LIMIT)));
        RepositoryFiles.configure(jgit, config -> {
            config.setString("merge", driver.name(), "name", driver.title());
            config.setString("merge", driver.name(), "driver", driver.merge());
            // Several common ancestors are merged first, by Git, where nobody could decide a conflict.
            config.setString("merge", driver.name(), "recursive", "binary");
            config.setString("diff", driver.name(), "command", driver.diff());
            config.setString("diff", driver.name(), "textconv", driver.text());
        });
        attributes.forEach(file -> add(file, driver.attributes()));
    }

    /// Takes everything back that [#install] wrote.
    ///
    /// @return whether there was anything
    public boolean remove(Driver driver) {
        boolean was = isInstalled(driver.name());
        if (was) {
            RepositoryFiles.configure(jgit, config -> {
                unset(config, "merge", driver.name());
                unset(config, "diff", driver.name());
            });
        }
        return takeOut(ownAttributes(), driver.attributes()) || was;
    }

    /// The attributes of this clone alone.
    public Path ownAttributes() {
        return jgit.getCommonDirectory().toPath().resolve("info").resolve("attributes");
    }

    /// The attributes that everyone who has the design gets.
    ///
    /// @throws Fault `git.no-work-tree` when the repository is bare
    public Path sharedAttributes() {
        if (jgit.isBare()) {
            throw new Fault("git.no-work-tree", jgit.getDirectory());
        }
        return jgit.getWorkTree().toPath().resolve(".gitattributes");
    }

    /// Adds lines to a file of attributes that it does not have yet; every other byte stays.
    ///
    /// @return whether the file changed
    public static boolean add(Path file, List<String> lines) {
        byte[] before = PlainFiles.readIfThere(file, LIMIT);
        String text = before == null ? "" : new String(before, StandardCharsets.ISO_8859_1);
        List<String> known = text.lines().map(String::strip).toList();
        List<String> missing = lines.stream().filter(line -> !known.contains(line)).toList();
        if (missing.isEmpty()) {
            return false;
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String gap = text.isEmpty() || text.endsWith("\n") ? "" : end;
        write(file, before, text + gap + String.join(end, missing) + end);
        return true;
    }

    private static boolean takeOut(Path file, List<String> lines) {
        byte[] before = PlainFiles.readIfThere(file, LIMIT);
        if (before == null) {
            return false;
        }
        String text = new String(before, StandardCharsets.ISO_8859_1);
        List<String> kept = new ArrayList<>();
        for (String line : text.split("(?<=\n)")) {
            if (!lines.contains(line.strip())) {
                kept.add(line);
            }
        }
        String after = String.join("", kept);
        if (after.equals(text)) {
            return false;
        }
        write(file, before, after);
        return true;
    }

    private static void write(Path file, byte @Nullable [] before, String text) {
        AtomicFiles.change(file, before, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void unset(Config config, String section, String name) {
        config.unsetSection(section, name);
    }
}
