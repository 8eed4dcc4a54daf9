package org.commonwright.design.add;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.NewLines;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule.Submodule;
import org.commonwright.design.DesignModule;
import org.commonwright.design.Pinning;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.files.RelativePath;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;

/// Adds modules and lines, of this design or of another one, to the list of a module. It only says what is to be written.
public final class Adding {
    private final Workspace workspace;
    private final Path design;
    private final DesignModule target;
    private final RepoPath list;
    private final List<PinWish> pending;

    /// @param design the folder of the design that the list belongs to
    /// @param target the module whose list it is
    /// @param pending pins that were wished before and are not written yet
    /// @throws Fault `design.add-no-list` for a module without one, `design.add-elsewhere` for one of another repository
    public Adding(Workspace workspace, Path design, DesignModule target, List<PinWish> pending) {
        if (!target.source().own()) {
            throw new Fault("design.add-elsewhere", target.name());
        }
        if (target.bom() == null) {
            throw new Fault("design.add-no-list", target.name());
        }
        this.workspace = workspace;
        this.pending = List.copyOf(pending);
        this.design = design;
        this.target = target;
        this.list = Objects.requireNonNull(target.bom());
    }

    /// One line that asks for one of a module.
    ///
    /// @param at which line it becomes
    /// @throws Fault `design.add-cycle` when the module contains the target, `design.add-uncommitted`, `design.lock-broken`
    public Addition module(BomDocument document, DesignModule module, int at) {
        check(module);
        var references = new ModuleReference(workspace, design, Pinning.lock(design), pending);
        BomLine line = moduleLine(module, references).quantity(Quantity.pieces(1)).build();
        return addition(document, List.of(line), at, references, Set.of(),
                Messages.Key.of("design.step-add-module", module.name()));
    }

    /// Lines of another module's list. A line that asks for a module asks for the same module here; a file of another repository
    /// is left out.
    ///
    /// @param lines of that list, as they were read
    /// @param at which line the first becomes
    /// @throws Fault as [#module], and what reading that list throws
    public Addition lines(BomDocument document, DesignModule from, List<BomLine> lines, int at) {
        var references = new ModuleReference(workspace, design, Pinning.lock(design), pending);
        List<BomLine> added = new ArrayList<>();
        Set<String> leftOut = new TreeSet<>();
        for (BomLine line : lines) {
            added.add(line.kind() == LineKind.MODULE
                    ? asModule(from, line, references)
                    : asPart(from, line, leftOut));
        }
        return addition(document, added, at, references, leftOut,
                Messages.Key.of("design.step-add-lines", added.size(), from.name()));
    }

    /// What a module's list says.
    ///
    /// @throws Fault what reading it throws
    public static List<BomLine> lines(DesignModule module) {
        RepoPath bom = module.bom();
        return bom == null
                ? List.of()
                : DesignBoms.bom(module.source(), bom).section(module.section()).lines();
    }

    private Addition addition(BomDocument document, List<BomLine> lines, int at, ModuleReference references,
            Set<String> leftOut, Messages.Key name) {
        NewLines.Added made = NewLines.into(document, lines, at, name);
        Set<String> all = new TreeSet<>(leftOut);
        all.addAll(made.leftOut());
        return new Addition(made.edit(), references.pins(), lines.size(), List.copyOf(all));
    }

    private BomLine.Builder moduleLine(DesignModule module, ModuleReference references) {
        return BomLine.builder(1, module.name()).kind(LineKind.MODULE)
                .module(references.of(target, list, module));
    }

    private BomLine asModule(DesignModule from, BomLine line, ModuleReference references) {
        Optional<DesignModule> module = from.submodules().stream().filter(s -> s.row() == line.row())
                .map(Submodule::module).filter(Objects::nonNull).findFirst();
        if (module.isEmpty()) {
            throw new Fault("design.add-module-missing", line.part(), from.name());
        }
        check(module.get());
        BomLine.Builder copy = BomLine.builder(1, line.part()).kind(LineKind.MODULE).description(line.description())
                .notes(line.notes()).fitted(line.fitted()).module(references.of(target, list, module.get()));
        return copy.quantity(line.quantity()).build();
    }

    private BomLine asPart(DesignModule from, BomLine line, Set<String> leftOut) {
        List<String> files = new ArrayList<>();
        boolean here = from.source().repository().equals(target.source().repository());
        for (String file : line.files()) {
            Optional<RepoPath> path = here && from.bom() != null
                    ? RelativePath.existing(from.bom().parent(), file, from.source().tree())
                    : Optional.empty();
            path.ifPresentOrElse(p -> files.add(RelativePath.from(list.parent(), p)),
                    () -> leftOut.add("File"));
        }
        BomLine.Builder copy = BomLine.builder(1, line.part()).kind(line.kind()).description(line.description())
                .number(line.manufacturer(), line.mpn()).references(line.references()).files(files)
                .making(line.process(), line.material()).notes(line.notes()).fitted(line.fitted())
                .quantity(line.quantity());
        line.alternates().forEach(copy::alternate);
        line.attributes().forEach(copy::attribute);
        return copy.build();
    }

    /// A module that contains the target, at any depth, cannot be put into it.
    private void check(DesignModule module) {
        Deque<DesignModule> todo = new ArrayDeque<>(List.of(module));
        Set<DesignModule> seen = new HashSet<>(todo);
        while (!todo.isEmpty()) {
            DesignModule at = todo.poll();
            if (at.path().equals(target.path()) && at.source().repository().equals(target.source().repository())) {
                throw new Fault("design.add-cycle", module.name(), target.name());
            }
            at.modules().stream().filter(seen::add).forEach(todo::add);
        }
    }
}
