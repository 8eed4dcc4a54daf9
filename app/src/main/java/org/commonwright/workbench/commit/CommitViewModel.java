package org.commonwright.workbench.commit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;

/// What differs from the last commit, which of it the next commit takes, and making it. What was written in this window is
/// ticked; everything else stays as it is unless a person ticks it.
public final class CommitViewModel {
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;
    private final InstantSource clock;
    private final Loader<List<Difference>> differences;
    private final Set<Difference> chosen = new HashSet<>();
    private final IntegerProperty count = new SimpleIntegerProperty();
    private final StringProperty message = new SimpleStringProperty("");
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();

    public CommitViewModel(Tasks tasks, Notices notices, CurrentDesign current, InstantSource clock) {
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
        this.differences = new Loader<>(tasks);
        differences.state().subscribe(state -> {
            chosen.clear();
            if (state instanceof Loaded.Ready<List<Difference>>(List<Difference> found)) {
                found.stream().filter(Difference::ours).forEach(chosen::add);
            }
            count.set(chosen.size());
        });
    }

    ReadOnlyObjectProperty<Loaded<List<Difference>>> differences() {
        return differences.state();
    }

    /// What the commit will say; kept while a person looks elsewhere.
    public StringProperty message() {
        return message;
    }

    /// How many files the commit takes.
    ReadOnlyIntegerProperty count() {
        return count;
    }

    /// Looks what differs now.
    public void look() {
        OpenDesign design = current.design().get();
        if (design == null) {
            differences.clear();
            return;
        }
        Path folder = design.folder();
        Set<RepoPath> ours = current.writtenHere();
        differences.load(Messages.Key.of("commit.looking"), _ -> Difference.of(folder, ours));
    }

    boolean isChosen(Difference one) {
        return chosen.contains(one);
    }

    void choose(Difference one, boolean take) {
        if (take) {
            chosen.add(one);
        } else {
            chosen.remove(one);
        }
        count.set(chosen.size());
    }

    /// Why no commit can be made now.
    ObservableValue<Optional<Messages.Key>> blocked() {
        return Bindings.createObjectBinding(() -> busy.get()
                ? Optional.of(Messages.Key.of("commit.runs"))
                : count.get() == 0
                        ? Optional.of(Messages.Key.of("commit.none-chosen"))
                        : message.get().isBlank()
                                ? Optional.of(Messages.Key.of("commit.no-message"))
                                : Optional.empty(),
                busy, count, message);
    }

    /// Commits what is ticked.
    ///
    /// @param done called after it was committed
    void commit(Runnable done) {
        OpenDesign design = current.design().get();
        if (design == null || blocked().getValue().isPresent()) {
            return;
        }
        String says = message.get().strip();
        List<Difference> taken = List.copyOf(chosen);
        busy.set(true);
        tasks.submit(Messages.Key.of("commit.committing", taken.size()), _ -> commit(design.folder(), says, taken),
                Outcome.<CommitId>of(id -> {
                    busy.set(false);
                    message.set("");
                    notices.say("commit.committed", taken.size(), id.abbreviated());
                    current.committed(design.folder(), taken.stream().map(Difference::path).toList());
                    done.run();
                }, fault -> {
                    busy.set(false);
                    notices.fault(fault);
                }).whenCancelled(() -> busy.set(false)));
    }

    private CommitId commit(Path folder, String says, List<Difference> taken) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Person person = repository.configuredPerson().orElseThrow(() -> new Fault("commit.no-person"));
            return repository.workTree().commit(says, person, clock.instant(),
                    taken.stream().map(Difference::stored).toList(), Optional.empty());
        }
    }
}
