package org.commonwright.credit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Whose work a design builds on: everybody's surviving lines in the modules that it pins from other repositories, and in those
/// that these pin, each at the commit that is pinned and each once, however often it is used.
final class Citations {
    private final Workspace workspace;
    private final ContributionReader contributions;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Person, SequencedMap<String, Rational>> people = new LinkedHashMap<>();

    private record State(String repository, CommitId commit) {}

    Citations(Workspace workspace, ContributionReader contributions) {
        this.workspace = workspace;
        this.contributions = contributions;
    }

    /// For each person the modules, named `design/module`, and their lines in each.
    Map<Person, SequencedMap<String, Rational>> read(ModuleTree tree, boolean ignoreSpace, Progress progress) {
        Map<State, List<DesignModule>> pinned = new TreeMap<>(
                Comparator.comparing(State::repository).thenComparing(s -> s.commit().hex()));
        for (DesignModule module : tree.modules()) {
            CommitId commit = module.source().commit();
            if (!module.source().own() && commit != null) {
                pinned.computeIfAbsent(new State(module.source().repository(), commit), _ -> new ArrayList<>())
                        .add(module);
            }
        }
        pinned.forEach((state, modules) -> read(state, modules, ignoreSpace, progress));
        return people;
    }

    List<Problem> problems() {
        return problems;
    }

    /// A repository whose history cannot be read is said, and the others count.
    private void read(State state, List<DesignModule> modules, boolean ignoreSpace, Progress progress) {
        try {
            GitRepository repository = workspace.open(Path.of(state.repository));
            LineHistory history = contributions.history(repository, state.commit, ignoreSpace, progress);
            for (DesignModule module : modules) {
                if (modules.stream().noneMatch(other -> other != module && holds(other.path(), module.path()))) {
                    add(module, history, repository, ignoreSpace);
                }
            }
        } catch (Fault fault) {
            if (fault.code().equals("task.cancelled")) {
                throw fault;
            }
            problems.add(Problem.warning(null, fault.code(), fault.arguments().toArray()));
        }
    }

    private static boolean holds(RepoPath above, RepoPath below) {
        return !above.equals(below) && below.isUnder(above);
    }

    private void add(DesignModule module, LineHistory history, GitRepository repository, boolean ignoreSpace) {
        var question = new Question(module.path(), path -> path, ignoreSpace);
        String name = module.source().name() + (module.path().isRoot() ? "" : "/" + module.path());
        for (Part part : contributions.read(history, repository, question).parts()) {
            if (part.surviving().signum() > 0) {
                people.computeIfAbsent(part.person(), _ -> new TreeMap<>()).merge(name, part.surviving(),
                        Rational::plus);
            }
        }
    }
}
