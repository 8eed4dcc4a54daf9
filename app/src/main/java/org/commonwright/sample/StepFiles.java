package org.commonwright.sample;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.git.TreeEdit;
import org.commonwright.model.RepoPath;
import org.commonwright.sample.Step.Change;

/// The files of one commit in the making: those of the commit before, and the step's edits on top.
final class StepFiles {
    private static final long LIMIT = 16L << 20;

    private final String sample;
    private final Step step;
    private final SampleSource source;
    private final GitRepository repository;
    private final Optional<CommitTree> before;
    private final Map<RepoPath, TreeEdit> edits = new LinkedHashMap<>();
    private final Map<RepoPath, String> drafts = new LinkedHashMap<>();

    /// @param merged what a merge brings, as edits to the files of `before`
    StepFiles(String sample, Step step, SampleSource source, GitRepository repository, Optional<CommitTree> before,
            Map<RepoPath, TreeEdit> merged) {
        this.sample = sample;
        this.step = step;
        this.source = source;
        this.repository = repository;
        this.before = before;
        this.edits.putAll(merged);
    }

    /// Makes the step's changes.
    ///
    /// @param pins what a pinned module is
    Map<RepoPath, TreeEdit> apply(Function<Change.Pin, LockEntry> pins) {
        for (Change change : step.changes()) {
            switch (change) {
                case Change.Add add -> write(add.file(), finished(add.file()));
                case Change.Draft draft -> draft(draft);
                case Change.Copy copy -> write(copy.file(), source.read(sample + "/" + copy.from()));
                case Change.Move move -> move(move.from(), move.to());
                case Change.Remove remove -> remove(remove.file());
                case Change.Edit edit -> edit(edit);
                case Change.Pin pin -> pin(pins.apply(pin));
            }
        }
        return edits;
    }

    private byte[] finished(RepoPath file) {
        return source.read(sample + "/design/" + file);
    }

    private void draft(Change.Draft draft) {
        RepoPath file = draft.file();
        String text = drafts.computeIfAbsent(file, f -> new String(finished(f), StandardCharsets.UTF_8));
        text = draft.all() && text.contains(draft.find())
                ? text.replace(draft.find(), draft.instead())
                : replaceOnce(file, text, draft.find(), draft.instead());
        drafts.put(file, text);
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void edit(Change.Edit edit) {
        String text = new String(read(edit.file()), StandardCharsets.UTF_8);
        write(edit.file(),
                replaceOnce(edit.file(), text, edit.find(), edit.replace()).getBytes(StandardCharsets.UTF_8));
    }

    private String replaceOnce(RepoPath file, String text, String find, String replace) {
        int at = text.indexOf(find);
        if (at < 0 || text.indexOf(find, at + 1) >= 0) {
            throw bad(file + ": " + find.lines().findFirst().orElse(""));
        }
        return text.substring(0, at) + replace + text.substring(at + find.length());
    }

    private void move(RepoPath from, RepoPath to) {
        List<RepoPath> moved = present().stream().filter(p -> p.isUnder(from)).toList();
        if (moved.isEmpty()) {
            throw bad(from.text());
        }
        for (RepoPath file : moved) {
            byte[] bytes = read(file);
            remove(file);
            write(new RepoPath(to.text() + file.text().substring(from.text().length())), bytes);
        }
    }

    private void pin(LockEntry entry) {
        LockFile lock = present().contains(LockFile.PATH)
                ? LockFile.read(LockFile.PATH.text(), read(LockFile.PATH), problem -> {
                    throw bad(problem.code());
                })
                : LockFile.EMPTY;
        write(LockFile.PATH, lock.with(entry).write().getBytes(StandardCharsets.UTF_8));
    }

    private void write(RepoPath file, byte[] bytes) {
        edits.put(file, new TreeEdit.Write(bytes));
    }

    private void remove(RepoPath file) {
        if (!present().contains(file)) {
            throw bad(file.text());
        }
        edits.put(file, new TreeEdit.Delete());
    }

    private TreeSet<RepoPath> present() {
        var present = new TreeSet<>(before.map(CommitTree::files).orElse(List.of()));
        edits.forEach((file, edit) -> {
            if (edit instanceof TreeEdit.Delete) {
                present.remove(file);
            } else {
                present.add(file);
            }
        });
        return present;
    }

    private byte[] read(RepoPath file) {
        return switch (edits.get(file)) {
            case TreeEdit.Write write -> write.bytes();
            case TreeEdit.Use use -> repository.blob(use.version().blob(), LIMIT);
            case TreeEdit.Delete _ -> throw bad(file.text());
            case null -> before.filter(tree -> tree.exists(file)).orElseThrow(() -> bad(file.text())).read(file,
                    LIMIT);
        };
    }

    private Fault bad(String what) {
        return new Fault("sample.step-bad", sample + "/history.toml", step.number(), what);
    }
}
