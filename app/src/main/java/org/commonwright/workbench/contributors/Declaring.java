package org.commonwright.workbench.contributors;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// What a person fills in about work that lines do not show.
final class Declaring {
    private static final Rational MOST = Rational.of(10_000);

    private final StringProperty work = new SimpleStringProperty("");
    private final StringProperty hours = new SimpleStringProperty("");
    private final StringProperty files = new SimpleStringProperty("");
    private final Declare declare;
    private RepoPath module;

    /// Signs it.
    interface Declare {
        void declare(String work, Rational hours, RepoPath module, List<RepoPath> files);
    }

    Declaring(RepoPath module, Declare declare) {
        this.module = module;
        this.declare = declare;
    }

    /// What was done, in one line.
    StringProperty work() {
        return work;
    }

    /// With a point or a comma.
    StringProperty hours() {
        return hours;
    }

    /// Paths from the repository's root, one a line.
    StringProperty files() {
        return files;
    }

    RepoPath module() {
        return module;
    }

    void choose(RepoPath folder) {
        module = folder;
    }

    /// Why it cannot be declared yet.
    ObservableValue<Optional<Messages.Key>> blocked() {
        return Bindings.createObjectBinding(() -> work.get().isBlank()
                ? Optional.of(Messages.Key.of("effort.no-work"))
                : number().isEmpty()
                        ? Optional.of(Messages.Key.of("effort.no-hours"))
                        : paths().filter(path -> !RepoPath.isSafe(path)).findFirst()
                                .map(path -> Messages.Key.of("credit.bad-path", path)),
                work, hours, files);
    }

    void declare() {
        number().ifPresent(
                n -> declare.declare(work.get(), n, module, paths().map(RepoPath::new).distinct().toList()));
    }

    private Optional<Rational> number() {
        return Rational.parse(hours.get().replace(',', '.'))
                .filter(n -> n.signum() > 0 && n.compareTo(MOST) <= 0);
    }

    private Stream<String> paths() {
        return files.get().lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
