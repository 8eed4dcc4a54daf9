package org.commonwright.workbench.preview;

import org.commonwright.publish.page.Markdown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.text.Text;
import org.commonwright.error.Fault;
import org.commonwright.files.FolderTree;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.PictureSize;
import org.commonwright.task.Progress;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindowTest
class PreviewTest {
    /// Two points wide, one high.
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==");

    private static final MarkdownLinks NO_LINKS = new MarkdownLinks() {
        @Override
        public void follow(String destination) {}

        @Override
        public void picture(String destination, Consumer<Image> show) {}
    };

    @TempDir
    Path folder;

    private Preview read(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        var path = new RepoPath(name);
        return PreviewReader.read(new FolderTree(folder), path, PreviewKind.of(path), Progress.NONE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void textShowsWhatWouldHideOrTurnItsDirection() throws IOException {
        var lines = assertInstanceOf(Preview.Lines.class, read("a.txt", utf8("a\tb\nif (x\u202e) \u0007\u200b\r\né")));
        assertEquals(List.of("a    b", "if (x⟨U+202E⟩) ⟨U+0007⟩⟨U+200B⟩", "é"), lines.lines());
        var latin = assertInstanceOf(Preview.Lines.class, read("b.txt", new byte[]{'c', (byte) 0xE9}));
        assertEquals(List.of("cé"), latin.lines());
        assertInstanceOf(Preview.Opaque.class, read("c.bin", new byte[]{1, 0, 2}));
        assertEquals(2_001, PlainText.shown("x".repeat(5_000)).length());
    }

    @Test
    void aPointerOfGitLfsIsANormalState() throws IOException {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 123456\n";
        var elsewhere = assertInstanceOf(Preview.Elsewhere.class, read("big.png", utf8(pointer)));
        assertEquals(123_456, elsewhere.pointer().size());
    }

    @Test
    void picturesAreBoundedByTheirHeaderBeforeTheyAreUnpacked() throws IOException {
        assertEquals(Optional.of(new PictureSize(2, 1)), PictureSize.of(PNG));
        var picture = assertInstanceOf(Preview.Picture.class, read("dot.png", PNG));
        assertEquals(2, picture.image().getWidth());
        byte[] huge = PNG.clone();
        huge[16] = 0x01;
        huge[20] = 0x01;
        assertEquals("workbench.picture-huge", assertThrows(Fault.class, () -> read("huge.png", huge)).code());
        assertEquals("workbench.picture-unknown",
                assertThrows(Fault.class, () -> read("no.png", utf8("not a picture"))).code());
        byte[] cut = Arrays.copyOf(PNG, 40);
        assertEquals("workbench.picture-broken", assertThrows(Fault.class, () -> read("cut.png", cut)).code());
    }

    @Test
    void headersOfRandomBytesNeverThrow() {
        long seed = 7;
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 4 && random.nextBoolean()) {
                bytes[0] = (byte) 0xFF;
                bytes[1] = (byte) 0xD8;
                bytes[2] = (byte) 0xFF;
            }
            assertTrue(PictureSize.of(bytes).map(s -> s.width() > 0).orElse(true), "seed " + seed + ", case " + i);
        }
    }

    @Test
    void markdownBecomesNodesAndItsHtmlStaysText() {
        Parent pane = MarkdownPane.of(Markdown.parse("""
                # Pen *plotter*

                Some **bold** words and `code`, a [link](docs/a.md) and ![a picture](a.png).

                <script>alert(1)</script>

                1. one
                2. two

                | a | b |
                |---|--:|
                | 1 | 2 |
                """), NO_LINKS);
        String words = words(pane);
        assertTrue(words.contains("Pen ") && words.contains("bold") && words.contains("[a picture]"), words);
        assertTrue(words.contains("<script>alert(1)</script>"), words);
        assertTrue(words.contains("1.") && words.contains("2."), words);
        assertEquals(1, all(pane, new ArrayList<>()).stream().filter(Hyperlink.class::isInstance).count());
    }

    @Test
    void hostileMarkdownIsLaidOutToo() {
        for (String text : List.of(">".repeat(20_000) + " deep", "*".repeat(5_000) + "a" + "*".repeat(5_000),
                "- ".repeat(5_000) + "x", "[".repeat(5_000), "`".repeat(9_999),
                "![".repeat(2_000) + "](".repeat(2_000))) {
            assertFalse(words(MarkdownPane.of(Markdown.parse(text), NO_LINKS)).isEmpty(), text.substring(0, 8));
        }
    }

    private static String words(Parent parent) {
        var words = new StringBuilder();
        for (Node node : all(parent, new ArrayList<>())) {
            switch (node) {
                case Text text -> words.append(text.getText()).append('\n');
                case Label label -> words.append(label.getText()).append('\n');
                case Hyperlink link -> words.append(link.getText()).append('\n');
                default -> {
                }
            }
        }
        return words.toString();
    }

    private static List<Node> all(Parent parent, List<Node> into) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            into.add(child);
            if (child instanceof Parent below) {
                all(below, into);
            }
        }
        return into;
    }
}
