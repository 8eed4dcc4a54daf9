package org.commonwright.design.fix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// The files of a design while edits are made on them, in memory.
public final class EditedFiles {

    private final FileTree tree;
    private final Map<RepoPath, Optional<byte[]>> edited = new LinkedHashMap<>();

    public EditedFiles(FileTree tree) {
        this.tree = tree;
    }

    boolean exists(RepoPath file) {
        Optional<byte[]> now = edited.get(file);
        return now == null ? tree.exists(file) : now.isPresent();
    }

    /// @throws Fault `design.fix-stale` when there is no such file (any more)
    byte[] read(RepoPath file) {
        Optional<byte[]> now = edited.get(file);
        if (now != null) {
            return now.orElseThrow(() -> stale(file));
        }
        if (!tree.exists(file)) {
            throw stale(file);
        }
        return tree.read(file, BomReader.LIMIT);
    }

    /// A text in UTF-8, a mark at its beginning included.
    String text(RepoPath file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(file))).toString();
        } catch (CharacterCodingException e) {
            throw new Fault(e, "design.fix-not-utf8", file);
        }
    }

    BomDocument table(RepoPath file) {
        RepoPath said = DesignBoms.mappingFile(file);
        ColumnMapping mapping = exists(said) ? MappingFile.read(said.text(), read(said)) : ColumnMapping.NONE;
        return BomDocument.parse(file.text(), read(file), mapping);
    }

    void write(RepoPath file, byte[] bytes) {
        edited.put(file, Optional.of(bytes));
    }

    void writeText(RepoPath file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void delete(RepoPath file) {
        edited.put(file, Optional.empty());
    }

    Fault stale(RepoPath file) {
        return new Fault("design.fix-stale", file);
    }

    /// Makes all edits of a fix, or none.
    ///
    /// @throws Fault why not
    public void make(Fix fix) {
        Map<RepoPath, Optional<byte[]>> before = new LinkedHashMap<>(edited);
        try {
            fix.edits().forEach(edit -> edit.on(this));
        } catch (Fault fault) {
            edited.clear();
            edited.putAll(before);
            throw fault;
        }
    }

    /// The files that are other than they were, in the order in which they were edited.
    public List<ChangedFile> changes() {
        List<ChangedFile> changes = new ArrayList<>();
        edited.forEach((file, now) -> {
            byte[] before = tree.exists(file) ? tree.read(file, BomReader.LIMIT) : null;
            if (!Arrays.equals(before, now.orElse(null))) {
                changes.add(new ChangedFile(file, before, now.orElse(null)));
            }
        });
        return changes;
    }
}
