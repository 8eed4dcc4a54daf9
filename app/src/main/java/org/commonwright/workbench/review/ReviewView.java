package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.RepoPath;
import org.commonwright.review.LaterFile;
import org.commonwright.review.ModuleReview;
import org.commonwright.review.ReviewReport;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.forks.ForksPane;
import org.commonwright.workbench.review.forks.ForksViewModel;
import org.commonwright.workbench.review.mesh.MeshActions;
import org.commonwright.workbench.review.comments.CommentsCard;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.review.comments.ThreadSeeking;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Forks and proposals on the left; on the right what the chosen one means, with the card of consequences on top.
final class ReviewView {
    private static final int MOST = 1_000_000;
    private static final int MOST_PROBLEMS = 40;

    private final ReviewViewModel model;
    private final ReviewTitle title;
    private final DecisionFoot foot;
    private final WorkbenchContext context;
    private final Controls controls;
    private final ListView<ReviewItem> list = new ListView<>();
    private final FileReviewView files;
    private final ConflictsView conflicts;
    private final DecisionCard decisions;
    private final DecisionBar bar;
    private final CommentsViewModel comments;
    private final BorderPane pane = new BorderPane();
    /// The design whose reviews were listed last.
    private @Nullable Path filled;
    private @Nullable Page page;
    private @Nullable Node counting;
    private @Nullable Node focused;
    private @Nullable Node fallen;

