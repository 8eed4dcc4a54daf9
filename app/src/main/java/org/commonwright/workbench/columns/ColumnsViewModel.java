package org.commonwright.workbench.columns;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.ColumnsPreview;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.error.Fault;
import org.commonwright.files.Inside;
import org.commonwright.files.PlainFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// What a person says about the columns of one list, what comes of it, and the way back. Nothing is written before [#save].
public final class ColumnsViewModel {
    private final Tasks tasks;
    private final Notices notices;
    private final Runnable changed;
    private final Loader<ColumnsPreview> preview;
    private final ReadOnlyObjectWrapper<Steps> steps = new ReadOnlyObjectWrapper<>(Steps.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Fault> broken = new ReadOnlyObjectWrapper<>();
    private final Deque<ColumnMapping> done = new ArrayDeque<>();
    private final Deque<ColumnMapping> undone = new ArrayDeque<>();
    private ColumnMapping saved = ColumnMapping.NONE;
    private byte[] bytes = new byte[0];
    private @Nullable Path folder;
    private @Nullable RepoPath file;

    /// What is said now, and what can be done about it.
    ///
    /// @param changed whether it differs from what is kept
    public record Steps(ColumnMapping mapping, boolean undo, boolean redo, boolean changed) {
        static final Steps NONE = new Steps(ColumnMapping.NONE, false, false, false);
    }

    private record Opened(byte[] bytes, ColumnMapping mapping, Optional<Fault> broken) {}

    /// @param changed called when something was written
    public ColumnsViewModel(Tasks tasks, Notices notices, Runnable changed) {
        this.tasks = tasks;
        this.notices = notices;
        this.changed = changed;
        this.preview = new Loader<>(tasks);
    }

    /// What the mapping of the moment makes of the file.
    ReadOnlyObjectProperty<Loaded<ColumnsPreview>> preview() {
        return preview.state();
    }

    ReadOnlyObjectProperty<Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /// Why what is kept beside the file could not be read; saving replaces it. Null when it could.
    ReadOnlyObjectProperty<@Nullable Fault> broken() {
        return broken.getReadOnlyProperty();
    }

    /// Begins with a file and what is kept about it.
    public void open(Path design, RepoPath bom) {
        folder = design;
        file = bom;
        done.clear();
        undone.clear();
        saved = ColumnMapping.NONE;
        broken.set(null);
        steps.set(Steps.NONE);
        tasks.submit(Messages.Key.of("columns.reading", bom.fileName()), _ -> read(design, bom),
                Outcome.of(opened -> {
                    if (bom.equals(file)) {
                        bytes = opened.bytes();
                        saved = opened.mapping();
                        broken.set(opened.broken().orElse(null));
                        show(saved);
                    }
                }, notices::fault));
    }

    /// A mapping that is broken keeps nobody from saying it anew.
    private static Opened read(Path design, RepoPath bom) {
        byte[] read = PlainFiles.read(Inside.resolve(design, bom.text()), CsvText.LIMIT);
        Path kept = kept(design, bom);
        if (!Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)) {
            return new Opened(read, ColumnMapping.NONE, Optional.empty());
        }
        try {
            ColumnMapping mapping = MappingFile.read(bom.fileName() + MappingFile.SUFFIX,
                    PlainFiles.read(kept, MappingFile.LIMIT));
            return new Opened(read, mapping, Optional.empty());
        } catch (Fault fault) {
            return new Opened(read, ColumnMapping.NONE, Optional.of(fault));
        }
    }

    /// Says what a column means.
    ///
    /// @param meaning nothing when its cells are to be kept as they are
    void say(String header, Optional<Column> meaning) {
        step(mapping().with(header, meaning));
    }

    /// Has the meaning of a column found again.
    void forget(String header) {
        step(mapping().without(header));
    }

    /// Says which row holds the headers, from 1; 0 to have it found.
    void headerRow(int row) {
        step(mapping().withHeaderRow(row));
    }

    /// Says nothing about the file any more.
    void reset() {
        step(ColumnMapping.NONE);
    }

    void undo() {
        if (!done.isEmpty()) {
            undone.push(mapping());
            show(done.pop());
        }
    }

    void redo() {
        if (!undone.isEmpty()) {
            done.push(mapping());
            show(undone.pop());
        }
    }

    /// Reads the file again as it is said to be now.
    void again() {
        show(mapping());
    }

    /// Keeps what is said beside the file; where nothing is, takes it away.
    ///
    /// @return whether that is on disk now
    boolean save() {
        Path design = folder;
        RepoPath bom = file;
        if (design == null || bom == null) {
            return false;
        }
        try {
            MappingFile.save(kept(design, bom), bom.fileName(), mapping());
        } catch (Fault fault) {
            notices.fault(fault);
            return false;
        }
        saved = mapping();
        broken.set(null);
        tell(saved);
        notices.say(saved.isEmpty() ? "columns.forgotten" : "columns.saved", bom.fileName());
        changed.run();
        return true;
    }

    private static Path kept(Path design, RepoPath bom) {
        return Inside.resolve(design, bom.text() + MappingFile.SUFFIX);
    }

    private ColumnMapping mapping() {
        return steps.get().mapping();
    }

    private void step(ColumnMapping next) {
        if (!next.equals(mapping())) {
            done.push(mapping());
            undone.clear();
            show(next);
        }
    }

    private void show(ColumnMapping mapping) {
        tell(mapping);
        RepoPath bom = file;
        if (bom != null) {
            byte[] content = bytes;
            preview.load(Messages.Key.of("columns.reading", bom.fileName()), true,
                    _ -> ColumnsPreview.of(bom.fileName(), content, mapping));
        }
    }

    private void tell(ColumnMapping mapping) {
        steps.set(new Steps(mapping, !done.isEmpty(), !undone.isEmpty(),
                !mapping.equals(saved) || broken.get() != null));
    }
}
