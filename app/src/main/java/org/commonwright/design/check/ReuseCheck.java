package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Whether a repository that follows REUSE 3.3 does so for each file: licence and copyright are said, each licence is one of
/// the SPDX list, its text is in `LICENSES/`, and no text is there that no file asks for. A repository that does not follow
/// REUSE is left alone.
final class ReuseCheck implements DesignCheck {
    /// More files without a licence are told together.
    private static final int TOLD = 50;
    private static final int SHOWN = 5;

    private final SpdxIds ids = new SpdxIds();

    @Override
    public String id() {
        return "reuse";
    }

    @Override
    public List<Found> check(CheckedDesign design) {
        FileTree tree = design.files();
        List<Found> found = new ArrayList<>();
        if (!ReuseFiles.isFollowed(tree)) {
            return found;
        }
        if (tree.files().stream().anyMatch(file -> file.text().equals(".reuse/dep5"))) {
            found.add(Found.of(Problem.note(Place.file(".reuse/dep5"), "design.reuse-dep5")));
            return found;
        }
        var files = new ReuseFiles(tree, problem -> found.add(Found.of(problem)));
        Map<String, List<RepoPath>> used = new TreeMap<>();
        List<Found> silent = new ArrayList<>();
        for (RepoPath file : tree.files()) {
            if (files.isCovered(file)) {
                ReuseHeader header = files.of(file);
                header.licences().stream().flatMap(e -> LicenceCheck.licences(e).stream()).distinct()
                        .forEach(id -> used.computeIfAbsent(id, _ -> new ArrayList<>()).add(file));
                if (!header.isComplete()) {
                    silent.add(Found.of(Problem.warning(Place.file(file.text()), header.licences().isEmpty()
                            ? header.copyright() ? "design.reuse-no-licence" : "design.reuse-nothing"
                            : "design.reuse-no-copyright")));
                }
            }
        }
        found.addAll(silent.subList(0, Math.min(TOLD, silent.size())));
        if (silent.size() > TOLD) {
            found.add(Found.of(Problem.warning(null, "design.reuse-more", silent.size() - TOLD)));
        }
        // What the modules' manifests name counts as used: its text is there for them.
        Set<String> named = new TreeSet<>(used.keySet());
        design.modules().forEach(module -> named.addAll(LicenceCheck.licences(module.module().licence())));
        used.forEach((id, by) -> licence(design, id, by, found));
        texts(design, named, found);
        return found;
    }

    private void licence(CheckedDesign design, String id, List<RepoPath> by, List<Found> found) {
        Place place = Place.file(by.getFirst().text());
        if (!ids.isKnown(id)) {
            found.add(new Found(Problem.warning(place, "design.reuse-unknown", id, some(by)), List.of()));
        } else if (texts(design.files()).noneMatch(file -> stem(file).equals(id))) {
            found.add(new Found(Problem.warning(place, "design.reuse-text-missing", id, some(by)),
                    LicenceCheck.text(design, id)));
        } else if (ids.isDeprecated(id)) {
            found.add(Found.of(Problem.note(place, "design.licence-deprecated", id)));
        }
    }

    private void texts(CheckedDesign design, Set<String> named, List<Found> found) {
        texts(design.files()).forEach(file -> {
            String id = stem(file);
            Place place = Place.file(file.text());
            if (!ids.isKnown(id) && !ids.isException(id)) {
                List<Fix> fixes = ids.spelt(id).filter(_ -> design.isFolder()).map(known -> Fix.clear(
                        new FileEdit.MoveFile(file, new RepoPath("LICENSES/" + known + ".txt")), "design.fix-rename",
                        file.fileName(), known + ".txt")).stream().toList();
                found.add(new Found(Problem.warning(place, "design.reuse-text-unknown", id), fixes));
            } else if (!named.contains(id) && !ids.isException(id)) {
                found.add(Found.of(Problem.note(place, "design.reuse-text-unused", id)));
            }
        });
    }

    private static Stream<RepoPath> texts(FileTree tree) {
        return tree.files().stream().filter(file -> file.parent().text().equals("LICENSES"));
    }

    private static String stem(RepoPath file) {
        String name = file.fileName();
        return name.matches(".*\\.(txt|md|html|rst|TXT)") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static String some(List<RepoPath> files) {
        String first = String.join(", ", files.stream().limit(SHOWN).map(RepoPath::text).toList());
        return files.size() > SHOWN ? first + " … (" + files.size() + ")" : first;
    }
}
