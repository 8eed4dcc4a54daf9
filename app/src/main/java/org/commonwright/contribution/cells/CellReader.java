package org.commonwright.contribution.cells;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.commonwright.contribution.cells.KnownCells.Found;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.people.People;
import org.commonwright.contribution.rules.CountingRules;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.git.FileHistory;
import org.commonwright.git.FileVersion;
import org.commonwright.git.GitRepository;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Reads whose the cells of bills of materials are. What it found for the lists of the last commit is kept in a file of the cache
/// folder, so that only what changed since is compared.
public final class CellReader {
    private final Path cache;

    /// @param cache the program's cache folder
    public CellReader(Path cache) {
        this.cache = cache;
    }

    /// @param bills of the history's commit; generated and vendored ones are left out
    /// @param moduleOf the module that a file belongs to
    /// @throws Fault `task.cancelled`, `files.not-written`, or what the repository throws
    public Cells read(GitRepository repository, LineHistory history, Collection<RepoPath> bills,
            UnaryOperator<RepoPath> moduleOf, Progress progress) {
        var rules = new CountingRules(repository.tree(history.tip()));
        var people = new People(history.commits(), repository.history().mailmap(history.tip()));
        var store = new CellStore(cache.resolve("lines").resolve(name(repository)), history.commits());
        Optional<KnownCells> before = store.read();
        Map<RepoPath, Found> found = new TreeMap<>();
        List<ListCells> lists = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (FileHistory files = repository.fileHistory()) {
            var origins = new VersionOrigins(history, files, before);
            for (RepoPath bill : bills.stream().filter(rules::isOwn).sorted().distinct().toList()) {
                try {
                    Optional<FileVersion> tip = files.at(history.tip(), bill);
                    if (tip.isPresent()) {
                        progress.say("contribution.versions", bill);
                        Found cells = new CellPass(repository, files, origins, progress).read(tip.get());
                        found.put(bill, cells);
                        lists.add(list(bill, moduleOf.apply(bill), cells.cells(), people));
                    }
                } catch (Fault fault) {
                    if (fault.code().equals("task.cancelled")) {
                        throw fault;
                    }
                    problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(),
                            Place.file(bill.text())));
                }
            }
        }
        boolean same = before.filter(known -> known.tip().equals(history.tip())
                && known.lists().keySet().containsAll(found.keySet())).isPresent();
        if (!same && !found.isEmpty()) {
            store.write(new KnownCells(history.tip(), found));
        }
        return new Cells(lists, problems);
    }

    private static ListCells list(RepoPath bill, RepoPath module, CellOrigins cells, People people) {
        Map<Integer, Long> byCommit = new HashMap<>();
        long count = 0;
        for (int[] row : cells.commits()) {
            for (int commit : row) {
                if (commit != CellOrigins.NOBODY) {
                    byCommit.merge(commit, 1L, Long::sum);
                    count++;
                }
            }
        }
        Map<Person, Rational> sums = new HashMap<>();
        byCommit.forEach((commit, n) -> {
            List<Person> authors = people.of(commit);
            authors.forEach(author -> sums.merge(author, Rational.of(n, authors.size()), Rational::plus));
        });
        SequencedMap<Person, Rational> sorted = new LinkedHashMap<>();
        sums.entrySet().stream().sorted(Map.Entry.<Person, Rational>comparingByValue().reversed()
                .thenComparing(e -> e.getKey().toString())).forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return new ListCells(bill, module, count, sorted);
    }

    private static String name(GitRepository repository) {
        String key = repository.folder().toAbsolutePath().normalize() + String.join(" ", repository.cutOff());
        return ContentId.of(key.getBytes(StandardCharsets.UTF_8)).abbreviated() + ".cells";
    }
}
