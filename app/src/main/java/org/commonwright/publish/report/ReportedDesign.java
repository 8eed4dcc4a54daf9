package org.commonwright.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ListedBoms;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.instructions.Instructions;
import org.commonwright.publish.instructions.InstructionsReader;
import org.commonwright.publish.instructions.ModuleSteps;
import org.jspecify.annotations.Nullable;

/// What reports ask of a design: its own modules with their lines, files and instructions, read once.
final class ReportedDesign {
    private final ModuleTree tree;
    private final List<ReportedModule> modules;
    private final List<ModuleSteps> steps;

    /// @param bom null when it has none, or one that cannot be read
    record ReportedModule(DesignModule module, @Nullable Bom bom) {
        String where() {
            return module.path().isRoot() ? module.name() : module.path().text();
        }

        /// A line, with what is to be said about it.
        Evidence of(BomLine line, Column column, String text) {
            return new Evidence(bom == null ? Place.file(where()) : bom.place(line, column), text);
        }

        Evidence of(BomLine line) {
            return of(line, Column.PART, line.part());
        }

        Evidence whole() {
            return new Evidence(null, where());
        }

        List<BomLine> lines() {
            return bom == null ? List.of() : bom.lines();
        }
    }

    ReportedDesign(ModuleTree tree) {
        this.tree = tree;
        var files = new ListedBoms();
        this.modules = tree.modules().stream().filter(module -> module.source().own())
                .map(module -> new ReportedModule(module, bom(module, files))).toList();
        this.steps = steps(tree);
    }

    private static @Nullable Bom bom(DesignModule module, ListedBoms files) {
        RepoPath bom = module.bom();
        try {
            return bom == null ? null : files.section(module.source(), bom, module.section());
        } catch (Fault _) {
            // The checks tell that it cannot be read; here it counts as having no parts.
            return null;
        }
    }

    private static List<ModuleSteps> steps(ModuleTree tree) {
        try {
            Instructions instructions = new InstructionsReader("en").read(tree);
            return instructions.modules().stream().filter(module -> module.module().source().own()).toList();
        } catch (Fault fault) {
            if (fault.code().equals("publish.no-instructions")) {
                return List.of();
            }
            throw fault;
        }
    }

    ModuleTree tree() {
        return tree;
    }

    List<ReportedModule> modules() {
        return modules;
    }

    List<ModuleSteps> steps() {
        return steps;
    }

    Optional<Manifest> manifest() {
        return Optional.ofNullable(tree.root().manifest());
    }

    /// The manifest's value with its name in front; nothing when it is empty.
    List<Evidence> said(String name, Function<Manifest, String> value) {
        return manifest().filter(manifest -> !value.apply(manifest).isBlank())
                .map(manifest -> new Evidence(Place.file(manifest.file().text()), name + " = " + value.apply(manifest)))
                .stream().toList();
    }

    /// The files of own modules whose name in small letters is as asked, by role or name.
    List<Evidence> files(Predicate<String> name) {
        List<Evidence> found = new ArrayList<>();
        for (ReportedModule module : modules) {
            for (ModuleFile file : module.module().files()) {
                if (name.test(file.path().text().toLowerCase(Locale.ROOT))) {
                    found.add(Evidence.file(file.path().text()));
                }
            }
        }
        return found;
    }

    /// The parts that are made here, each with whether the module has a file of one of these roles of the same name, or of
    /// a name that its own begins with.
    List<Evidence> made(boolean with, FileRole... roles) {
        List<Evidence> parts = new ArrayList<>();
        for (ReportedModule module : modules) {
            List<String> stems = module.module().files().stream().filter(file -> List.of(roles).contains(file.role()))
                    .map(file -> stem(file.path().fileName())).toList();
            for (BomLine line : module.lines()) {
                if (line.kind() == LineKind.MAKE) {
                    boolean has = declared(module.module(), line, List.of(roles))
                            || stems.stream().anyMatch(stem -> isOf(stem, stem(line.part()))
                                    || line.files().stream().anyMatch(file -> isOf(stem, stem(file))));
                    if (has == with) {
                        parts.add(module.of(line));
                    }
                }
            }
        }
        return parts;
    }

    /// Whether the manifest's `[[part]]` of that name says which file it is, and the file is there.
    private static boolean declared(DesignModule module, BomLine line, List<FileRole> roles) {
        Manifest manifest = module.manifest();
        return manifest != null && manifest.parts().stream()
                .filter(part -> PartKey.normalise(part.name()).equals(PartKey.normalise(line.part())))
                .flatMap(part -> (roles.contains(FileRole.SOURCE) ? part.sources() : part.exports()).stream())
                .anyMatch(path -> RelativePath.existing(manifest.file().parent(), path, module.source().tree())
                        .isPresent());
    }

    /// `arm-ends.scad` is the source of `arm-end-rear`, `case.scad` that of `case-lid`.
    private static boolean isOf(String source, String part) {
        String one = source.replaceAll("s$", "");
        return part.equals(source) || part.equals(one) || part.startsWith(one + "-");
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
