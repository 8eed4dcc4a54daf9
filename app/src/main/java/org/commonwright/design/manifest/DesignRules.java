package org.commonwright.design.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;

/// What the community of a design has agreed on, as its files say, and what is wrong with how they say it. Everybody who acts
/// on `commons.toml` reads it here.
///
/// @param commons [Commons#NONE] when there is no `commons.toml`, or none that can be read
/// @param problems errors where something must not be taken as agreed; notes on what nothing acts on yet
public record DesignRules(Commons commons, List<Problem> problems) {
    private static final long LIMIT = 1L << 20;

    public DesignRules {
        problems = List.copyOf(problems);
    }

    public static DesignRules of(FileTree tree) {
        return of(tree, Commons.PATH.text());
    }

    /// @param shownAs what the file is called in problems
    public static DesignRules of(FileTree tree, String shownAs) {
        List<Problem> problems = new ArrayList<>();
        if (tree.links().contains(Commons.PATH)) {
            problems.add(Problem.error(Place.file(shownAs), "design.commons-link"));
        }
        Stream.concat(tree.files().stream(), tree.links().stream()).filter(DesignRules::isTwin)
                .forEach(twin -> problems.add(Problem.error(Place.file(twin.text()), "design.commons-twin", twin)));
        if (!tree.exists(Commons.PATH)) {
            return new DesignRules(Commons.NONE, problems);
        }
        Commons commons = Commons.NONE;
        try {
            commons = CommonsReader.read(shownAs, tree.read(Commons.PATH, LIMIT), problems::add);
        } catch (Fault unread) {
            problems.add(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(), Place.file(shownAs)));
        }
        commons.maintainers().stream().map(Commons.Maintainers::path).filter(path -> !isFolder(tree, path))
                .forEach(path -> problems.add(Problem.error(Place.file(shownAs), "design.no-such-folder", path)));
        return new DesignRules(commons, problems);
    }

    private static boolean isTwin(RepoPath path) {
        return path.text().equalsIgnoreCase(Commons.PATH.text()) && !path.equals(Commons.PATH);
    }

    private static boolean isFolder(FileTree tree, RepoPath path) {
        return tree.files().stream().anyMatch(file -> file.isUnder(path) && !file.equals(path));
    }

    /// The first error: while there is one, nobody may act on these rules.
    public Optional<Problem> error() {
        return problems.stream().filter(problem -> problem.severity() == Problem.Severity.ERROR).findFirst();
    }

    /// The rules for somebody who acts on them.
    ///
    /// @throws Fault the first error; `design.rules-broken` with the place of one that is about a line
    public Commons require() {
        error().ifPresent(broken -> {
            Place at = broken.place();
            throw at == null || at.line() == 0
                    ? new Fault(broken.code(), broken.arguments().toArray())
                    : new Fault("design.rules-broken", at.toString(),
                            new Messages.Key(broken.code(), broken.arguments()));
        });
        return commons;
    }

    /// What somebody should know who builds or orders the design: the notes are for the page on the design itself, and that
    /// nobody can decide about proposals keeps nobody from building.
    public List<Problem> doubts() {
        boolean unread = commons.equals(Commons.NONE);
        return problems.stream().filter(problem -> problem.severity() != Problem.Severity.NOTE)
                .map(problem -> unread ? problem : asWarning(problem)).toList();
    }

    private static Problem asWarning(Problem problem) {
        return new Problem(Problem.Severity.WARNING, problem.code(), problem.arguments(), problem.place());
    }
}
