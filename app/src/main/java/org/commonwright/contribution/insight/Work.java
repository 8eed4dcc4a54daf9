package org.commonwright.contribution.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.insight.Knowledge.Knower;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.CommitTable.Row;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.Moves;
import org.commonwright.contribution.people.Bots;
import org.commonwright.contribution.people.People;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Who worked on which files and modules, and how often, over all commits. A merge counts for what it changed itself: what it
/// brought from elsewhere was counted there.
final class Work {
    private final LineHistory history;
    private final People people;
    private final Scope scope;
    private final Moves moves;
    private final Map<RepoPath, Sum> files = new HashMap<>();
    private final Map<RepoPath, Map<Person, Touch>> modules = new TreeMap<>();

    private static final class Sum {
        private int commits;
        private long brought;
        private long last = Long.MIN_VALUE;
        private final Set<Person> people = new HashSet<>();
    }

    private static final class Touch {
        private int commits;
        private long last = Long.MIN_VALUE;
    }

    Work(LineHistory history, People people, Scope scope) {
        this.history = history;
        this.people = people;
        this.scope = scope;
        this.moves = new Moves(history);
        for (int commit : history.reached()) {
            add(commit, history.commits().row(commit));
        }
    }

    private void add(int commit, Row row) {
        Set<RepoPath> touched = new HashSet<>();
        Set<RepoPath> here = new HashSet<>();
        for (Change change : row.changes()) {
            int own = change.lines().of(commit);
            if (scope.holds(change.file()) && (own > 0 || row.parents().size() < 2)) {
                for (RepoPath now : moves.now(change.file())) {
                    Sum sum = files.computeIfAbsent(now, _ -> new Sum());
                    // A move is one change: of the file that is gone and of the one that came.
                    sum.commits += here.add(now) ? 1 : 0;
                    sum.brought += own;
                    sum.last = Math.max(sum.last, row.when());
                    sum.people.addAll(people.of(commit));
                }
                touched.add(scope.module(change.file()));
            }
        }
        for (RepoPath module : touched) {
            Map<Person, Touch> touches = modules.computeIfAbsent(module, _ -> new HashMap<>());
            for (Person person : people.of(commit)) {
                Touch touch = touches.computeIfAbsent(person, _ -> new Touch());
                touch.commits++;
                touch.last = Math.max(touch.last, row.when());
            }
        }
    }

    /// The files that are there now, the one that was changed most often first.
    List<FileHeat> files() {
        List<FileHeat> heat = new ArrayList<>();
        history.files().forEach((path, state) -> {
            Sum sum = files.get(path);
            if (sum != null && state.origins() != null) {
                heat.add(new FileHeat(path, scope.module(path), state.origins().lines(), sum.commits, sum.brought,
                        sum.people.size(), Instant.ofEpochSecond(sum.last)));
            }
        });
        heat.sort(Comparator.comparingInt(FileHeat::commits).thenComparingLong(FileHeat::brought).reversed()
                .thenComparing(FileHeat::file));
        return List.copyOf(heat);
    }

    List<Knowledge> modules(Contributions contributions) {
        Map<RepoPath, Map<Person, Rational>> lines = new TreeMap<>();
        for (Part part : contributions.parts()) {
            part.modules().forEach((module, n) -> lines.computeIfAbsent(module, _ -> new HashMap<>())
                    .put(part.person(), n));
        }
        List<Knowledge> knowledge = new ArrayList<>();
        lines.forEach((module, of) -> knowledge.add(knowledge(module, of)));
        return List.copyOf(knowledge);
    }

    private Knowledge knowledge(RepoPath module, Map<Person, Rational> lines) {
        Rational total = lines.values().stream().reduce(Rational.ZERO, Rational::plus);
        List<Knower> knowers = new ArrayList<>();
        modules.getOrDefault(module, Map.of()).forEach((person, touch) -> {
            if (!Bots.isBot(person)) {
                knowers.add(new Knower(person, lines.getOrDefault(person, Rational.ZERO), touch.commits,
                        Optional.of(Instant.ofEpochSecond(touch.last))));
            }
        });
        lines.forEach((person, n) -> {
            if (!Bots.isBot(person) && knowers.stream().noneMatch(k -> k.person().equals(person))) {
                knowers.add(new Knower(person, n, 0, Optional.empty()));
            }
        });
        knowers.sort(Comparator.comparing(Knower::lines).thenComparing(k -> k.last().orElse(Instant.MIN)).reversed()
                .thenComparing(k -> k.person().name()).thenComparing(k -> k.person().email()));
        return new Knowledge(module, total.floor().longValueExact(), knowers, fewest(knowers));
    }

    private static int fewest(List<Knower> knowers) {
        Rational all = knowers.stream().map(Knower::lines).reduce(Rational.ZERO, Rational::plus);
        Rational sum = Rational.ZERO;
        int n = 0;
        while (n < knowers.size() && sum.times(Rational.of(2)).compareTo(all) <= 0 && all.signum() > 0) {
            sum = sum.plus(knowers.get(n++).lines());
        }
        return n;
    }
}
