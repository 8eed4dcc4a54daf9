package org.commonwright.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CanonicalBom;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.bom.edit.Edit;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Inside;
import org.commonwright.files.RelativePath;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A `bom.csv` of a module's own, which can be edited: made of the list that the module has, or begun without lines. The list
/// that was there stays as it is; a `bom.csv` in a module's folder counts before any other that no manifest names.
public final class OwnList {
    /// Its name.
    public static final String NAME = "bom.csv";

    private OwnList() {}

    /// What was written.
    ///
    /// @param file from the root of the repository
    /// @param madeOf the list whose lines it has; null for one without lines
    /// @param named what the module's manifest names instead, or the choice of lists in its folder, which therefore still counts; empty
    ///        for none
    public record Made(RepoPath file, @Nullable RepoPath madeOf, int lines, String named) {
        /// What was done, as a sentence.
        public Messages.Key told() {
            if (!named.isEmpty()) {
                return Messages.Key.of(named.equals(ListChoice.NAME) ? "bom.own-chosen" : "bom.own-named", file, named);
            }
            if (madeOf != null) {
                return Messages.Key.of("bom.own-made", file, madeOf, lines);
            }
            return lines > 0
                    ? Messages.Key.of("bom.own-modules", file, lines)
                    : Messages.Key.of("bom.own-started", file);
        }
    }

    /// Why a module cannot have one; empty for one that can.
    public static Optional<Messages.Key> refused(DesignModule module) {
        if (!module.source().own()) {
            return Optional.of(Messages.Key.of("bom.own-pinned", module.name()));
        }
        if (module.bom() != null && module.path().isUnder(module.bom()) || !module.section().isEmpty()) {
            return Optional.of(Messages.Key.of("bom.own-assembly", module.name(), module.bom().fileName()));
        }
        return module.files().stream().map(ModuleFile::path)
                .filter(f -> f.parent().equals(module.path()) && f.fileName().equalsIgnoreCase(NAME)).findFirst()
                .map(f -> Messages.Key.of("bom.own-there", f));
    }

    /// Writes the list that a module has as its `bom.csv`: the lines that `bom convert` would write, with files and modules
    /// named from where the new list is.
    ///
    /// @param design the folder of its repository
    /// @throws Fault a reason of [#refused], `bom.own-no-list`, `bom.own-table` for a list that can be edited as it is, what
    ///         reading the list throws, `files.not-written`
    public static Made make(Path design, DesignModule module) {
        RepoPath list = module.bom();
        if (list == null) {
            throw new Fault("bom.own-no-list", module.name());
        }
        check(module);
        if (DesignBoms.shown(module, list).inPlace()) {
            throw new Fault("bom.own-table", list);
        }
        Bom bom = CanonicalBom.gathered(DesignBoms.bom(module.source(), list).section(""));
        BomDocument document = CanonicalBom.document(bom);
        return write(design, module, list, document.apply(named(module, list, bom, document)));
    }

    /// Begins a `bom.csv`. A module without any list is made of those below it, once each: the new list asks for the same, so
    /// that nothing is needed less than before. Otherwise it has no lines.
    ///
    /// @throws Fault a reason of [#refused], `files.not-written`
    public static Made start(Path design, DesignModule module) {
        check(module);
        List<BomLine> lines = new ArrayList<>();
        if (module.bom() == null) {
            module.submodules().stream().filter(s -> s.module() != null)
                    .forEach(s -> lines.add(BomLine.builder(lines.size() + 1, s.name()).kind(LineKind.MODULE)
                            .quantity(Quantity.pieces(1)).module(RelativePath.from(module.path(), s.module().path()))
                            .build()));
        }
        return write(design, module, null, CanonicalBom.document(
                new Bom(NAME, "commonwright", "csv", "UTF-8", List.of(), lines, List.of(), List.of())));
    }

    private static void check(DesignModule module) {
        refused(module).ifPresent(reason -> {
            throw new Fault(reason.key(), reason.arguments().toArray());
        });
    }

    private static Made write(Path design, DesignModule module, @Nullable RepoPath madeOf, BomDocument document) {
        RepoPath file = module.path().resolve(NAME);
        AtomicFiles.change(Inside.resolve(design, file.text()), null, document.bytes());
        String chosen = module.lists().rule() == CountedLists.Rule.CHOSEN ? ListChoice.NAME : "";
        String named = module.manifest() == null || !chosen.isEmpty()
                ? chosen
                : module.manifest().bom().stream()
                        .filter(b -> RelativePath.existing(module.path(), b, module.source().tree()).isPresent())
                        .findFirst().orElse("");
        return new Made(file, madeOf, document.size(), named);
    }

    /// What the lines name relative to the old list, named from the module's folder.
    private static Edit named(DesignModule module, RepoPath list, Bom bom, BomDocument document) {
        int files = document.columns().indexOf(Column.FILE.header());
        int modules = document.columns().indexOf(Column.MODULE.header());
        List<CellValue> cells = new ArrayList<>();
        for (int i = 0; i < bom.lines().size(); i++) {
            BomLine line = bom.lines().get(i);
            if (!line.files().isEmpty() && !list.parent().equals(module.path())) {
                cells.add(new CellValue(i, files, line.files().stream().map(f -> file(module, f))
                        .collect(Collectors.joining("; "))));
            }
            int at = i;
            below(module, line).filter(below -> !RelativePath.resolve(module.path(), line.module())
                    .equals(Optional.of(below.path())))
                    .ifPresent(below -> cells.add(
                            new CellValue(at, modules, RelativePath.from(module.path(), below.path()))));
        }
        return new Edit.SetCells(Messages.Key.of("bom.own-step"), cells);
    }

    private static String file(DesignModule module, String written) {
        return module.lineFile(written).map(f -> RelativePath.from(module.path(), f)).orElse(written);
    }

    /// The module of this repository that a line asks for.
    private static Optional<DesignModule> below(DesignModule module, BomLine line) {
        return module.submodules().stream().filter(s -> s.row() == line.row() && s.row() > 0)
                .map(DesignModule.Submodule::module).filter(m -> m != null && m.source().own()).findFirst();
    }
}
