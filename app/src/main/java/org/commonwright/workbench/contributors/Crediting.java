package org.commonwright.workbench.contributors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.commonwright.credit.ContributorsFile;
import org.commonwright.credit.Credit;
import org.commonwright.credit.Credits;
import org.commonwright.credit.EffortState;
import org.commonwright.credit.Stated;
import org.commonwright.design.Workspace;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// What a person signs about contributors, and writes down: effort, countersignatures, statements, the file CONTRIBUTORS.
final class Crediting {
    private static final long MOST = 8L << 20;

    private final ContributorsViewModel model;
    private final DesignParts design;
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;

    /// What a task does, and what is said when it is done.
    private interface Act {
        Messages.Key run(GitRepository repository, Workspace workspace, Progress watch);
    }

    /// A text for CONTRIBUTORS.
    ///
    /// @param before what stands there now; null for nothing
    record Names(OpenDesign of, Path file, byte @Nullable [] before, ContributorsFile next) {}

    Crediting(ContributorsViewModel model, AppFolders folders, Tasks tasks, Notices notices, CurrentDesign current) {
        this.model = model;
        this.design = new DesignParts(folders);
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
    }

    void declare(String work, Rational hours, RepoPath module, List<RepoPath> files) {
        act(Messages.Key.of("effort.declaring"), (repository, _, _) -> {
            design.desk(repository).declare(work, hours, module, files);
            return Messages.Key.of("effort.declared", work.strip());
        });
    }

    void countersign(EffortState effort) {
        act(Messages.Key.of("effort.countersigning", effort.effort().work()), (repository, _, _) -> {
            design.desk(repository).countersign(effort.id());
            return Messages.Key.of("effort.countersigned", effort.effort().person().name(), effort.effort().work());
        });
    }

    void state(Credit person) {
        OpenDesign of = model.open();
        if (of != null) {
            act(Messages.Key.of("effort.stating", person.person().name()), (repository, workspace, watch) -> {
                Credits whole = design.whole(repository, workspace, of, watch);
                String id = design.desk(repository).state(person.person().email(), whole).id().abbreviated();
                return Messages.Key.of("effort.stated", person.person().name(), id);
            });
        }
    }

    void verify(Stated stated) {
        act(Messages.Key.of("effort.verifying", stated.statement().about().name()),
                (repository, workspace, watch) -> {
                    List<String> different = stated.statement().differences(
                            design.whole(repository, workspace, stated.statement().commit(), watch));
                    return different.isEmpty()
                            ? Messages.Key.of("effort.holds", stated.statement().about().name())
                            : Messages.Key.of("effort.different", stated.statement().about().name(),
                                    String.join(", ", different));
                });
    }

    /// Makes the text of CONTRIBUTORS.
    ///
    /// @param done hears of it on the window's thread, and writes it, perhaps after a question
    void prepare(Consumer<Names> done) {
        OpenDesign of = model.open();
        if (of != null) {
            tasks.submit(Messages.Key.of("effort.writing"), watch -> design.with(of, (repository, workspace) -> {
                Path file = of.folder().resolve(ContributorsFile.NAME);
                byte[] before = PlainFiles.readIfThere(file, MOST);
                return new Names(of, file, before,
                        ContributorsFile.of(design.whole(repository, workspace, of, watch), before));
            }), Outcome.<Names>of(done, notices::fault));
        }
    }

    void write(Names names) {
        tasks.submit(Messages.Key.of("effort.writing"), _ -> {
            AtomicFiles.change(names.file, names.before, names.next.text().getBytes(StandardCharsets.UTF_8));
            return names.file;
        }, Outcome.<Path>of(file -> {
            notices.say("contributors.saved", file);
            current.wrote(names.of.folder(), List.of(new RepoPath(ContributorsFile.NAME)));
        }, notices::fault));
    }

    private void act(Messages.Key title, Act what) {
        OpenDesign of = model.open();
        if (of != null) {
            tasks.submit(title,
                    watch -> design.with(of, (repository, workspace) -> what.run(repository, workspace, watch)),
                    Outcome.<Messages.Key>of(said -> {
                        notices.say(said.key(), said.arguments().toArray());
                        current.changed();
                    }, notices::fault));
        }
    }
}
