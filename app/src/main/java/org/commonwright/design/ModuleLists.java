package org.commonwright.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.design.CountedLists.Rule;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;

/// Every file of a module that is a list of parts or is called so: which of them count, and why the others do not.
///
/// @param files those that count first, then by path
/// @param more how many further files that are not called lists were not looked at
public record ModuleLists(DesignModule module, List<Listed> files, int more) {
    private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "txt", "md", "xlsx", "xls", "ods", "fods",
            "xml");
    private static final Set<String> OTHERS = Set.of("stock.csv", "rates.csv");
    /// Files that are looked into although no name says that they are lists.
    private static final int MOST = 100;
    private static final long LARGEST = 4L << 20;

    public ModuleLists {
        files = List.copyOf(files);
    }

    /// One of them.
    ///
    /// @param why it counts, or does not
    /// @param lines how many lines it has; -1 when it cannot be read
    public record Listed(RepoPath file, boolean counts, Messages.Key why, int lines, Optional<Fault> unread) {}

    /// Reads them all.
    public static ModuleLists of(DesignModule module) {
        FileTree tree = module.source().tree();
        List<RepoPath> own = module.files().stream().map(ModuleFile::path).toList();
        Set<RepoPath> named = new LinkedHashSet<>(module.lists().files());
        List<RepoPath> others = new ArrayList<>();
        for (RepoPath file : own) {
            if (FileNames.isBom(file) || FileNames.isAssembly(file) || KicadBom.isRoot(tree, file)) {
                named.add(file);
            } else if (EXTENSIONS.contains(FileNames.extension(file)) && !FileNames.isOffers(file)
                    && !OTHERS.contains(file.fileName()) && tree.size(file) <= LARGEST) {
                others.add(file);
            }
        }
        List<Listed> found = new ArrayList<>();
        named.forEach(file -> found.add(listed(module, own, file)));
        others.stream().filter(file -> !named.contains(file)).limit(MOST).map(file -> listed(module, own, file))
                .filter(listed -> listed.lines() > 0).forEach(found::add);
        return new ModuleLists(module, found, Math.max(0, others.size() - MOST));
    }

    private static Listed listed(DesignModule module, List<RepoPath> own, RepoPath file) {
        boolean counts = module.lists().files().contains(file);
        Messages.Key why = counts ? counting(module.lists(), file) : notCounting(module, own, file);
        try {
            return new Listed(file, counts, why, DesignBoms.bom(module.source(), file).lines().size(),
                    Optional.empty());
        } catch (Fault fault) {
            return new Listed(file, counts, why, -1, Optional.of(fault));
        }
    }

    private static Messages.Key counting(CountedLists lists, RepoPath file) {
        return switch (lists.rule()) {
            case CHOSEN -> Messages.Key.of(lists.addUp() ? "design.list-chosen-several" : "design.list-chosen",
                    ListChoice.NAME);
            case MANIFEST -> Messages.Key.of("design.list-manifest");
            case NAME -> Messages.Key.of("design.list-name", OwnList.NAME);
            case TABLE -> Messages.Key.of("design.list-table");
            case TEXT -> Messages.Key.of("design.list-text");
            case SCHEMATIC -> Messages.Key.of("design.list-schematic");
            case ITSELF, NOTHING -> Messages.Key.of("design.list-itself", file.fileName());
        };
    }

    private static Messages.Key notCounting(DesignModule module, List<RepoPath> own, RepoPath file) {
        CountedLists lists = module.lists();
        String counted = lists.files().stream().map(RepoPath::fileName).collect(Collectors.joining(", "));
        if (lists.rule() == Rule.CHOSEN) {
            return lists.files().isEmpty()
                    ? Messages.Key.of("design.list-not-none", ListChoice.NAME)
                    : Messages.Key.of("design.list-not-chosen", counted);
        }
        Optional<RepoPath> original = FolderLists.original(file, module.source().tree());
        if (original.isPresent()) {
            return Messages.Key.of("design.list-not-copy", original.get().fileName());
        }
        if (FileNames.isAssembly(file)) {
            return Messages.Key.of("design.list-not-module");
        }
        if (!FileNames.isBom(file) && !KicadBom.isSchematic(file)) {
            return Messages.Key.of("design.list-not-named");
        }
        if (FolderLists.isTotal(own, file)) {
            return Messages.Key.of("design.list-not-total");
        }
        return switch (lists.rule()) {
            case MANIFEST -> Messages.Key.of("design.list-not-manifest", counted);
            case NAME -> Messages.Key.of("design.list-not-first", counted);
            case TABLE -> Messages.Key.of(FileNames.isTable(file)
                    ? "design.list-not-nearest"
                    : "design.list-not-table", counted);
            case TEXT -> Messages.Key.of(FileNames.isBom(file)
                    ? "design.list-not-nearest"
                    : "design.list-not-written", counted);
            case SCHEMATIC -> Messages.Key.of("design.list-not-nearest", counted);
            case CHOSEN, ITSELF, NOTHING -> Messages.Key.of("design.list-not-named");
        };
    }
}
