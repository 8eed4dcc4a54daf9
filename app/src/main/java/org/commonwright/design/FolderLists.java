package org.commonwright.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.bom.read.ConflictedCopy;
import org.commonwright.design.CountedLists.Rule;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The one rule by which lists of a folder count: what a person chose; else what the manifest names; else `bom.csv`; else the
/// nearest table that is called a bill of materials; else the nearest text or netlist that is; else a schematic.
final class FolderLists {
    private final DesignSource source;
    private final FileTree tree;
    private final FolderIndex index;
    private final Consumer<Problem> problems;

    FolderLists(DesignSource source, FolderIndex index, Consumer<Problem> problems) {
        this.source = source;
        this.tree = source.tree();
        this.index = index;
        this.problems = problems;
    }

    CountedLists of(RepoPath folder, @Nullable Manifest manifest) {
        Optional<CountedLists> chosen = chosen(source, folder, problems);
        Set<RepoPath> copies = copies(folder, chosen.map(CountedLists::files).orElse(List.of()));
        return chosen.orElseGet(() -> byRule(folder, manifest, copies));
    }

    /// Where a choice cannot be read, that is told, and the rule decides.
    private static Optional<CountedLists> chosen(DesignSource source, RepoPath folder, Consumer<Problem> problems) {
        FileTree tree = source.tree();
        RepoPath kept = folder.resolve(ListChoice.NAME);
        if (!tree.exists(kept)) {
            return Optional.empty();
        }
        Place place = Place.file(source.show(kept));
        try {
            List<RepoPath> files = new ArrayList<>();
            List<String> gone = new ArrayList<>();
            for (String written : ListChoice.read(source.show(kept), tree.read(kept, ListChoice.LIMIT)).lists()) {
                Optional<RepoPath> file = RelativePath.resolve(folder, written).filter(tree::exists);
                file.filter(f -> !files.contains(f)).ifPresent(files::add);
                if (file.isEmpty()) {
                    gone.add(written);
                    problems.accept(Problem.error(place, "design.list-gone", written));
                }
            }
            return Optional.of(new CountedLists(Rule.CHOSEN, files, gone));
        } catch (Fault fault) {
            problems.accept(new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), place));
            return Optional.empty();
        }
    }

    /// The lists that a person chose in a folder and that are there; none where nothing was chosen, or where that cannot be read,
    /// which is told by whoever reads the modules.
    static List<RepoPath> chosen(FileTree tree, RepoPath folder) {
        return chosen(new DesignSource("", "", null, tree, true), folder, _ -> {}).map(CountedLists::files)
                .orElse(List.of());
    }

    private CountedLists byRule(RepoPath folder, @Nullable Manifest manifest, Set<RepoPath> copies) {
        Optional<RepoPath> declared = manifest == null
                ? Optional.empty()
                : manifest.bom().stream().flatMap(b -> RelativePath.existing(folder, b, tree).stream()).findFirst();
        return declared.map(f -> CountedLists.one(Rule.MANIFEST, f))
                .or(() -> index.in(folder, f -> f.fileName().equals(OwnList.NAME))
                        .map(f -> CountedLists.one(Rule.NAME, f)))
                .or(() -> index.inOrBelow(folder, f -> FileNames.isTable(f) && !copies.contains(f))
                        .map(f -> CountedLists.one(Rule.TABLE, f)))
                .or(() -> index.inOrBelow(folder, f -> FileNames.isBom(f) && !copies.contains(f))
                        .or(() -> index.inOrBelow(folder, FileNames::isBom)).filter(bom -> !isTotal(folder, bom))
                        .map(f -> CountedLists.one(Rule.TEXT, f)))
                .or(() -> index.inOrBelow(folder, f -> KicadBom.isRoot(tree, f))
                        .map(f -> CountedLists.one(Rule.SCHEMATIC, f)))
                .orElse(CountedLists.NONE);
    }

    /// Whether a text adds up what the texts of assemblies beside it list: those count, so that nothing counts twice.
    private boolean isTotal(RepoPath folder, RepoPath bom) {
        boolean total = isTotal(index.inAndBelow(folder), bom);
        if (total) {
            problems.accept(Problem.note(Place.file(source.show(bom)), "design.totals-beside"));
        }
        return total;
    }

    /// @param files what lies in the module
    static boolean isTotal(List<RepoPath> files, RepoPath bom) {
        return FileNames.extension(bom).equals("txt") && files.stream()
                .anyMatch(f -> FileNames.isAssembly(f) && f.parent().equals(bom.parent()));
    }

    /// Bills of materials that are copies of another one in their folder, left by a conflict; each is told, unless a person
    /// chose it.
    private Set<RepoPath> copies(RepoPath folder, List<RepoPath> chosen) {
        Set<RepoPath> copies = new HashSet<>();
        for (RepoPath file : index.inAndBelow(folder)) {
            Optional<RepoPath> original = original(file, tree);
            if (original.isPresent() && !chosen.contains(file)) {
                copies.add(file);
                problems.accept(Problem.warning(Place.file(source.show(file)), "bom.conflicted-copy",
                        file.fileName(), original.get().fileName()));
            }
        }
        return copies;
    }

    /// The file that another one is a copy of, left by a conflict.
    static Optional<RepoPath> original(RepoPath file, FileTree tree) {
        return FileNames.mayCopyBom(file)
                ? ConflictedCopy.original(file.fileName()).flatMap(name -> RelativePath.resolve(file.parent(), name))
                        .filter(tree::exists)
                : Optional.empty();
    }
}
