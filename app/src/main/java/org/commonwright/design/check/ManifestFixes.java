package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.design.CountedLists;
import org.commonwright.design.DesignModule;
import org.commonwright.design.OwnList;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.ListFixes;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.error.Problem;
import org.commonwright.error.Quoted;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;

/// Ways to put right what manifests, `commons.toml` and the module tree are wrong with.
final class ManifestFixes {
    private static final int OFFERED = 4;

    /// What these problems name first is looked for in the files, so it has to be all of it.
    private static final Set<String> LOOKED_FOR = Set.of("design.file-missing", "design.not-listed",
            "design.module-missing", "design.module-unknown", "design.commons-key", "design.maintainers-misspelt",
            "design.check-unknown");

    private final CheckedDesign design;
    private final Map<DesignModule, FileNameIndex> files = new IdentityHashMap<>();

    ManifestFixes(CheckedDesign design) {
        this.design = design;
    }

    List<Fix> of(Problem problem) {
        List<Object> told = problem.arguments();
        if (!design.isFolder() || LOOKED_FOR.contains(problem.code()) && !told.stream().allMatch(Quoted::isWhole)) {
            return List.of();
        }
        String first = told.isEmpty() ? "" : told.getFirst().toString();
        return switch (problem.code()) {
            case "design.inferred" -> new NewManifests(design).fixes(file(problem));
            case "design.okh-version-missing" -> key(problem, "okhv", "2.4", true);
            case "design.okh-version-unknown" -> key(problem, "okhv", "2.4", false);
            case "design.no-name" -> named(problem);
            case "design.no-version" -> key(problem, "version", "0.1.0", false);
            case "design.no-licence" -> licence(problem);
            case "design.file-missing" -> path(problem, first);
            case "design.not-listed" -> listed(problem, first);
            case "design.module-missing" -> folder(problem, first);
            case "design.module-unknown" -> called(problem, first);
            case "design.commons-no-version" -> key(problem, "version", "1", true);
            case "design.commons-key" -> commonsKey(first);
            case "design.maintainers-misspelt" -> commonsKey(first, "maintainers");
            case "bom.prose" -> prose(problem);
            case "design.list-gone" -> goneList(problem);
            case "design.check-unknown" -> checkName(first);
            default -> List.of();
        };
    }

    private static String file(Problem problem) {
        return problem.place() == null || problem.place().file() == null ? "" : problem.place().file();
    }

    private Optional<RepoPath> existing(Problem problem) {
        String file = file(problem);
        return RepoPath.isSafe(file) && file.endsWith(".toml") && design.files().exists(new RepoPath(file))
                ? Optional.of(new RepoPath(file))
                : Optional.empty();
    }

    private List<Fix> key(Problem problem, String key, String value, boolean clear) {
        return existing(problem).map(file -> Fix.clear(new FileEdit.SetKey(file, key, value), "design.fix-key", key,
                value, file)).map(fix -> clear ? fix : fix.asChoice()).stream().toList();
    }

    private List<Fix> named(Problem problem) {
        return design.ofManifest(file(problem)).map(module -> key(problem, "name", module.name(), false))
                .orElse(List.of());
    }

    /// The licences whose texts are there.
    private List<Fix> licence(Problem problem) {
        List<String> there = design.files().files().stream().filter(f -> f.parent().text().equals("LICENSES"))
                .map(f -> CountInNameCheck.stem(f.text())).filter(new SpdxIds()::isKnown).distinct().sorted()
                .limit(OFFERED).toList();
        return there.stream().flatMap(id -> key(problem, "license", id, false).stream()).toList();
    }

    /// A path of a manifest that leads nowhere.
    private List<Fix> path(Problem problem, String written) {
        Optional<DesignModule> module = design.ofManifest(file(problem));
        if (module.isEmpty() || existing(problem).isEmpty()) {
            return List.of();
        }
        RepoPath manifest = new RepoPath(file(problem));
        FileNameIndex own = files.computeIfAbsent(module.get(),
                m -> new FileNameIndex(m.files().stream().map(f -> f.path()).toList()));
        List<RepoPath> same = own.same(written);
        List<RepoPath> offered = same.isEmpty() ? own.near(written) : same;
        List<Fix> fixes = new ArrayList<>();
        for (RepoPath file : offered.stream().limit(OFFERED).toList()) {
            String name = RelativePath.from(manifest.parent(), file);
            Fix fix = Fix.clear(new FileEdit.SetString(manifest, written, name), "design.fix-path", name, manifest);
            fixes.add(same.size() == 1 ? fix : fix.asChoice());
        }
        return fixes;
    }

