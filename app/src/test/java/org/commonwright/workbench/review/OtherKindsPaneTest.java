package org.commonwright.workbench.review;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.commonwright.design.Workspace;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.git.TreeEdit;
import org.commonwright.git.Version;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Png;
import org.commonwright.review.FileReview;
import org.commonwright.review.Reviewer;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.review.mesh.MeshActions;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What the window shows of files that are neither lists of parts nor meshes is what the engine found, from a real repository.
@WindowTest
class OtherKindsPaneTest {
    private static final String BOARD = """
            (kicad_pcb (version 20241229) (net 1 "GND")
              (footprint "R_0603" (layer "F.Cu") (uuid "a") (at 10 20)
                (property "Reference" "R1") (property "Value" "10k") (pad "1" smd rect (at 0 0) (net 1 "GND"))))
            """;
    private static final int GREY = 0xFF808080;

    @TempDir
    Path folder;
    private final Controls controls = new Controls(new Texts(Locale.ENGLISH));
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 1000, 600));
        stage.show();
    }

    @Test
    void eachPaneShowsWhatTheEngineFound(FxRobot robot) throws TimeoutException {
        Map<String, FileReview> reviews = reviews();
        try (Tasks tasks = new BackgroundTasks(new FxThread())) {
            var sides = new BlobSides(controls, tasks, () -> folder.resolve("lamp"));
            var views = new FileReviewView(controls,
                    new MeshesBeforeAfter(controls, tasks, () -> folder.resolve("lamp"), new MeshActions()),
                    new OtherKindsView(controls, sides),
                    new CommentsViewModel(AppFolders.under(folder.resolve("person")), tasks, tasks,
                            new Notices(Runnable::run),
                            new CurrentDesign(), InstantSource.fixed(Repos.NOON)));
            Map<String, Set<String>> expected = Map.of(
                    "okh.toml", Set.of("~", "version", "1 → 2"),
                    "lamp.kicad_pcb", Set.of("R1", "value 10k → 22k; position 10, 20 → 12, 20"),
                    "offers.csv", Set.of("bolt: comes from elsewhere", "Ada, €0.10 → Eve, €0.15"),
                    "part.stl", Set.of("Size", "Git LFS"),
                    "lamp.sldprt", Set.of("Size", "3\u00a0B → 4\u00a0B", "SHA-256", "Opened by"),
                    "in", Set.of("Symbolic link to", "bom.csv → ../../out",
                            "The link leads out of the repository; it is not followed."),
                    "lib", Set.of("Submodule at"));
            for (Map.Entry<String, Set<String>> one : expected.entrySet()) {
                show(robot, views, reviews.get(one.getKey()));
                await(() -> texts().containsAll(one.getValue()) || fail(one.getKey()));
            }
            show(robot, views, reviews.get("notes.md"));
            assertEquals(List.of("stronger"), robot.lookup((Node n) -> n instanceof Text t
                    && t.getStyleClass().contains("diff-word-added")).queryAllAs(Text.class).stream()
                    .map(t -> t.getText().strip()).filter(t -> !t.isEmpty()).toList());
            pictures(robot, views, reviews.get("lamp.png"));
            overlay(robot, views, reviews.get("lamp.nc"));
        }
    }

    private boolean fail(String file) {
        throw new AssertionError(file + " shows " + texts());
    }

    private void show(FxRobot robot, FileReviewView views, FileReview review) {
        robot.interact(() -> root.getChildren().setAll(views.body(review)));
    }

    private Set<String> texts() {
        return root.lookupAll("*").stream().filter(n -> n instanceof Labeled && n.isVisible())
                .map(n -> ((Labeled) n).getText()).filter(t -> t != null && !t.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void pictures(FxRobot robot, FileReviewView views, FileReview review) throws TimeoutException {
        show(robot, views, review);
        await(() -> root.lookupAll(".image-view").size() == 3);
        assertTrue(texts().contains("4 pixels (6.7%), between (2, 1) and (4, 3)"), texts().toString());
        List<ImageView> all = root.lookupAll(".image-view").stream().map(ImageView.class::cast).toList();
        ImageView before = all.get(0);
        ImageView after = all.get(1);
        ImageView difference = all.get(2);
        Slider slider = robot.lookup(".slider").queryAs(Slider.class);
        assertTrue(before.isVisible() && after.isVisible() && !difference.isVisible() && !slider.isVisible());
        assertTrue(after.getLayoutX() > before.getLayoutX());
        press(robot, "Swipe");
        assertTrue(slider.isVisible());
        assertEquals(before.getLayoutX(), after.getLayoutX());
        robot.interact(() -> slider.setValue(0.2));
        robot.interact(root::layout);
        assertEquals(2, after.getClip().getLayoutBounds().getMinX(), 0.01, "the edge goes where the slider goes");
        assertTrue(texts().contains("before on the left of the line, afterwards on the right"), texts().toString());
        press(robot, "Onion skin");
        robot.interact(root::layout);
        assertEquals(0.2, after.getOpacity(), 1e-9);
        press(robot, "Difference");
        robot.interact(root::layout);
        assertTrue(difference.isVisible() && !before.isVisible() && !slider.isVisible());
        Set<Integer> marked = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            if (difference.getImage().getPixelReader().getArgb(i % 10, i / 10) == 0xFFE0218A) {
                marked.add(i);
            }
        }
        assertEquals(Set.of(12, 13, 22, 23), marked);
    }

    private static void press(FxRobot robot, String text) {
        ToggleButton button = robot.lookup((ToggleButton b) -> text.equals(b.getText())).queryAs(ToggleButton.class);
        assertFalse(button.isDisabled());
        robot.interact(button::fire);
    }

    private void overlay(FxRobot robot, FileReviewView views, FileReview review) throws TimeoutException {
        show(robot, views, review);
        assertTrue(texts().contains("S 8,000 → S 9,000"), texts().toString());
        await(() -> look() != 0);
        for (String word : List.of("+ only afterwards", "− only before", "= in both")) {
            int was = look();
            CheckBox box = robot.lookup((CheckBox b) -> word.equals(b.getText())).queryAs(CheckBox.class);
            robot.interact(box::fire);
            await(() -> look() != was);
        }
    }

    /// A number for what the viewer shows; 0 for nothing. Its images are used in turns, so that they tell nothing by themselves.
    private int look() {
        Image image = root.lookupAll(".image-view").stream().map(n -> ((ImageView) n).getImage())
                .filter(i -> i != null && i.getWidth() > 100).findFirst().orElse(null);
        if (image == null) {
            return 0;
        }
        int width = (int) image.getWidth();
        int[] pixels = new int[width * (int) image.getHeight()];
        image.getPixelReader().getPixels(0, 0, width, pixels.length / width, PixelFormat.getIntArgbInstance(), pixels,
                0,
                width);
        return Arrays.hashCode(pixels);
    }

    private Map<String, FileReview> reviews() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"));
                var workspace = new Workspace(folder.resolve("none"))) {
            CommitId texts = repository.commits().write(draft().put(new RepoPath("inside"), bytes("bom.csv"))
                    .put(new RepoPath("outside"), bytes("../../out")));
            CommitTree tree = repository.tree(texts);
            CommitDraft before = draft().edit(new RepoPath("in"), link(tree, "inside")).edit(new RepoPath("lib"),
                    submodule("1"));
            put(before, "1", "10k", "10 20", "walls are strong\n", "bolt,Ada,0.10,EUR\n", GREY, new byte[]{0, 1, 2},
                    "G21 G90\nM3 S8000\nG1 X10 F600\nG1 Y10\nG0 Z5\n", 1);
            CommitId base = repository.commits().write(before);
            CommitDraft after = draft().parent(base).edit(new RepoPath("in"), link(tree, "outside"))
                    .edit(new RepoPath("lib"), submodule("2"));
            put(after, "2", "22k", "12 20", "walls are stronger\n", "bolt,Eve,0.15,EUR\n", 0xFFFF0000,
                    new byte[]{0, 1, 2, 3}, "G21 G90\nM3 S9000\nG1 X10 F600\nG1 Y12\nG0 Z5\n", 7_000_000);
            CommitId head = repository.commits().write(after);
            Map<String, FileReview> reviews = new HashMap<>();
            new Reviewer(workspace).review(repository, base, head, 1, Progress.NONE).modules()
                    .forEach(module -> module.files().forEach(file -> reviews.put(file.path().text(), file)));
            return reviews;
        }
    }

    private static void put(CommitDraft draft, String version, String value, String at, String notes, String offer,
            int spot, byte[] binary, String program, long size) {
        draft.put(new RepoPath("okh.toml"), bytes("okhv = \"2.4\"\nname = \"Lamp\"\nversion = \"" + version + "\"\n"))
                .put(new RepoPath("lamp.kicad_pcb"), bytes(BOARD.replace("10k", value).replace("10 20", at)))
                .put(new RepoPath("notes.md"), bytes(notes))
                .put(new RepoPath("offers.csv"), bytes("Part,Supplier,Unit Price,Currency\n" + offer))
                .put(new RepoPath("lamp.sldprt"), binary).put(new RepoPath("lamp.nc"), bytes(program))
                .put(new RepoPath("part.stl"), new LfsPointer(ContentId.of(bytes(version)), size).text());
        var image = new org.commonwright.raster.Image(10, 6);
        Arrays.fill(image.argb(), GREY);
        for (int i : new int[]{12, 13, 22, 23}) {
            image.argb()[i] = spot;
        }
        draft.put(new RepoPath("lamp.png"), Png.encode(image));
    }

    private static TreeEdit link(CommitTree tree, String file) {
        return new TreeEdit.Use(new Version(tree.fingerprint(new RepoPath(file)), Version.Kind.LINK));
    }

    private static TreeEdit submodule(String digit) {
        return new TreeEdit.Use(new Version(digit.repeat(40), Version.Kind.SUBMODULE));
    }

    private static CommitDraft draft() {
        return new CommitDraft(Repos.ADA, Repos.NOON, "test: files");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
