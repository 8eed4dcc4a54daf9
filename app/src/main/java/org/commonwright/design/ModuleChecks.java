package org.commonwright.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;

/// Findings in what a design's own modules say about themselves; those of other repositories are their communities'.
public final class ModuleChecks {
    private ModuleChecks() {}

    public static List<Problem> check(ModuleTree tree) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(DesignRules.of(tree.root().source().tree()).problems());
        for (DesignModule module : tree.modules()) {
            if (module.source().own()) {
                check(module, problems);
            }
        }
        return problems;
    }

    private static void check(DesignModule module, List<Problem> problems) {
        Manifest manifest = module.manifest();
        if (manifest == null) {
            if (!module.files().isEmpty()) {
                String where = module.path().isRoot() ? module.name() : module.path().text();
                problems.add(Problem.note(Place.file(where), "design.inferred"));
            }
        } else {
            check(module, manifest, Place.file(manifest.file().text()), problems);
        }
        if (module.bom() != null || module.lists().addUp()) {
            RepoPath list = module.bom() == null ? module.path().resolve(ListChoice.NAME) : module.bom();
            module.submodules().stream().filter(s -> s.row() == 0 && s.module() != null)
                    .filter(s -> !ListPath.isOne(s.module().path(), module.source().tree()))
                    .forEach(s -> problems.add(Problem.note(Place.file(list.text()), "design.not-listed",
                            s.module().path())));
        }
    }

    private static void check(DesignModule module, Manifest manifest, Place place, List<Problem> problems) {
        if (manifest.isYaml()) {
            problems.add(Problem.note(place, "design.okh-yaml"));
        }
        if (manifest.name().isEmpty()) {
            problems.add(Problem.warning(place, "design.no-name"));
        }
        if (manifest.version().isEmpty()) {
            problems.add(Problem.note(place, "design.no-version"));
        }
        if (module.licence().isEmpty()) {
            problems.add(Problem.warning(place, "design.no-licence"));
        }
        RepoPath folder = manifest.file().parent();
        Stream.of(manifest.bom().stream(), manifest.allSources(), manifest.allExports(), manifest.allImages(),
                manifest.docs().stream()).flatMap(s -> s).distinct()
                .filter(p -> !RelativePath.isUrl(p))
                .filter(p -> RelativePath.existing(folder, p, module.source().tree()).isEmpty())
                .filter(p -> !manifest.isYaml() || !isFolder(module, RelativePath.resolve(folder, p)))
                .forEach(p -> problems.add(Problem.warning(place, "design.file-missing", p)));
    }

    private static boolean isFolder(DesignModule module, Optional<RepoPath> path) {
        return path.isPresent() && module.source().tree().files().stream().anyMatch(f -> f.isUnder(path.get()));
    }
}
