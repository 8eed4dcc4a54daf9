package org.commonwright.workbench.columns;

import java.util.ArrayList;
import java.util.List;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.bom.Column;
import org.commonwright.bom.read.ColumnsPreview;
import org.commonwright.model.RepoPath;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsViewModelTest {
    private static final String LIST = "Bought,2025,\nWozu,Was,Wieviel\nleg,rod,3 m\nleg,nut,4\n,washer,8\nleg,pin,1\n";

    @TempDir
    Path design;

    private final Notices notices = new Notices(Runnable::run);
    private ColumnsViewModel model;
    private final List<RepoPath> written = new ArrayList<>();

    @BeforeEach
    void aList() throws IOException {
        Files.writeString(design.resolve("bom.csv"), LIST);
        model = new ColumnsViewModel(new InlineTasks(), new InlineTasks(), notices,
                (_, files) -> written.addAll(files));
    }

    private ColumnsPreview preview() {
        return model.preview().get() instanceof Loaded.Ready<ColumnsPreview>(ColumnsPreview preview)
                ? preview
                : throw_(model.preview().get());
    }

    private static ColumnsPreview throw_(Object state) {
        throw new AssertionError(state.toString());
    }

    private Path kept() {
        return design.resolve("bom.csv.columns.toml");
    }

    private void save() {
        model.save();
        assertFalse(model.steps().get().changed());
    }

    @Test
    void whatIsSaidIsSeenAtOnceAndKeptOnlyWhenSaved() throws IOException {
        model.open(design, new RepoPath("bom.csv"));
        assertTrue(preview().fault().isPresent(), "no row names columns by itself");
        assertEquals("Wozu", preview().columns().getFirst().header(), "but one may");
        assertEquals("Wozu · Was · Wieviel", preview().first().get(1).text());
        model.headerRow(2);
        assertEquals("[rod, nut, washer]", preview().columns().get(1).samples().toString());
        assertEquals(Optional.empty(), preview().columns().get(1).meaning());
        model.say("Was", Optional.of(Column.PART));
        model.say("Wieviel", Optional.of(Column.QUANTITY));
        assertEquals(4, preview().lines());
        assertEquals(1, preview().aside());
        assertEquals(Optional.of(Column.QUANTITY), preview().columns().get(2).meaning());
        assertFalse(Files.exists(kept()));
        save();
        assertEquals(List.of(new RepoPath("bom.csv.columns.toml")), written);
        assertTrue(Files.readString(kept()).contains("header_row = 2"), Files.readString(kept()));
        assertFalse(model.steps().get().changed());
    }

    @Test
    void everyStepHasAWayBack() throws IOException {
        model.open(design, new RepoPath("bom.csv"));
        model.headerRow(2);
        model.say("Was", Optional.of(Column.PART));
        model.undo();
        assertEquals(Optional.empty(), preview().columns().get(1).meaning());
        model.redo();
        assertEquals(Optional.of(Column.PART), preview().columns().get(1).meaning());
        model.forget("Was");
        assertEquals(Optional.empty(), preview().columns().get(1).meaning());
        model.undo();
        save();
        model.reset();
        assertTrue(model.steps().get().changed());
        save();
        assertFalse(Files.exists(kept()), "saying nothing leaves no file behind");
        model.undo();
        save();
        assertTrue(Files.exists(kept()), "and even that can be taken back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version = 1\n[columns\n", "version = 9\n", "\u0000\u0001",
            "version = 1\n[columns]\nWas = 'Price'\n"})
    void aBrokenMappingIsToldAndReplaced(String text) throws IOException {
        Files.writeString(kept(), text);
        model.open(design, new RepoPath("bom.csv"));
        assertNotNull(model.broken().get());
        assertEquals(text, Files.readString(kept()));
        model.headerRow(2);
        save();
        assertNull(model.broken().get());
        assertTrue(Files.readString(kept()).contains("header_row = 2"));
    }

    @Test
    void aHugeMappingIsToldInOneSentence() throws IOException {
        Files.write(kept(), new byte[300_000]);
        model.open(design, new RepoPath("bom.csv"));
        assertEquals("files.too-large", model.broken().get().code());
    }

    @Test
    void listsThatAreOnlyReadHaveColumnsToo() throws IOException {
        Files.writeString(design.resolve("bom.md"),
                "# Teile\n\n| Was | Wieviel | Part |\n|---|---|---|\n| rod | 3 | x |\n");
        model.open(design, new RepoPath("bom.md"));
        assertEquals("[rod]", preview().columns().getFirst().samples().toString());
        model.say("Was", Optional.of(Column.PART));
        model.say("Part", Optional.empty());
        assertEquals(Optional.of(Column.PART), preview().columns().getFirst().meaning());
        assertEquals(Optional.empty(), preview().columns().get(2).meaning());
        save();
        assertTrue(Files.exists(design.resolve("bom.md.columns.toml")));
    }

    @Test
    void aLinkInPlaceOfTheMappingIsNotFollowed() throws IOException {
        Path outside = Files.writeString(design.resolveSibling("outside-" + design.getFileName()), "mine");
        Files.createSymbolicLink(kept(), outside);
        model.open(design, new RepoPath("bom.csv"));
        model.headerRow(2);
        model.save();
        assertEquals("mine", Files.readString(outside));
        Files.delete(outside);
    }
}
