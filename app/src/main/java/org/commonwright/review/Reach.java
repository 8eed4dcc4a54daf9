package org.commonwright.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.model.RepoPath;

/// What a change reaches, as the rules are asked about it: each file by itself, so that no fork takes a file away from those who
/// maintain it by moving it, or by adding, renaming or removing manifests above it.
///
/// @param modules the folder of the module that each file belongs to
record Reach(Map<RepoPath, RepoPath> modules) {
    Reach {
        modules = Map.copyOf(modules);
    }

    /// What somebody only says that a change touches.
    static Reach said(Collection<RepoPath> folders) {
        var modules = new TreeMap<RepoPath, RepoPath>();
        folders.forEach(folder -> modules.put(folder, folder));
        return new Reach(modules);
    }

    Reach and(Reach other) {
        var both = new TreeMap<>(modules);
        both.putAll(other.modules);
        return new Reach(both);
    }

    /// The folders whose maintainers are asked: a file's module where the same people maintain it, else the folder that the rules
    /// name. A change of nothing is a matter of the whole.
    List<RepoPath> folders(RuleBook book) {
        return modules.isEmpty()
                ? List.of(RepoPath.ROOT)
                : modules.entrySet().stream().flatMap(one -> folders(book, one.getKey(), one.getValue())).distinct()
                        .sorted().toList();
    }

    private static Stream<RepoPath> folders(RuleBook book, RepoPath file, RepoPath module) {
        List<RepoPath> asked = book.asked(file);
        return asked.equals(book.asked(module)) ? Stream.of(module) : asked.stream();
    }
}