    ReviewView(ReviewViewModel model, ForksViewModel forks, Mailing mailing, Deciding deciding, Settling settling,
            MeshActions meshActions, CommentsViewModel comments, WorkbenchContext context) {
        this.model = model;
        this.comments = comments;
        this.context = context;
        this.controls = new Controls(context.texts());
        Supplier<Path> folder = () -> Objects.requireNonNull(context.current().design().get()).folder();
        var meshes = new MeshesBeforeAfter(controls, context.tasks().quiet(), folder, meshActions);
        this.files = new FileReviewView(controls, meshes,
                new OtherKindsView(controls, new BlobSides(controls, context.tasks().quiet(), folder)), comments);
        this.decisions = new DecisionCard(controls);
        this.bar = new DecisionBar(deciding, controls);
        this.conflicts = new ConflictsView(model, context.actions(), controls, meshes);
        this.title = new ReviewTitle(mailing, context.actions(), controls);
        this.foot = new DecisionFoot(model, settling, conflicts, context.actions(), controls);
        list.setCellFactory(_ -> new ReviewCell(comments, controls));
        comments.open().addListener((ListChangeListener<Subject>) _ -> list.refresh());
        list.setMinWidth(200);
        list.getStyleClass().add("review-list");
        controls.name(list, controls.texts().of("reviews.list"));
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !item.equals(model.chosen().get())) {
                model.choose(item);
            }
        });
        var detail = new LoadedPane<>(controls, model.shown().state(), () -> EmptyState.of(controls,
                MaterialDesignS.SOURCE_PULL, "reviews.choose", "reviews.choose-hint"), this::detail,
                () -> model.choose(model.chosen().get()));
        var split = new SplitPane(list, detail.node());
        split.setDividerPositions(0.26);
        SplitPane.setResizableWithParent(list, false);
        pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::followed);
        list.sceneProperty().subscribe(_ -> takeBack());
        var open = new ActionControls(controls).button(context.actions().get("open-folder"));
        var loaded = new LoadedPane<>(controls, model.items().state(), () -> EmptyState.of(controls,
                MaterialDesignS.SOURCE_PULL, "reviews.empty", "reviews.empty-hint", open), found -> {
                    context.problems().set("review", found.setAside());
                    List<ReviewItem> items = found.items();
                    fill(items);
                    return items.isEmpty()
                            ? new StackPane(EmptyState.of(controls, MaterialDesignS.SOURCE_PULL, "reviews.none",
                                    "reviews.none-hint"))
                            : split;
                }, () -> model.load(context.current().design().get()));
        Region compare = new ActionControls(controls).button(context.actions().get("forks-side-by-side"));
        Region reviews = new ActionControls(controls).button(context.actions().get("show-reviews"));
        var way = new StackPane();
        var head = new HBox(8, controls.heading("reviews.title"), Controls.spring(),
                new ActionControls(controls).button(context.actions().get("import-proposal")), way);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        pane.setTop(head);
        var all = new ForksPane(forks, controls, context.settings(), this::open,
                () -> forks.load(context.current().design().get()),
                new ActionControls(controls).button(context.actions().get("merge-other-pairs")));
        model.sideBySide().subscribe(shown -> {
            pane.setCenter(shown ? all.node() : loaded.node());
            way.getChildren().setAll(shown ? reviews : compare);
            if (!shown && model.chosen().get() == null) {
                list.getSelectionModel().selectFirst();
            }
        });
    }

    private void followed(@Nullable Node owner) {
        if (owner != null && isHere(owner)) {
            focused = owner;
            fallen = null;
        } else if (owner != null && focused != null) {
            if (focused.getScene() == null && fallen == null) {
                fallen = owner;
                takeBack();
            } else {
                focused = null;
                fallen = null;
            }
        }
    }

    private boolean isHere(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(above -> above == pane);
    }

    /// What had the keys was taken away to be told anew, and they fell to the window's first button.
    private void takeBack() {
        if (fallen != null && list.getScene() != null && fallen.isFocused()) {
            list.requestFocus();
        }
    }

    /// The review of a fork, or of the proposal that offers it.
    private void open(ForkTip tip) {
        list.getItems().stream().filter(item -> item.head().equals(tip.head())).findFirst().ifPresentOrElse(item -> {
            list.getSelectionModel().select(item);
            list.scrollTo(item);
        }, () -> {
            list.getSelectionModel().clearSelection();
            model.choose(new ReviewItem.Branch(tip, null));
        });
        model.sideBySide().set(false);
    }

    Node node() {
        return pane;
    }

    private void fill(List<ReviewItem> items) {
        ReviewItem before = model.chosen().get();
        list.getItems().setAll(items);
        Path folder = Objects.requireNonNull(context.current().design().get()).folder();
        boolean first = !folder.equals(filled);
        filled = folder;
        if (first && before == null && items.stream().noneMatch(ReviewView::isOpenProposal)) {
            // Nothing waits for an answer: all that there is, before any is opened. Not after a decision, which would hide what it did.
            model.sideBySide().set(!items.isEmpty());
        }
        items.stream().filter(item -> before != null && item.isAbout(before)).findFirst()
                .ifPresentOrElse(item -> {
                    list.getSelectionModel().select(item);
                    list.scrollTo(item);
                }, () -> {
                    // Beside the table of all forks no review is in sight: none is made until it is.
                    if (!model.sideBySide().get()) {
                        list.getSelectionModel().selectFirst();
                    }
                });
    }

    private static boolean isOpenProposal(ReviewItem item) {
        return item instanceof ReviewItem.Proposed(ProposalState state) && state.isOpen();
    }

    /// What is in sight, and how far somebody has read it.
    private record Page(ReviewItem item, ScrollPane scroll, LaterFiles files) {}

    private Node detail(Shown shown) {
        Page before = page != null && shown.item().isAbout(page.item()) ? page : null;
        var laterFiles = new LaterFiles(controls, files, context.tasks().quiet(),
                Objects.requireNonNull(context.current().design().get()).folder(),
                before == null ? null : before.files());
        var later = new ChangedFiles(shown.report().modules(), laterFiles, comments, controls);
        var box = new Block(16, title.of(shown.item()), consequences(shown.report(), place -> jump(place, later)));
        shown.standpoint().ifPresent(standpoint -> box.getChildren().add(decisions.of(standpoint)));
        if (!shown.conflicts().isEmpty()) {
            box.getChildren().add(conflicts.of(shown));
        }
        Set<RepoPath> paths = shown.report().modules().stream().flatMap(module -> module.later().stream())
                .map(LaterFile::path).collect(Collectors.toSet());
        Set<RepoPath> modules = shown.report().modules().stream().map(ModuleReview::module)
                .collect(Collectors.toSet());
        box.getChildren().add(new CommentsCard(comments, controls,
                thread -> thread.isHosted(modules, paths)).node());
        box.getChildren().add(later.node());
        List<Problem> problems = shown.report().problems();
        if (!problems.isEmpty()) {
            box.getChildren().add(Paged.of(problems, MOST_PROBLEMS, controls, some -> new VBox(16, some.stream()
                    .map(problem -> controls.label(controls.texts().of(problem), "warning")).toArray(Node[]::new))));
        }
        box.getStyleClass().add("page");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        if (before != null) {
            // The same again, told anew: whoever reads it stays where they are.
            scroll.setVvalue(before.scroll().getVvalue());
        }
        page = new Page(shown.item(), scroll, laterFiles);
        // In the order in which Tab goes through them.
        var whole = new BorderPane();
        shown.standpoint().ifPresent(standpoint -> whole.setTop(bar.of(standpoint)));
        whole.setCenter(scroll);
        whole.setBottom(foot.of(shown));
        ThreadSeeking.in(whole, comments, path -> later.show(path.text()));
        return whole;
    }

    /// To a file of the review, else to the file as it is in the design.
    private void jump(Place place, ChangedFiles later) {
        String file = Objects.requireNonNullElse(place.file(), "");
        if (later.has(file)) {
            later.show(file);
        } else if (RepoPath.isSafe(file)) {
            context.navigator().goTo("design", new FileSelection(new RepoPath(file), place.line()));
        }
    }

    private Node consequences(ReviewReport report, Consumer<Place> jump) {
        var quantity = new Spinner<Integer>(1, MOST, model.quantity().get());
        if (counting != null && counting.isFocusWithin()) {
            // Another number makes another card; who counts up goes on counting.
            quantity.sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    quantity.requestFocus();
                }
            });
        }
        counting = quantity;
        quantity.setEditable(true);
        quantity.setPrefWidth(96);
        controls.name(quantity, controls.texts().of("reviews.quantity"));
        quantity.valueProperty().subscribe((_, n) -> {
            if (n != null) {
                model.quantity().set(n);
            }
        });
        return new CardView(controls, jump, told -> model.elsewhere(report.card(), told)).of(report.card(),
                new VBox(4, controls.label(controls.texts().of("reviews.quantity"), "hint"), quantity));
    }
}
