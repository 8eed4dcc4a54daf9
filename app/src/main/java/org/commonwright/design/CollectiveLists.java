package org.commonwright.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Lists under a heading in the plural: where one list asks for `2 z_motor_assemblies` and the list of these is headed
/// `z_motor_assemblies:`, it counts for both, so the line takes it once. Some of their parts are there once for both (a left and a
/// right bracket), so the list cannot be divided. Where several lists ask for it, nobody knows which part is whose: the line stays as it is,
/// and that is told.
final class CollectiveLists {
    /// Of more lists side by side, each would have to be read for each.
    private static final int MOST = 100;

    private final FileTree tree;
    private final RepoPath list;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<RepoPath, Optional<Bom>> known = new HashMap<>();
    /// Who asks for what, of the other lists; found when first asked for.
    private @Nullable Map<String, List<String>> asked;
    private @Nullable List<RepoPath> others;

    private CollectiveLists(FileTree tree, RepoPath list) {
        this.tree = tree;
        this.list = list;
    }

    /// @param list where `read` is from
    static Bom settle(FileTree tree, RepoPath list, Bom read) {
        if (!read.container().equals("list")
                || read.lines().stream().noneMatch(line -> line.kind() == LineKind.MODULE)) {
            return read;
        }
        var lists = new CollectiveLists(tree, list);
        lists.problems.addAll(read.problems());
        List<BomLine> lines = read.lines().stream().map(line -> lists.settle(line, read)).toList();
        return read.withLines(lines).withProblems(lists.problems);
    }

    private BomLine settle(BomLine line, Bom read) {
        Quantity quantity = line.quantity();
        if (line.kind() != LineKind.MODULE || quantity == null || quantity.equals(Quantity.pieces(1))
                || !isCollective(line, read)) {
            return line;
        }
        List<String> others = askers(line);
        if (!others.isEmpty()) {
            problems.add(Problem.warning(Place.line(read.file(), line.row()), "design.counts-for-all-of-several",
                    line.part(),
                    String.join(", ", others)));
            return line;
        }
        problems.add(Problem.note(Place.line(read.file(), line.row()), "design.counts-for-all", line.part(),
                quantity.number()));
        return line.with(Quantity.pieces(1), line.references());
    }

    private boolean isCollective(BomLine line, Bom read) {
        return line.module().startsWith("#")
                ? read.collective().contains(line.module().substring(1))
                : ListPath.of(list, line.module(), tree).flatMap(this::read)
                        .filter(bom -> bom.collective().contains("")).isPresent();
    }

    /// The other lists beside this one that ask for the same.
    private List<String> askers(BomLine line) {
        if (line.module().startsWith("#")) {
            return List.of();
        }
        if (beside().size() > MOST) {
            return List.of("…");
        }
        Map<String, List<String>> by = asked;
        if (by == null) {
            by = asked();
            asked = by;
        }
        return by.getOrDefault(line.module(), List.of());
    }

    private List<RepoPath> beside() {
        List<RepoPath> lists = others;
        if (lists == null) {
            lists = tree.files().stream().filter(file -> file.parent().equals(list.parent())
                    && FileNames.isAssembly(file) && !file.equals(list)).toList();
            others = lists;
        }
        return lists;
    }

    private Map<String, List<String>> asked() {
        Map<String, List<String>> by = new HashMap<>();
        beside().forEach(file -> read(file).stream().flatMap(bom -> bom.lines().stream())
                .filter(other -> other.kind() == LineKind.MODULE).map(BomLine::module).distinct()
                .forEach(module -> by.computeIfAbsent(module, _ -> new ArrayList<>()).add(file.fileName())));
        return by;
    }

    /// Empty for a list that cannot be read: whoever shows that list tells it.
    private Optional<Bom> read(RepoPath file) {
        return known.computeIfAbsent(file, this::open);
    }

    private Optional<Bom> open(RepoPath file) {
        try {
            return Optional.of(DesignBoms.open(tree, file, file.text()).read());
        } catch (Fault _) {
            return Optional.empty();
        }
    }
}