    /// A line for a module that is there and that the bill of materials above it does not ask for.
    private List<Fix> listed(Problem problem, String path) {
        Optional<CheckedModule> above = design.ofBom(file(problem));
        Optional<DesignModule> module = RepoPath.isSafe(path) ? design.at(new RepoPath(path)) : Optional.empty();
        if (above.isEmpty() || module.isEmpty()) {
            return List.of();
        }
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        cells.put(Column.PART, module.get().name());
        cells.put(Column.KIND, LineKind.MODULE.word());
        cells.put(Column.QUANTITY, "1");
        cells.put(Column.MODULE, above.get().written(module.get().path()));
        return Fix.choice(above.get().add(cells), "design.fix-add-module", module.get().name());
    }

    /// The module whose folder is called as the last part of a path that leads nowhere.
    private List<Fix> folder(Problem problem, String written) {
        String last = Names.plain(Names.name(written.replaceFirst("(?<![/\\\\])[/\\\\]++$", "")));
        return modules(problem, design.modules().stream().map(CheckedModule::module)
                .filter(m -> !m.path().isRoot() && Names.plain(m.path().fileName()).equals(last)).toList());
    }

    private List<Fix> called(Problem problem, String name) {
        return modules(problem, design.modules().stream().map(CheckedModule::module)
                .filter(m -> !m.path().isRoot() && (Names.plain(m.name()).equals(Names.plain(name))
                        || Names.plain(m.path().fileName()).equals(Names.plain(name))))
                .toList());
    }

    private List<Fix> modules(Problem problem, List<DesignModule> meant) {
        Optional<CheckedModule> asking = design.ofBom(file(problem));
        int row = problem.place() == null ? 0 : problem.place().line();
        Optional<BomLine> line = asking.flatMap(module -> module.line(row));
        List<Fix> fixes = new ArrayList<>();
        for (DesignModule module : line.isEmpty() ? List.<DesignModule>of() : meant) {
            String path = asking.get().written(module.path());
            asking.get().set(line.get(), Column.MODULE, path)
                    .map(edit -> Fix.clear(edit, "design.fix-module", path, line.get().part()))
                    .map(fix -> meant.size() == 1 ? fix : fix.asChoice()).ifPresent(fixes::add);
        }
        return fixes.stream().limit(OFFERED).toList();
    }

    /// A text that counts as a list and lists nothing: a list beside it, or none.
    private List<Fix> prose(Problem problem) {
        Optional<DesignModule> module = design.modules().stream().map(CheckedModule::module)
                .filter(m -> m.source().own() && m.lists().rule() != CountedLists.Rule.ITSELF && m.bom() != null
                        && m.bom().text().equals(file(problem)))
                .findFirst();
        if (module.isEmpty()) {
            return List.of();
        }
        List<Fix> fixes = new ArrayList<>();
        RepoPath own = module.get().path().resolve(OwnList.NAME);
        if (!design.files().exists(own) && module.get().lists().rule() == CountedLists.Rule.TEXT) {
            fixes.add(Fix.choice(new FileEdit.NewFile(own, "Part,Quantity\n"), "design.fix-start-list", own));
        }
        fixes.add(ListFixes.choose(module.get(), List.of()));
        return fixes;
    }

    /// A list that was chosen and is not there (any more).
    private List<Fix> goneList(Problem problem) {
        return design.modules().stream().map(CheckedModule::module)
                .filter(m -> m.path().resolve(ListChoice.NAME).text().equals(file(problem))).findFirst()
                .map(ListFixes::ofGone).orElse(List.of());
    }

    private List<Fix> commonsKey(String written) {
        return Names.nearest(Commons.KEYS, key -> key, written).map(key -> commonsKey(written, key)).orElse(List.of());
    }

    private List<Fix> commonsKey(String written, String key) {
        return List.of(Fix.choice(new FileEdit.RenameKey(Commons.PATH, written, key), "design.fix-rename-key", key,
                written, Commons.PATH));
    }

    private List<Fix> checkName(String written) {
        return Names.nearest(DesignChecks.ids(), id -> id, written)
                .map(id -> Fix.choice(new FileEdit.SetString(Commons.PATH, written, id), "design.fix-path", id,
                        Commons.PATH))
                .stream().toList();
    }
}
