package org.commonwright.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.Singular;
import org.commonwright.design.ModuleLines.ModuleLine;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.design.manifest.ManifestReader;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// All modules of one state of one repository, and its lock.
final class SourceModules {
    private static final long TEXT_LIMIT = 4 << 20;
    private static final Pattern PARTING = Pattern.compile("[\\s_-]+");

    private final DesignSource source;
    private final FileTree tree;
    private final ModuleLines moduleLines;
    private final Consumer<Problem> problems;
    private final FolderIndex index;
    private final ModuleFolders folders;
    private final FolderLists lists;
    private final Map<RepoPath, ModuleFolder> modules = new TreeMap<>();
    private final Map<RepoPath, List<ModuleFolder>> below = new HashMap<>();
    private final Map<String, List<ModuleFolder>> called = new HashMap<>();
    private final Map<String, List<ModuleFolder>> calledLoosely = new HashMap<>();
    private final Map<RepoPath, Map<String, List<ModuleLine>>> read = new HashMap<>();
    private final LockFile lock;

    SourceModules(DesignSource source, ModuleLines moduleLines, Consumer<Problem> problems) {
        this.source = source;
        this.tree = source.tree();
        this.moduleLines = moduleLines;
        this.problems = problems;
        this.index = new FolderIndex(tree);
        this.folders = new ModuleFolders(tree);
        this.lists = new FolderLists(source, index, problems);
        this.lock = tree.exists(LockFile.PATH)
                ? bytes(LockFile.PATH, TEXT_LIMIT)
                        .map(b -> LockFile.read(source.show(LockFile.PATH), b, problems)).orElse(LockFile.EMPTY)
                : LockFile.EMPTY;
        read();
    }

    DesignSource source() {
        return source;
    }

    LockFile lock() {
        return lock;
    }

    /// The module in a folder. A folder without a manifest that a lock of another repository names is one too, and so is a list
    /// that was chosen there. Null when there is no such folder.
    @Nullable
    ModuleFolder module(RepoPath path) {
        if (!modules.containsKey(path) && (index.isFolder(path) || tree.exists(path))) {
            List<RepoPath> files = tree.files().stream().filter(f -> f.isUnder(path)).toList();
            add(path, find(path), files);
        }
        return modules.get(path);
    }

    boolean isModule(RepoPath path) {
        return modules.containsKey(path);
    }

    Collection<ModuleFolder> all() {
        return modules.values();
    }

    /// The modules in folders below this one's, without those further below.
    List<ModuleFolder> below(RepoPath module) {
        return below.getOrDefault(module, List.of());
    }

    /// The modules whose name or folder is called so; where none is, those that are but for the plural and for what parts its
    /// words (`2 z motor assemblies` are `z_motor_assembly`).
    List<ModuleFolder> called(String name) {
        List<ModuleFolder> exactly = called.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return exactly.isEmpty() ? calledLoosely.getOrDefault(loose(name), List.of()) : exactly;
    }

    private static String loose(String name) {
        return Singular.of(PARTING.matcher(PartKey.normalise(name)).replaceAll(" ").strip());
    }

    /// The module that holds `module`'s folder; the root's is the root.
    RepoPath above(RepoPath module) {
        return folders.owner(module.parent());
    }

    private void read() {
        Map<RepoPath, Found> found = new HashMap<>();
        tree.files().stream().filter(FileNames::isAssembly).forEach(folders::add);
        Deque<RepoPath> todo = new ArrayDeque<>(folders.folders());
        while (!todo.isEmpty()) {
            RepoPath folder = todo.removeFirst();
            Found module = find(folder);
            found.put(folder, module);
            if (module.lists.addUp()) {
                module.lists.files().stream().filter(list -> !folders.contains(list)).forEach(list -> {
                    folders.add(list);
                    todo.addLast(list);
                });
            }
            for (ModuleLine line : module.lines) {
                Optional<RepoPath> named = named(module.bom(), line);
                if (named.isPresent() && !folders.contains(named.get())
                        && (index.isFolder(named.get()) || ListPath.isOne(named.get(), tree))) {
                    folders.add(named.get());
                    todo.addLast(named.get());
                }
            }
        }
        folders.files().forEach((folder, files) -> {
            ModuleFolder module = add(folder, found.getOrDefault(folder, Found.NOTHING), files);
            if (!folder.isRoot()) {
                below.computeIfAbsent(above(folder), _ -> new ArrayList<>()).add(module);
            }
            String name = module.name().toLowerCase(Locale.ROOT);
            String last = folder.fileName().toLowerCase(Locale.ROOT);
            called.computeIfAbsent(name, _ -> new ArrayList<>()).add(module);
            calledLoosely.computeIfAbsent(loose(name), _ -> new ArrayList<>()).add(module);
            if (!last.equals(name)) {
                called.computeIfAbsent(last, _ -> new ArrayList<>()).add(module);
                if (!loose(last).equals(loose(name))) {
                    calledLoosely.computeIfAbsent(loose(last), _ -> new ArrayList<>()).add(module);
                }
            }
        });
    }

