package org.commonwright.review.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.review.comment.Placement.State;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Places of comments through renames, rebases, re-exports and edits.
@Execution(ExecutionMode.CONCURRENT)
class PlacesTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final RepoPath TEXT = new RepoPath("gantry/build.md");
    private static final RepoPath BOM = new RepoPath("gantry/bom.csv");
    private static final RepoPath MODEL = new RepoPath("gantry/block.stl");
    private static final RepoPath PHOTO = new RepoPath("gantry/photo.png");
    private static final String WORDS = "Cut the rods to length.\nDrill four holes.\nScrew the plate on.\n\nGrease the rods.\n";
    private static final String LIST = "Part,Quantity,Notes\nscrew,4,\nrod,2,steel\nbelt,1,\n";

    @TempDir
    Path folder;

    private GitRepository repository;
    private CommitId first;

    @BeforeEach
    void aDesign() {
        repository = GitRepository.init(folder.resolve("plotter"));
        first = write(null, TEXT, bytes(WORDS), BOM, bytes(LIST), MODEL, Blocks.block(0, 0, 0, 40, 20, 10), PHOTO,
                photo(64, 48, 0), new RepoPath("gantry/okh.toml"), bytes("title = \"Gantry\"\n"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private CommitId write(CommitId on, Object... files) {
        var draft = new CommitDraft(new Person("Maud", "maud@plotter.invalid"), NOON, "change");
        if (on != null) {
            draft.on(on);
        }
        for (int i = 0; i < files.length; i += 2) {
            if (files[i + 1] instanceof byte[] bytes) {
                draft.put((RepoPath) files[i], bytes);
            } else {
                draft.delete((RepoPath) files[i]);
            }
        }
        return repository.commits().write(draft);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @param mark a white field in the upper left of that many eighths
    private static byte[] photo(int width, int height, int mark) {
        var image = new Image(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean white = 8 * x < mark * width && 8 * y < mark * height;
                image.argb()[y * width + x] = white
                        ? 0xFFFFFFFF
                        : 0xFF000000 | 200 * x / width << 16 | 200 * y / height << 8;
            }
        }
        return Png.encode(image);
    }

    private Placement place(Anchor anchor, CommitId at) {
        return new Places(repository, at, Progress.NONE).of(first, anchor);
    }

    private Pointing pointing() {
        return new Pointing(repository, first);
    }

    @Test
    void aLineStaysThroughARenameAndEditsAround() {
        RepoPath moved = new RepoPath("frame/assembly.md");
        CommitId later = write(first, TEXT, null, moved, bytes("# Build\n\n" + WORDS.replace("four", "six")));
        Placement place = place(pointing().lines(TEXT, 3, 3), later);
        assertEquals(State.KEPT, place.state());
        Anchor.Line line = assertInstanceOf(Anchor.Line.class, place.now());
        assertEquals(moved, line.path());
        assertEquals(5, line.line());
        Placement changed = place(pointing().lines(TEXT, 2, 2), later);
        assertEquals(State.CHANGED, changed.state());
        assertEquals(4, ((Anchor.Line) changed.now()).line());
        CommitId cut = write(later, moved, bytes("# Build\n\nGrease the rods.\n"));
        assertEquals(State.GONE, place(pointing().lines(TEXT, 3, 3), cut).state());
    }

    @Test
    void aLineThatWasMovedIsFollowedAndAnEqualOneIsNotTakenForIt() {
        CommitId moved = write(first, TEXT, bytes("Grease the rods.\n" + WORDS.replace("Grease the rods.\n", "")));
        Placement place = place(pointing().lines(TEXT, 5, 5), moved);
        assertEquals(State.KEPT, place.state());
        assertEquals(1, ((Anchor.Line) place.now()).line());
        CommitId twice = write(null, TEXT, bytes("a\nsame same\nb\nsame same\nc\n"));
        CommitId one = write(twice, TEXT, bytes("a\nb\nsame same\nc\n"));
        Anchor upper = new Pointing(repository, twice).lines(TEXT, 2, 2);
        assertEquals(State.GONE, new Places(repository, one, Progress.NONE).of(twice, upper).state());
        Anchor lower = new Pointing(repository, twice).lines(TEXT, 4, 4);
        assertEquals(3, ((Anchor.Line) new Places(repository, one, Progress.NONE).of(twice, lower).now()).line());
    }

    @Test
    void aLineIsFoundWhenItsCommitIsGoneFromHere() {
        Anchor anchor = pointing().lines(TEXT, 2, 2);
        try (var other = GitRepository.init(folder.resolve("rebased"))) {
            CommitId rebased = other.commits().write(new CommitDraft(new Person("Maud", "m@plotter.invalid"), NOON, "x")
                    .put(TEXT, bytes("Preface.\n\n" + WORDS)));
            Placement place = new Places(other, rebased, Progress.NONE).of(first, anchor);
            assertEquals(State.KEPT, place.state(), () -> place.said().toString());
            assertEquals(4, ((Anchor.Line) place.now()).line());
            CommitId without = other.commits().write(new CommitDraft(new Person("Maud", "m@plotter.invalid"), NOON, "y")
                    .put(TEXT, bytes("Preface.\n")));
            assertEquals(State.GONE, new Places(other, without, Progress.NONE).of(first, anchor).state());
        }
    }

    @Test
    void aCellStaysThroughMovedRowsAndRenamedColumns() {
        CommitId later = write(first, BOM, bytes("Name,Remark,Qty\nbelt,,1\nscrew,glued,6\nrod,steel,2\n"));
        Placement quantity = place(pointing().cell(BOM, "rod", "quantity"), later);
        assertEquals(State.KEPT, quantity.state());
        Anchor.Cell cell = assertInstanceOf(Anchor.Cell.class, quantity.now());
        assertEquals(4, cell.row());
        assertEquals("Qty", cell.column());
        Placement changed = place(pointing().cell(BOM, "screw", "Quantity"), later);
        assertEquals(State.CHANGED, changed.state());
        assertEquals("6", ((Anchor.Cell) changed.now()).value());
        CommitId without = write(later, BOM, bytes("Name,Remark\nbelt,\n"));
        assertEquals(State.GONE, place(pointing().cell(BOM, "rod", "quantity"), without).state());
        assertEquals(State.GONE, place(pointing().cell(BOM, "belt", "Quantity"), without).state());
    }

    @Test
    void aPointStaysOnItsSurface() {
        Anchor top = pointing().point(MODEL, 12, 7, 11);
        assertEquals(10, ((Anchor.Point) top).z(), 1e-9);
        CommitId same = write(first, MODEL, Blocks.finer(0, 0, 0, 40, 20, 10));
        assertEquals(State.KEPT, place(top, same).state());
        CommitId moved = write(first, MODEL, Blocks.block(100, 0, 5, 140, 20, 15));
        Anchor.Point there = assertInstanceOf(Anchor.Point.class, place(top, moved).now());
        assertEquals(112, there.x(), 0.01);
        assertEquals(15, there.z(), 0.01);
        CommitId turned = write(first, MODEL, Blocks.block(0, 0, 0, 20, 40, 10));
        assertFalse(place(top, turned).isGone());
        CommitId taller = write(first, MODEL, Blocks.union(Blocks.corners(0, 0, 0, 40, 20, 10),
                Blocks.corners(0, 0, 10, 10, 20, 30)));
        assertEquals(State.KEPT, place(top, taller).state());
        CommitId lower = write(first, MODEL, Blocks.union(Blocks.corners(0, 0, 0, 40, 20, 7),
                Blocks.corners(0, 0, 7, 10, 20, 10)));
        assertEquals(State.GONE, place(top, lower).state());
    }

    @Test
    void aPointStaysOnAPartThatCameBackInAnotherFormat() {
        Anchor top = pointing().point(MODEL, 12, 7, 11);
        var other = new RepoPath(MODEL.text().replace(".stl", ".3mf"));
        CommitId exported = write(first, MODEL, null, other, Shapes.binary(Shapes.box(40, 20, 10), "block"));
        Anchor.Point there = assertInstanceOf(Anchor.Point.class, place(top, exported).now());
        assertEquals(other, there.path());
        CommitId two = write(first, MODEL, null, new RepoPath("other.3mf"),
                Shapes.binary(Shapes.box(40, 20, 10), "block"));
        assertEquals(State.GONE, place(top, two).state(), "another name is another part");
    }

    @Test
    void aPlaceOfAPictureStaysWhenItIsResized() {
        Anchor lower = pointing().picture(PHOTO, 0.8, 0.8);
        Anchor upper = pointing().picture(PHOTO, 0.1, 0.1);
        assertEquals(State.KEPT, place(lower, write(first, PHOTO, photo(256, 192, 0))).state());
        CommitId marked = write(first, PHOTO, photo(128, 96, 3));
        assertEquals(State.KEPT, place(lower, marked).state());
        assertTrue(place(lower, marked).said().isPresent());
        assertEquals(State.CHANGED, place(upper, marked).state());
        assertEquals(State.CHANGED, place(lower, write(first, PHOTO, photo(48, 96, 0))).state());
    }

    @Test
    void aModuleIsFollowedToItsNewFolder() {
        Anchor module = pointing().module(new RepoPath("gantry"));
        RepoPath to = new RepoPath("parts/portal");
        CommitId moved = write(first, TEXT, null, to.resolve("build.md"), bytes(WORDS), BOM, null,
                to.resolve("bom.csv"), bytes(LIST), MODEL, null, PHOTO, null, new RepoPath("gantry/okh.toml"), null);
        Placement place = place(module, moved);
        assertEquals(to, place.now().path());
        assertEquals(State.KEPT, place.state());
        CommitId none = write(null, new RepoPath("README.md"), bytes("else\n"));
        assertEquals(State.GONE, place(module, none).state());
        assertEquals(State.GONE, place(pointing().file(BOM), none).state());
    }

    @Test
    void aFileThatIsRewrittenLittleByLittleWhileItIsRenamedIsFollowed() {
        Optional<CommitId> at = Optional.of(first);
        String text = WORDS;
        RepoPath path = TEXT;
        String[] lines = {"Cut the rods to length.", "Drill four holes.", "Screw the plate on."};
        for (int i = 0; i < lines.length; i++) {
            RepoPath next = new RepoPath("step" + i + ".md");
            text = text.replace(lines[i], "Other words " + i + ".");
            CommitId renamed = write(at.orElseThrow(), path, null, next, bytes(text));
            at = Optional.of(renamed);
            path = next;
        }
        Placement place = place(pointing().lines(TEXT, 5, 5), at.orElseThrow());
        assertEquals(path, place.now().path());
        assertEquals(State.KEPT, place.state());
    }

    @Test
    void aLineThatWasMovedToAnotherFileIsFollowedAndSaysSo() {
        RepoPath other = new RepoPath("gantry/care.md");
        CommitId split = write(first, TEXT, bytes(WORDS.replace("Screw the plate on.\n\nGrease the rods.\n", "")),
                other,
                bytes("# Care\n\nScrew the plate on.\n\nGrease the rods.\n"));
        Placement place = place(pointing().lines(TEXT, 5, 5), split);
        assertEquals(State.KEPT, place.state());
        assertEquals(other, place.now().path());
        assertEquals(5, ((Anchor.Line) place.now()).line());
        assertEquals("comments.line-elsewhere", place.said().orElseThrow().key());
        CommitId gone = write(split, other, bytes("# Care\n\nScrew the plate on.\n"));
        assertEquals(State.GONE, place(pointing().lines(TEXT, 5, 5), gone).state());
        CommitId removed = write(first, TEXT, null, other, bytes("Grease the rods.\nAnd the belt.\nAnd the wheels.\n"));
        assertEquals(State.GONE, place(pointing().lines(TEXT, 1, 1), removed).state());
    }

    @Test
    void oneOfTwoPlacesWithTheSameLinesAroundIsNotChosenBecauseAThirdHasFewer() {
        String both = "Cut the rods to length.\nDrill four holes.\nScrew the plate on.\n";
        CommitId thrice = write(first, TEXT, bytes("Grease the rods.\n"), new RepoPath("gantry/a.md"), bytes(both),
                new RepoPath("gantry/b.md"), bytes(both), new RepoPath("gantry/c.md"), bytes("Drill four holes.\n"));
        assertEquals(State.GONE, place(pointing().lines(TEXT, 2, 2), thrice).state());
        CommitId oneMore = write(first, TEXT, bytes("Grease the rods.\n"), new RepoPath("gantry/a.md"),
                bytes("Drill four holes.\n"), new RepoPath("gantry/b.md"), bytes(both));
        assertEquals(new RepoPath("gantry/b.md"), place(pointing().lines(TEXT, 2, 2), oneMore).now().path());
    }

    @Test
    void anEqualLineOfAnotherFileIsNotTakenForAMovedOne() {
        RepoPath other = new RepoPath("gantry/care.md");
        CommitId twice = write(first, TEXT, bytes(WORDS.replace("Drill four holes.\n", "")), other,
                bytes("Drill four holes.\n"), new RepoPath("gantry/more.md"), bytes("Drill four holes.\n"));
        assertEquals(State.GONE, place(pointing().lines(TEXT, 2, 2), twice).state());
        CommitId both = write(first, other, bytes("Drill four holes.\nThen rest.\n"));
        CommitId one = write(both, TEXT, bytes(WORDS.replace("Drill four holes.\n", "")), other,
                bytes("Then rest.\nDrill four holes.\n"));
        assertEquals(State.GONE, new Places(repository, one, Progress.NONE)
                .of(both, new Pointing(repository, both).lines(TEXT, 2, 2)).state());
    }

    @Test
    void aPhotographThatWasOnlyPackedAnewIsTheSame() {
        RepoPath path = new RepoPath("gantry/photo.jpg");
        CommitId then = write(first, path, Jpegs.of(320, 240, 0, 95, true));
        Anchor lower = new Pointing(repository, then).picture(path, 0.8, 0.8);
        Anchor upper = new Pointing(repository, then).picture(path, 0.1, 0.1);
        CommitId packed = write(then, path, Jpegs.of(320, 240, 0, 60, false));
        assertEquals(State.KEPT, new Places(repository, packed, Progress.NONE).of(then, upper).state());
        CommitId larger = write(then, path, Jpegs.of(640, 480, 0, 80, true));
        assertEquals(State.KEPT, new Places(repository, larger, Progress.NONE).of(then, upper).state());
        CommitId marked = write(then, path, Jpegs.of(320, 240, 3, 80, false));
        assertEquals(State.CHANGED, new Places(repository, marked, Progress.NONE).of(then, upper).state());
        Placement elsewhere = new Places(repository, marked, Progress.NONE).of(then, lower);
        assertEquals(State.KEPT, elsewhere.state());
        assertEquals("comments.picture-elsewhere", elsewhere.said().orElseThrow().key());
        byte[] damaged = Jpegs.of(320, 240, 0, 60, false);
        Placement unread = new Places(repository, write(then, path, Arrays.copyOf(damaged, damaged.length / 2)),
                Progress.NONE).of(then, upper);
        assertEquals(State.CHANGED, unread.state());
        assertEquals("comments.picture-unread", unread.said().orElseThrow().key());
    }
}
