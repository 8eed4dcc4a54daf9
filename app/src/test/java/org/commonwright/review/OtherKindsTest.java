package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.git.TreeEdit;
import org.commonwright.git.Version;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.review.file.BinaryDiff;
import org.commonwright.review.file.FileDiff;
import org.commonwright.review.file.LinkDiff;
import org.commonwright.review.file.PictureDiff;
import org.commonwright.review.file.ProgramDiff;
import org.commonwright.review.file.Row;
import org.commonwright.review.file.SameBytes;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a review says of files that are neither lists of parts nor meshes, through a real repository.
class OtherKindsTest {
    private static final Formats ENGLISH = new Formats(Locale.UK);
    private static final Messages WORDS = new Messages(Locale.UK);

    @TempDir
    Path folder;

    @Test
    void eachFileIsToldInItsOwnTerms() {
        byte[] picture = Png.encode(picture(0xFF808080));
        byte[] otherPicture = Png.encode(picture(0xFFFF0000));
        Map<String, FileReview> reviews = review(Map.of(
                "okh.toml", bytes("# a lamp\nname = \"Lamp\"\nversion = \"1\"\nokhv = \"2.4\"\n"),
                "lamp.nc", bytes("G21 G90\nM3 S8000\nG1 X10 F600\nG1 Y10\nG0 Z5\n"),
                "lamp.png", picture, "lamp.sldprt", new byte[]{0, 1, 2}, "run.sh", bytes("echo\n"),
                "broken.toml", bytes("a = 1\n"), "okh-old.toml", bytes("a = 1\n"), "notgcode.nc", new byte[]{0, 9, 0},
                "lamp.kicad_sch",
                bytes("(kicad_sch (wire (pts (xy 0 0) (xy 1 0)) (uuid \"w\")))")),
                Map.of("okh.toml", bytes("version = \"2\"   # was 1\nokhv = \"2.4\"\nname = \"Lamp\"\nmass = 3\n"),
                        "lamp.nc", bytes("G21 G90\nM3 S9000\nG1 X10 F600\nG1 Y12\nG0 Z5\n"), "lamp.png", otherPicture,
                        "lamp.sldprt", new byte[]{0, 1, 2, 3}, "run.sh", bytes("echo\n"), "broken.toml",
                        bytes("a = 2\n"), "okh-old.toml", bytes("a = = 1\n"), "notgcode.nc", new byte[]{0, 9, 1},
                        "lamp.kicad_sch",
                        bytes("(kicad_sch (wire (pts (xy 0 0) (xy 1 0)) (uuid \"w\")) (wire (pts (xy 0 0) (xy 2 0)) (uuid \"x\")))")));
        assertEquals(List.of("=Components 0", "~Wires 1 → 2  (+1 −0)"), told(reviews.get("lamp.kicad_sch")));
        assertEquals(List.of("~version 1 → 2", "+mass 3"), told(reviews.get("okh.toml")));
        var program = (ProgramDiff) ofKind(reviews.get("lamp.nc"));
        // The third move begins where the second ended, so it is another one, too.
        assertEquals(2, program.added());
        assertEquals(2, program.removed());
        assertTrue(told(reviews.get("lamp.nc")).contains("~Spindle or laser at most S 8,000 → S 9,000"),
                told(reviews.get("lamp.nc")).toString());
        var pixels = ((PictureDiff) ofKind(reviews.get("lamp.png"))).pixels();
        assertEquals("4 of 60, 2 1 4 3", pixels.changed() + " of " + pixels.all() + ", " + pixels.left() + " "
                + pixels.top() + " " + pixels.right() + " " + pixels.bottom());
        var binary = (BinaryDiff) ofKind(reviews.get("lamp.sldprt"));
        assertFalse(binary.opener().orElseThrow().free());
        assertEquals(ContentId.of(new byte[]{0, 1, 2, 3}), binary.after().sha256());
        assertInstanceOf(FileReview.Lines.class, reviews.get("broken.toml"), "no manifest by its name");
        assertEquals("design.not-toml", assertInstanceOf(FileReview.Unreadable.class, reviews.get("okh-old.toml"))
                .problems().getFirst().code());
        assertInstanceOf(BinaryDiff.class, ofKind(reviews.get("notgcode.nc")));
    }

