package org.commonwright.workbench.review;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.error.Fault;
import org.commonwright.git.GitDrivers;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.review.merge.BomDriver;
import org.commonwright.review.merge.OwnProgram;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Whether plain Git merges the open design's bills of materials with this program, and telling it so.
final class PlainGit {
    private static final Optional<Messages.Key> NO_DESIGN = Optional.of(Messages.Key.of("merging.undo-no-design"));

    private final Tasks tasks;
    private final Tasks quiet;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> installBlocked = new ReadOnlyObjectWrapper<>(NO_DESIGN);
    private final ReadOnlyObjectWrapper<Optional<Messages.Key>> removeBlocked = new ReadOnlyObjectWrapper<>(NO_DESIGN);
    private @Nullable OpenDesign open;

    PlainGit(Tasks tasks, Tasks quiet, Notices notices) {
        this.tasks = tasks;
        this.quiet = quiet;
        this.notices = notices;
    }

    ReadOnlyObjectProperty<Optional<Messages.Key>> installBlocked() {
        return installBlocked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Messages.Key>> removeBlocked() {
        return removeBlocked.getReadOnlyProperty();
    }

    void load(@Nullable OpenDesign next) {
        open = next;
        installBlocked.set(NO_DESIGN);
        removeBlocked.set(NO_DESIGN);
        if (next != null) {
            run(quiet, next, drivers -> drivers.isInstalled(BomDriver.NAME), null);
        }
    }

    void install() {
        act(drivers -> {
            drivers.install(BomDriver.of(OwnProgram.command()), List.of(drivers.ownAttributes()));
            return true;
        }, "merging.installed");
    }

    void remove() {
        act(drivers -> {
            drivers.remove(BomDriver.of(""));
            return false;
        }, "merging.removed");
    }

    private void act(Predicate<GitDrivers> step, String said) {
        OpenDesign of = open;
        if (of != null) {
            run(tasks, of, step, said);
        }
    }

    private void run(Tasks by, OpenDesign of, Predicate<GitDrivers> step, @Nullable String said) {
        Path folder = of.folder();
        by.submit(Messages.Key.of("merging.asking-git", of.name()), _ -> {
            try (GitRepository repository = GitRepository.open(folder)) {
                return step.test(repository.drivers());
            }
        }, new TaskListener<Boolean>() {
            @Override
            public void done(Boolean installed) {
                if (of.equals(open)) {
                    installBlocked.set(reason(installed, "merging.is-already"));
                    removeBlocked.set(reason(!installed, "merging.is-not-yet"));
                }
                if (said != null) {
                    notices.say(said, folder);
                }
            }

            @Override
            public void failed(Fault fault) {
                if (said != null) {
                    notices.fault(fault);
                } else if (of.equals(open)) {
                    Optional<Messages.Key> why = Optional
                            .of(Messages.Key.of(fault.code(), fault.arguments().toArray()));
                    installBlocked.set(why);
                    removeBlocked.set(why);
                }
            }
        });
    }

    private static Optional<Messages.Key> reason(boolean blocked, String key) {
        return blocked ? Optional.of(Messages.Key.of(key)) : Optional.empty();
    }
}