    private ModuleFolder add(RepoPath folder, Found found, List<RepoPath> files) {
        List<ModuleFile> sorted = new FileRoles(folder, found.manifest, tree).sort(files);
        RepoPath offers = index.inOrBelow(folder, FileNames::isOffers).orElse(null);
        var module = new ModuleFolder(source, folder, found.manifest, found.lists, offers,
                licence(folder, found.manifest),
                sorted, found.lines);
        modules.put(folder, module);
        return module;
    }

    private String licence(RepoPath folder, @Nullable Manifest manifest) {
        if (manifest != null && !manifest.licence().isEmpty()) {
            return manifest.licence();
        }
        ModuleFolder above = folder.isRoot() ? null : modules.get(above(folder));
        return above == null ? "" : above.licence();
    }

    /// The folder, or the assembly in a list, of this repository that a line names by a path.
    Optional<RepoPath> named(@Nullable RepoPath bom, ModuleLine line) {
        if (bom == null || line.module().startsWith("@")) {
            return Optional.empty();
        }
        return ListPath.of(bom, line.module(), tree).or(() -> RelativePath.resolve(bom.parent(), line.module()));
    }

    private record Found(@Nullable Manifest manifest, CountedLists lists, List<ModuleLine> lines) {
        static final Found NOTHING = new Found(null, CountedLists.NONE, List.of());

        @Nullable
        RepoPath bom() {
            return lists.files().size() == 1 ? lists.files().getFirst() : null;
        }
    }

    private Found find(RepoPath folder) {
        Optional<RepoPath> list = ListPath.file(folder, tree);
        if (list.isPresent()) {
            return new Found(null, CountedLists.one(CountedLists.Rule.ITSELF, list.get()),
                    lines(list.get(), ListPath.section(folder, list.get())));
        }
        Manifest manifest = index.in(folder, f -> f.fileName().equals("okh.toml"))
                .or(() -> index.in(folder, FileNames::isManifest))
                .or(() -> index.in(folder, FileNames::isOldManifest))
                .flatMap(f -> bytes(f, TEXT_LIMIT).flatMap(b -> ManifestReader.read(f, source.show(f), b, problems)))
                .orElse(null);
        CountedLists counted = lists.of(folder, manifest);
        return new Found(manifest, counted, counted.files().size() == 1
                ? lines(counted.files().getFirst(), "")
                : List.of());
    }

    private List<ModuleLine> lines(RepoPath bom, String section) {
        return read.computeIfAbsent(bom, this::lines).getOrDefault(section, List.of());
    }

    /// The module lines of a file, by the assembly that they stand under.
    private Map<String, List<ModuleLine>> lines(RepoPath bom) {
        if (KicadBom.isSchematic(bom)) {
            return Map.of();
        }
        try {
            RepoPath kept = DesignBoms.mappingFile(bom);
            Optional<byte[]> mapping = tree.exists(kept) ? bytes(kept, TEXT_LIMIT) : Optional.empty();
            return bytes(bom, BomReader.LIMIT).map(b -> mapping
                    .map(m -> moduleLines.read(source.show(bom), b, source.show(kept), m))
                    .orElseGet(() -> moduleLines.read(source.show(bom), b))).orElse(List.of()).stream()
                    .collect(Collectors.groupingBy(ModuleLine::section));
        } catch (Fault fault) {
            problems.accept(told(bom, fault));
            return Map.of();
        }
    }

    private Optional<byte[]> bytes(RepoPath file, long limit) {
        try {
            return Optional.of(tree.read(file, limit));
        } catch (Fault fault) {
            problems.accept(told(file, fault));
            return Optional.empty();
        }
    }

    private Problem told(RepoPath file, Fault fault) {
        return new Problem(Problem.Severity.ERROR, fault.code(), fault.arguments(), Place.file(source.show(file)));
    }
}