    @Test
    void modesLinksAndSubmodulesAreShownAndNotFollowed() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"))) {
            var tree = repository.tree(repository.commits().write(put(Map.of("script", bytes("echo\n"), "inside",
                    bytes("bom.csv"), "outside", bytes("../../etc/pass\u202Ewd"))).apply(draft())));
            CommitId base = repository.commits().write(draft().edit(new RepoPath("run.sh"),
                    use(tree, "script", Version.Kind.FILE)).edit(new RepoPath("in"),
                            use(tree, "inside", Version.Kind.LINK)));
            CommitId head = repository.commits().write(draft().parent(base).edit(new RepoPath("run.sh"),
                    use(tree, "script", Version.Kind.EXECUTABLE)).edit(new RepoPath("in"),
                            use(tree, "outside", Version.Kind.LINK)));
            Map<String, FileReview> reviews = review(repository, base, head);
            var same = (SameBytes) ofKind(reviews.get("run.sh"));
            assertTrue(!same.mayRunBefore() && same.mayRunAfter());
            var link = (LinkDiff) ofKind(reviews.get("in"));
            assertFalse(link.before().leaves());
            assertTrue(link.after().leaves());
            assertTrue(told(reviews.get("in")).getFirst().endsWith("../../etc/pass\uFFFDwd"));
        }
    }

    @Test
    void largeFilesThatAreElsewhereAreComparedByTheirPointers() {
        byte[] pointer = new LfsPointer(ContentId.of(bytes("a")), 1).text();
        byte[] other = new LfsPointer(ContentId.of(bytes("b")), 7_000_000).text();
        Map<String, FileReview> reviews = review(Map.of("part.stl", pointer), Map.of("part.stl", other));
        var binary = (BinaryDiff) ofKind(reviews.get("part.stl"));
        assertEquals(7_000_000, binary.after().bytes());
        assertFalse(binary.after().here());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        binary.write(json);
        assertEquals(ContentId.of(bytes("b")).hex(), json.path("sha256_after").asText());
    }

    @Test
    void aPictureThatUnpacksToMuchIsNotUnpacked() {
        byte[] bomb = Png.encode(picture(0));
        byte[] after = bomb.clone();
        // 100,000 × 100,000 pixels, says its header.
        for (byte[] side : List.of(bomb, after)) {
            System.arraycopy(new byte[]{0, 1, (byte) 0x86, (byte) 0xA0, 0, 1, (byte) 0x86, (byte) 0xA0}, 0, side, 16,
                    8);
        }
        after[after.length - 1]++;
        var diff = (PictureDiff) ofKind(review(Map.of("a.png", bomb), Map.of("a.png", after)).get("a.png"));
        assertEquals(100_000, diff.after().width());
        assertNull(diff.pixels());
    }

    private static TreeEdit use(CommitTree tree, String file, Version.Kind kind) {
        return new TreeEdit.Use(new Version(tree.fingerprint(new RepoPath(file)), kind));
    }

    private static Image picture(int spot) {
        var image = new Image(10, 6);
        Arrays.fill(image.argb(), 0xFF808080);
        for (int at : new int[]{12, 13, 22, 23}) {
            image.argb()[at] = spot;
        }
        return image;
    }

    private static List<String> told(FileReview review) {
        return ofKind(review).rows(WORDS, ENGLISH).stream().map(OtherKindsTest::line).toList();
    }

    private static String line(Row row) {
        return row.sign() + row.what() + " " + row.values();
    }

    private static FileDiff ofKind(FileReview review) {
        return assertInstanceOf(FileReview.OfKind.class, review).diff();
    }

    private Map<String, FileReview> review(Map<String, byte[]> before, Map<String, byte[]> after) {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"))) {
            CommitId base = repository.commits().write(put(before).apply(draft()));
            CommitId head = repository.commits().write(put(after).apply(draft().parent(base)));
            return review(repository, base, head);
        }
    }

    private static UnaryOperator<CommitDraft> put(Map<String, byte[]> files) {
        return draft -> {
            files.forEach((path, content) -> draft.put(new RepoPath(path), content));
            return draft;
        };
    }

    private static Map<String, FileReview> review(GitRepository repository, CommitId base, CommitId head) {
        var reviewer = new FileReviewer(repository, base, head,
                // A schematic that is the bill of its module is a schematic all the same.
                path -> path.fileName().endsWith(".kicad_sch"), null);
        Map<String, FileReview> reviews = new HashMap<>();
        repository.diff(base, head).forEach(change -> reviews.put(change.path().text(),
                reviewer.review(change, Progress.NONE)));
        return reviews;
    }

    private static CommitDraft draft() {
        return new CommitDraft(Repos.ADA, Repos.NOON, "test: files");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
