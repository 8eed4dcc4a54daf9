package org.commonwright.workbench.review.comments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.Subject;
import org.commonwright.task.TaskListener;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Pins;
import org.jspecify.annotations.Nullable;

/// The open comments on the design as it is, whatever review they were made in: where they stand, and the threads themselves. What is
/// said here belongs to the branch that is checked out.
public final class DesignComments {
    private final WorkbenchContext context;
    private final CommentsViewModel model;
    private final Controls controls;
    private Runnable opening = () -> {};
    private FileComments page;
    /// How often the design was looked at: only what was looked at last counts.
    private int looks;

    public DesignComments(WorkbenchContext context) {
        this.context = context;
        this.controls = new Controls(context.texts());
        this.model = new CommentsViewModel(context.folders(), context.tasks(), context.tasks().quiet(),
                context.notices(), context.current(), context.clock());
        this.page = new FileComments(model, controls, opening);
    }

    /// Follows the open design until it is given back.
    public Subscription follow() {
        return context.current().follow(this::load);
    }

    private void load(@Nullable OpenDesign design) {
        int mine = ++looks;
        if (design == null) {
            model.look(null);
            return;
        }
        context.tasks().quiet().submit(Messages.Key.of("remarks.loading"), _ -> looked(design.folder()),
                new TaskListener<Optional<Looked>>() {
                    @Override
                    public void done(Optional<Looked> looked) {
                        if (mine == looks) {
                            model.look(looked.orElse(null));
                        }
                    }

                    @Override
                    public void failed(Fault fault) {
                        context.notices().fault(fault);
                    }
                });
    }

    /// Empty for a folder that is no repository, and before its first commit.
    private static Optional<Looked> looked(Path folder) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Optional<CommitId> head = repository.head();
            String branch = repository.currentBranch().orElse("");
            return head.map(commit -> new Looked(repository.folder(), commit, commit,
                    branch.isEmpty() ? Subject.NONE : Subject.ofBranch("refs/heads/" + branch), branch, true));
        } catch (Fault fault) {
            if (fault.code().equals("git.not-a-repository")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    /// Calls `changed` now and whenever the comments change, as long as the view is there.
    public void follow(Node view, Runnable changed) {
        Following.threads(model, view, changed);
    }

    /// Calls `changed` whenever the comments change.
    public void follow(Runnable changed) {
        model.threads().addListener((ListChangeListener<PlacedThread>) _ -> changed.run());
    }

    /// Hears of a thread that somebody wants to see.
    public void onShow(Consumer<PlacedThread> seen) {
        model.shown().subscribe(thread -> {
            if (thread != null) {
                seen.accept(thread);
            }
        });
    }

    public void show(PlacedThread thread) {
        model.show(thread);
    }

    /// How many open comments a file has.
    public long count(RepoPath file) {
        return model.threads().stream().filter(thread -> thread.isIn(file)).count();
    }

    /// How many a module itself has.
    public long countOfModule(RepoPath folder) {
        return model.threads().stream().filter(one -> one.at() instanceof Anchor.Module(var at) && at.equals(folder))
                .count();
    }

    /// The threads on cells of a bill of materials.
    public List<PlacedThread> cells(RepoPath file) {
        return model.threads().stream().filter(one -> one.at() instanceof Anchor.Cell && one.isIn(file)).toList();
    }

    /// What is known about a file, its threads below it, and a button to say more.
    public Node file(Node facts, RepoPath path) {
        page = new FileComments(model, controls, opening);
        return page.below(facts, path, false);
    }

    /// The same of a module.
    public Node module(Node facts, RepoPath folder, String name) {
        page = new FileComments(model, controls, opening);
        return new VBox(8, facts, page.module(folder, name));
    }

    /// @param wanted makes the page seen that was made last, when somebody is about to write there
    public void onWriting(Runnable wanted) {
        opening = wanted;
    }

    /// Some threads.
    ///
    /// @param some asked again whenever the comments change
    public Node threads(Supplier<List<PlacedThread>> some) {
        var list = new ThreadList(model, controls);
        var box = new VBox(list.node());
        Following.threads(model, box, () -> list.show(some.get()));
        return box;
    }

    /// Marks on a model; a click on one shows its thread.
    public Pins model(RepoPath path) {
        return new ModelPins(path, model, this::offer);
    }

    /// The same on a picture.
    public PicturePins picture(RepoPath path) {
        return new PicturePins(path, model, this::offer);
    }

    /// What is pointed at is said on the page that was made last.
    private void offer(CommentTarget target, Node view, double screenX, double screenY) {
        page.offer(target, view, screenX, screenY);
    }

    /// The name of a thread's node.
    public static String id(PlacedThread thread) {
        return "comment-" + thread.thread().id().abbreviated();
    }
}
