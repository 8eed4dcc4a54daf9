package org.commonwright.design.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// `commons.lock`, version 1: the modules that a design takes from other repositories, pinned by commit and tree hash.
public record LockFile(List<LockEntry> entries) {
    public static final RepoPath PATH = new RepoPath("commons.lock");
    public static final LockFile EMPTY = new LockFile(List.of());

    private static final String VERSION = "1";

    public LockFile {
        entries = entries.stream().sorted(Comparator.comparing(LockEntry::name)).toList();
    }

    public Optional<LockEntry> entry(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /// The same pins and this one, in place of an older one of its name.
    public LockFile with(LockEntry entry) {
        List<LockEntry> all = new ArrayList<>(entries);
        all.removeIf(e -> e.name().equals(entry.name()));
        all.add(entry);
        return new LockFile(all);
    }

    /// The same pins without one.
    public LockFile without(String name) {
        return new LockFile(entries.stream().filter(e -> !e.name().equals(name)).toList());
    }

    /// Reads a lock; entries that cannot be understood are left out with a problem.
    public static LockFile read(String shownAs, byte[] bytes, Consumer<Problem> problems) {
        Optional<TomlTable> table = TomlTable.parse(shownAs, bytes, problems);
        if (table.isEmpty()) {
            return EMPTY;
        }
        String version = table.get().text("version");
        if (!version.equals(VERSION)) {
            problems.accept(
                    Problem.error(Place.file(shownAs), "design.lock-version", version.isEmpty() ? "?" : version));
            return EMPTY;
        }
        List<LockEntry> entries = new ArrayList<>();
        for (TomlTable module : table.get().tables("module")) {
            entry(module, shownAs, problems).ifPresent(entry -> {
                if (entries.stream().anyMatch(e -> e.name().equals(entry.name()))) {
                    problems.accept(Problem.error(Place.file(shownAs), "design.lock-twice", entry.name()));
                } else {
                    entries.add(entry);
                }
            });
        }
        return new LockFile(entries);
    }

    private static Optional<LockEntry> entry(TomlTable t, String shownAs, Consumer<Problem> problems) {
        String name = t.text("name");
        String commit = t.text("commit");
        String tree = t.text("tree");
        String path = t.text("path").equals(".") ? "" : t.text("path");
        boolean complete = !name.isEmpty() && !t.text("repository").isEmpty() && commit.matches("[0-9a-f]{40}")
                && tree.matches("[0-9a-f]{40}") && RepoPath.isSafe(path);
        if (!complete) {
            problems.accept(Problem.error(Place.file(shownAs), "design.lock-entry", name.isEmpty() ? "?" : name));
            return Optional.empty();
        }
        var entry = new LockEntry(name, t.text("repository"), new RepoPath(path), new CommitId(commit), tree);
        if (!entry.check().equals(t.text("check"))) {
            problems.accept(Problem.warning(Place.file(shownAs), "design.lock-edited", name));
        }
        return Optional.of(entry);
    }

    /// The file's text: sorted by name, so that the same pins are the same bytes.
    public String write() {
        var text = new StringBuilder(
                "# Written by Commonwright; change it with `commonwright design pin`.\nversion = 1\n");
        for (LockEntry e : entries) {
            text.append("\n[[module]]\n");
            line(text, "name", e.name());
            line(text, "repository", e.repository());
            line(text, "path", e.path().text());
            line(text, "commit", e.commit().hex());
            line(text, "tree", e.tree());
            line(text, "check", e.check());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = \"");
        // A control character would end the text, or be no TOML.
        value.chars().forEach(c -> text.append(c == '"' || c == '\\'
                ? "\\" + (char) c
                : c < ' ' || c == 0x7f ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        text.append("\"\n");
    }
}
