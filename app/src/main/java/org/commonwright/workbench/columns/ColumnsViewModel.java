package org.commonwright.workbench.columns;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
    private final BiConsumer<Path, Collection<RepoPath>> wrote;
    private final Loader<Read> reading;
    private final ReadOnlyObjectWrapper<Loaded<ColumnsPreview>> preview = new ReadOnlyObjectWrapper<>(
            new Loaded.Nothing<>());
    private final ReadOnlyObjectWrapper<Steps> steps = new ReadOnlyObjectWrapper<>(Steps.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Fault> broken = new ReadOnlyObjectWrapper<>();
    private final Deque<ColumnMapping> done = new ArrayDeque<>();
    private final Deque<ColumnMapping> undone = new ArrayDeque<>();
    private ColumnMapping saved = ColumnMapping.NONE;
    private boolean saving;
    private byte @Nullable [] bytes;
    private byte @Nullable [] kept;
    private @Nullable Path folder;
    private @Nullable RepoPath file;

    /// What is said now, and what can be done about it.
    ///
    /// @param changed whether it differs from what is kept
    public record Steps(ColumnMapping mapping, boolean undo, boolean redo, boolean changed) {
        static final Steps NONE = new Steps(ColumnMapping.NONE, false, false, false);
    }

    private record Opened(byte[] bytes, byte @Nullable [] kept, ColumnMapping mapping, Optional<Fault> broken) {}

    /// What is on disk after saving.
    private record Kept(byte @Nullable [] bytes, ColumnMapping mapping) {}

    /// @param opened what was read from disk for it; null when only another mapping was tried
    private record Read(@Nullable Opened opened, ColumnsPreview preview) {}

    /// @param tasks writes
    /// @param quiet reads: after each choice, which is not worth a line in the status bar
    /// @param wrote hears the design and which files of it were written
    public ColumnsViewModel(Tasks tasks, Tasks quiet, Notices notices,
            BiConsumer<Path, Collection<RepoPath>> wrote) {
        this.tasks = tasks;
        this.notices = notices;
        this.wrote = wrote;
        this.reading = new Loader<>(quiet);
        reading.state().subscribe(this::arrived);
    }

    /// What the mapping of the moment makes of the file.
    ReadOnlyObjectProperty<Loaded<ColumnsPreview>> preview() {
        return preview.getReadOnlyProperty();
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
        bytes = null;
        done.clear();
        undone.clear();
        saved = ColumnMapping.NONE;
        kept = null;
        broken.set(null);
        steps.set(Steps.NONE);
        reading.load(Messages.Key.of("columns.reading", bom.fileName()), _ -> {
            Opened opened = read(design, bom);
            return new Read(opened, ColumnsPreview.of(bom.fileName(), opened.bytes(), opened.mapping()));
        });
    }

    private void arrived(Loaded<Read> state) {
        if (state instanceof Loaded.Ready<Read>(Read(Opened opened, _)) && opened != null) {
            bytes = opened.bytes();
            kept = opened.kept();
            saved = opened.mapping();
            broken.set(opened.broken().orElse(null));
            tell(saved);
        }
        preview.set(switch (state) {
            case Loaded.Nothing<Read> _ -> new Loaded.Nothing<>();
            case Loaded.Loading<Read>(var title) -> new Loaded.Loading<>(title);
            case Loaded.Ready<Read>(Read(_, var seen)) -> new Loaded.Ready<>(seen);
            case Loaded.Failed<Read>(var fault) -> new Loaded.Failed<>(fault);
        });
    }

    /// A mapping that is broken keeps nobody from saying it anew.
    private static Opened read(Path design, RepoPath bom) {
        byte[] read = PlainFiles.read(Inside.resolve(design, bom.text()), CsvText.LIMIT);
        Path place = keptAt(design, bom);
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            return new Opened(read, null, ColumnMapping.NONE, Optional.empty());
        }
        byte[] there = PlainFiles.read(place, CsvText.LIMIT);
        try {
            ColumnMapping mapping = MappingFile.read(bom.fileName() + MappingFile.SUFFIX, there);
            return new Opened(read, there, mapping, Optional.empty());
        } catch (Fault fault) {
            return new Opened(read, there, ColumnMapping.NONE, Optional.of(fault));
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

    /// Says the currency, ISO 4217, of prices that name none; empty to have it found.
    void currency(String code) {
        step(mapping().withCurrency(code));
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
        Path design = folder;
        RepoPath bom = file;
        if (bytes == null && design != null && bom != null) {
            open(design, bom);
        } else {
            show(mapping());
        }
    }

    /// Keeps what is said beside the file; where nothing is, takes it away. What is said meanwhile stays unsaved.
    void save() {
        Path design = folder;
        RepoPath bom = file;
        if (design == null || bom == null || saving) {
            return;
        }
        ColumnMapping mapping = mapping();
        byte[] before = kept;
        saving = true;
        tasks.submit(Messages.Key.of("columns.saving", bom.fileName()), _ -> {
            return new Kept(MappingFile.save(keptAt(design, bom), before, bom.fileName(), mapping), mapping);
        }, Outcome.<Kept>of(now -> {
            saving = false;
            saved = now.mapping();
            kept = bom.equals(file) ? now.bytes() : kept;
            broken.set(null);
            tell(mapping());
            notices.say(saved.isEmpty() ? "columns.forgotten" : "columns.saved", bom.fileName());
            wrote.accept(design, Set.of(mappingOf(bom)));
        }, fault -> {
            saving = false;
            notices.fault(fault);
        }).whenCancelled(() -> saving = false));
    }

    private static Path keptAt(Path design, RepoPath bom) {
        return Inside.resolve(design, mappingOf(bom).text());
    }

    private static RepoPath mappingOf(RepoPath bom) {
        return new RepoPath(bom.text() + MappingFile.SUFFIX);
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
        byte[] content = bytes;
        if (bom != null && content != null) {
            reading.load(Messages.Key.of("columns.reading", bom.fileName()), true,
                    _ -> new Read(null, ColumnsPreview.of(bom.fileName(), content, mapping)));
        }
    }

    private void tell(ColumnMapping mapping) {
        steps.set(new Steps(mapping, !done.isEmpty(), !undone.isEmpty(),
                !mapping.equals(saved) || broken.get() != null));
    }
}
