package org.commonwright.design;

import java.util.ArrayList;
import java.util.List;
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

/// Lists under a heading in the plural: where one list asks for `2 z_motor_assemblies` and the list of these is headed
/// `z_motor_assemblies:`, it counts for both, so the line takes it once. Some of their parts are there once for both (a left and a
/// right bracket), so the list cannot be divided. Where several lists ask for it, nobody knows which part is whose: the line stays as it is,
/// and that is told.
final class CollectiveLists {
    private final FileTree tree;
    private final RepoPath list;
    private final List<Problem> problems = new ArrayList<>();

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
        return tree.files().stream()
                .filter(file -> file.parent().equals(list.parent()) && FileNames.isAssembly(file) && !file.equals(list))
                .filter(file -> read(file).stream().flatMap(bom -> bom.lines().stream())
                        .anyMatch(other -> other.kind() == LineKind.MODULE && other.module().equals(line.module())))
                .map(RepoPath::fileName).toList();
    }

    /// Empty for a list that cannot be read: whoever shows that list tells it.
    private Optional<Bom> read(RepoPath file) {
        try {
            return Optional.of(DesignBoms.open(tree, file, file.text()).read());
        } catch (Fault _) {
            return Optional.empty();
        }
    }
}
