package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.FileReview;
import org.commonwright.review.LaterFile;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.MergeWork;
import org.commonwright.task.Progress;

/// Merges two forks in memory, as [MergeWork] would merge them one after the other: bills of materials by cell, manifests by field,
/// texts by line. Nothing is written but the cache.
public final class PairCheck {
    private static final int MOST_PARTS = 200;
    private static final int MOST_CLASHES = 500;
    private static final Pattern FIELD = Pattern.compile("^\\s*(?:\\[+([^\\]]+)\\]+|([A-Za-z0-9_.\"' -]+?)\\s*=)");

    private final GitRepository repository;
    private final KeptPairs kept;

    public PairCheck(GitRepository repository, ForkCache cache) {
        this.repository = repository;
        this.kept = new KeptPairs(cache);
    }

    /// What two forks have against each other; what one of them has against the branch anyway is not told once more.
    ///
    /// @param main the branch that both left
    /// @param a the one that would be merged first
    public Pair of(CommitId main, Fork a, Fork b, Progress progress) {
        Pair pair = of(a.head(), b.head(), progress);
        Set<RepoPath> both = new HashSet<>(a.files());
        both.retainAll(b.files());
        if (both.containsAll(pair.files())) {
            return pair;
        }
        Set<RepoPath> others = new HashSet<>(of(main, a.head(), progress).files());
        others.addAll(of(main, b.head(), progress).files());
        others.removeAll(both);
        return pair.without(others);
    }

    /// @param a the commit that would be merged first
    public Pair of(CommitId a, CommitId b, Progress progress) {
        progress.check();
        return kept.of(a, b, () -> look(a, b, progress));
    }

    private Pair look(CommitId a, CommitId b, Progress progress) {
        try {
            Optional<CommitId> base = repository.history().mergeBase(a, b);
            if (base.equals(Optional.of(a)) || base.equals(Optional.of(b))) {
                return new Pair(a, b, base.get().equals(b) ? Pair.Relation.HOLDS : Pair.Relation.HELD, List.of(),
                        List.of(), Optional.empty());
            }
            List<Clash> clashes = MergeWork.plan(repository, a, b).conflicts().stream().limit(MOST_CLASHES)
                    .map(PairCheck::clash).toList();
            return new Pair(a, b, Pair.Relation.BESIDE,
                    base.map(from -> shared(from, a, b, progress)).orElse(List.of()),
                    clashes, Optional.empty());
        } catch (Fault fault) {
            progress.check();
            return new Pair(a, b, Pair.Relation.BESIDE, List.of(), List.of(),
                    Optional.of(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null)));
        }
    }

    private static Clash clash(MergeConflict conflict) {
        return switch (conflict) {
            case MergeConflict.Cell(var file, _, var cell) -> new Clash(file,
                    cell.cell().isEmpty() ? Clash.Kind.ROW : Clash.Kind.CELL, cell.part(), cell.cell());
            case MergeConflict.Text(var file, _, var base, var ours, var theirs) when isManifest(file) ->
                new Clash(file, Clash.Kind.FIELD, "", field(base, ours, theirs));
            case MergeConflict.Text(var file, _, _, _, _) -> new Clash(file, Clash.Kind.LINES, "", "");
            case MergeConflict.Whole(var file, _) -> new Clash(file, Clash.Kind.WHOLE, "", "");
        };
    }

    private static boolean isManifest(RepoPath file) {
        return file.fileName().endsWith(".toml");
    }

    /// The name of the field that the lines of a manifest are about.
    private static String field(String... sides) {
        for (String side : sides) {
            Matcher m = FIELD.matcher(side);
            if (m.find()) {
                return m.group(1) == null ? m.group(2) : m.group(1);
            }
        }
        return "";
    }

    private List<Pair.Shared> shared(CommitId base, CommitId a, CommitId b, Progress progress) {
        Map<RepoPath, FileChange> ofA = changes(base, a);
        var shared = new ArrayList<Pair.Shared>();
        changes(base, b).forEach((path, theirs) -> {
            FileChange ours = ofA.get(path);
            if (ours != null) {
                progress.check();
                boolean same = Objects.equals(ours.newBlob(), theirs.newBlob());
                shared.add(new Pair.Shared(path, same, same || !isBom(path)
                        ? List.of()
                        : parts(new LaterFile(ours, base, a, true, null), new LaterFile(theirs, base, b, true, null),
                                progress)));
            }
        });
        shared.sort((one, other) -> one.file().compareTo(other.file()));
        return shared;
    }

    private Map<RepoPath, FileChange> changes(CommitId base, CommitId head) {
        var changes = new HashMap<RepoPath, FileChange>();
        repository.diff(base, head).forEach(change -> changes.put(change.path(), change));
        return changes;
    }

    private static boolean isBom(RepoPath file) {
        return file.fileName().toLowerCase(Locale.ROOT).equals("bom.csv") || DesignBoms.isNamedSo(file);
    }

    private List<String> parts(LaterFile ours, LaterFile theirs, Progress progress) {
        var parts = new TreeSet<>(parts(ours.review(repository, progress)).toList());
        parts.retainAll(parts(theirs.review(repository, progress)).toList());
        return parts.stream().limit(MOST_PARTS).toList();
    }

    private static Stream<String> parts(FileReview review) {
        return review instanceof FileReview.BomCells(_, BomDiff diff)
                ? Stream.concat(Stream.concat(diff.added().stream(), diff.removed().stream()).map(BomLine::part),
                        diff.changed().stream().map(CellChange::part))
                : Stream.empty();
    }
}
