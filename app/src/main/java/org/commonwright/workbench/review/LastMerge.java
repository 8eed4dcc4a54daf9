package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.record.DeviceRecords;
import org.commonwright.review.MergeUndo;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;

/// The last merge of the open design's branch, and taking it back.
final class LastMerge {
    /// Why most designs have nothing to take back.
    private static final Set<String> ORDINARY = Set.of("merging.undo-no-branch", "merging.undo-no-merge",
            "merging.undo-stood-on", "merging.undo-other", "record.key-revoked");

    private final AppFolders folders;
    private final InstantSource clock;
    private final Tasks tasks;
    private final Tasks quiet;
    private final CurrentDesign current;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> blocked = new ReadOnlyObjectWrapper<>(
            Optional.of(Messages.Key.of("merging.undo-no-design")));
    private @Nullable OpenDesign open;

    LastMerge(AppFolders folders, InstantSource clock, Tasks tasks, Tasks quiet, CurrentDesign current,
            Notices notices) {
        this.folders = folders;
        this.clock = clock;
        this.tasks = tasks;
        this.quiet = quiet;
        this.current = current;
        this.notices = notices;
    }

    /// Why nothing can be taken back now; empty when something can.
    ReadOnlyObjectProperty<Optional<Messages.Key>> blocked() {
        return blocked.getReadOnlyProperty();
    }

    /// Looks whether there is one.
    void load(@Nullable OpenDesign next) {
        open = next;
        blocked.set(Optional.of(Messages.Key.of("merging.undo-no-design")));
        if (next == null) {
            return;
        }
        quiet.submit(Messages.Key.of("merging.looking", next.name()), _ -> {
            return standing(next.folder());
        }, new TaskListener<Optional<Messages.Key>>() {
            @Override
            public void done(Optional<Messages.Key> reason) {
                if (next.equals(open)) {
                    blocked.set(reason);
                }
            }

            @Override
            public void failed(Fault fault) {
                if (next.equals(open)) {
                    blocked.set(Optional.of(Messages.Key.of(fault.code(), fault.arguments().toArray())));
                }
            }
        });
    }

    /// That nothing can be taken back is how most designs stand, and no failure of looking.
    private Optional<Messages.Key> standing(Path folder) {
        try {
            at(folder, undo -> undo.last(null));
            return Optional.empty();
        } catch (Fault fault) {
            if (!ORDINARY.contains(fault.code())) {
                throw fault;
            }
            return Optional.of(Messages.Key.of(fault.code(), fault.arguments().toArray()));
        }
    }

    void undo() {
        OpenDesign of = open;
        if (of == null) {
            return;
        }
        tasks.submit(Messages.Key.of("merging.undoing", of.name()), _ -> at(of.folder(), undo -> {
            MergeUndo.Last last = undo.last(null);
            undo.undo(last, "");
            return last;
        }), new TaskListener<MergeUndo.Last>() {
            @Override
            public void done(MergeUndo.Last last) {
                notices.say("merging.undone", last.subject(), last.branch(), last.before().abbreviated(),
                        MergeUndo.keptAs(last.merge()));
                current.changed();
            }

            @Override
            public void failed(Fault fault) {
                notices.fault(fault);
            }
        });
    }

    /// What is done with an open repository.
    @FunctionalInterface
    private interface Step {
        MergeUndo.Last run(MergeUndo undo);
    }

    private MergeUndo.Last at(Path folder, Step step) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return step.run(new MergeUndo(repository, new DeviceRecords(folders, clock).open(repository)));
        }
    }
}
