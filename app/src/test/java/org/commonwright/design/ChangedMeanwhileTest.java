package org.commonwright.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.bom.edit.UndoStack;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.design.add.Addition;
import org.commonwright.design.add.KeptAddition;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Between reading a file and writing it somebody else may have written it.
class ChangedMeanwhileTest {
    @TempDir
    Path folder;

    @Test
    void aListThatLinesAreAddedTo() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.csv"), "Part,Quantity\nrod,1\n");
        BomDocument read = BomDocument.parse("bom.csv", Files.readAllBytes(file));
        Files.writeString(file, "Part,Quantity\nrod,1\nscrew,8\n");
        var addition = new Addition(new Edit.InsertLine(0, List.of("nut", "1")), List.of(), 1, List.of());
        try (var workspace = new Workspace(folder.resolve("workspace"))) {
            refused(file, () -> KeptAddition.write(workspace, folder, file, read, addition));
        }
    }

    @Test
    void aListThatIsEditedAndSavedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.csv"), "Part,Quantity\nrod,1\n");
        var stack = new UndoStack(BomDocument.parse("bom.csv", Files.readAllBytes(file)));
        for (String quantity : List.of("2", "3")) {
            stack.apply(new Edit.SetCell(0, 1, quantity));
            UndoStack.Moment now = stack.now();
            now.save(file);
            stack.saved(now);
        }
        assertEquals("Part,Quantity\nrod,3\n", Files.readString(file));
        stack.apply(new Edit.SetCell(0, 1, "4"));
        Files.writeString(file, "Part,Quantity\nrod,30\n");
        refused(file, () -> stack.now().save(file));
    }

    @Test
    void whatIsSaidAboutColumns() throws IOException {
        Path kept = folder.resolve("bom.csv.columns.toml");
        byte[] first = MappingFile.save(kept, null, "bom.csv", ColumnMapping.NONE.withHeaderRow(2));
        Files.writeString(kept, "version = 1\nheader_row = 7\n");
        refused(kept, () -> MappingFile.save(kept, first, "bom.csv", ColumnMapping.NONE.withHeaderRow(3)));
        refused(kept, () -> MappingFile.save(kept, first, "bom.csv", ColumnMapping.NONE));
        refused(kept, () -> MappingFile.save(kept, null, "bom.csv", ColumnMapping.NONE.withHeaderRow(3)));
    }

    @Test
    void aPinThatMovedSinceItsUpdateWasLookedAt() throws IOException {
        Path home = folder.resolve("workspace");
        try (var other = GitRepository.init(home.resolve("other")); var workspace = new Workspace(home)) {
            Repos.commit(other, "main", Map.of("bom.csv", "Part,Quantity\na,1\n"));
            Path design = Files.createDirectories(home.resolve("design"));
            Files.writeString(design.resolve("bom.csv"), "Part,Quantity,Module\nx,1,@x\n");
            String first = other.require("HEAD").hex();
            new Pinning(workspace).pin(design, "x", "other", "", first);
            Repos.commit(other, "main", Map.of("bom.csv", "Part,Quantity\na,2\n"));
            var update = new PinUpdate(workspace);
            PinUpdate.Preview preview = update.preview(design, Set.of(), "");
            assertEquals(1, preview.pins().size());
            Repos.commit(other, "main", Map.of("bom.csv", "Part,Quantity\na,3\n"));
            new Pinning(workspace).pin(design, "x", "other", "", other.require("HEAD").hex());
            refused(design.resolve(LockFile.PATH.text()), () -> update.apply(design, preview));
        }
    }

    @Test
    void aLockThatIsALink() throws IOException {
        Path design = Files.createDirectories(folder.resolve("design"));
        Path outside = Files.writeString(folder.resolve("outside"), "version = 1\n");
        Files.createSymbolicLink(design.resolve("commons.lock"), outside);
        Fault fault = assertThrows(Fault.class, () -> Pinning.lock(design));
        assertEquals("files.is-link", fault.code());
    }

    private static void refused(Path file, Executable writing) throws IOException {
        String before = Files.readString(file);
        Fault fault = assertThrows(Fault.class, writing);
        assertEquals("files.changed-since", fault.code());
        assertEquals(before, Files.readString(file));
    }
}
