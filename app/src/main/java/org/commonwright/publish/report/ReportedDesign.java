package org.commonwright.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Fault;
import org.commonwright.publish.instructions.Instructions;
import org.commonwright.publish.instructions.InstructionsReader;
import org.commonwright.publish.instructions.ModuleSteps;

/// What reports ask of a design: its own modules with their lines, files and instructions, read once.
final class ReportedDesign {
    private final ModuleTree tree;
    private final List<ReportedModule> modules;
    private final List<ModuleSteps> steps;

    record ReportedModule(DesignModule module, List<BomLine> lines) {
        String where() {
            return module.path().isRoot() ? module.name() : module.path().text();
        }
    }

    ReportedDesign(ModuleTree tree) {
        this.tree = tree;
        this.modules = tree.modules().stream().filter(module -> module.source().own())
                .map(module -> new ReportedModule(module, lines(module))).toList();
        this.steps = steps(tree);
    }

    private static List<BomLine> lines(DesignModule module) {
        try {
            return module.bom() == null ? List.of() : ModuleBom.of(module).lines();
        } catch (Fault _) {
            // The checks tell that it cannot be read; here it counts as having no parts.
            return List.of();
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
    List<String> said(String name, Function<Manifest, String> value) {
        return manifest().map(value).filter(text -> !text.isBlank()).map(text -> name + " = " + text).stream().toList();
    }

    /// The files of own modules whose name in small letters is as asked, by role or name.
    List<String> files(Predicate<String> name) {
        List<String> found = new ArrayList<>();
        for (ReportedModule module : modules) {
            for (ModuleFile file : module.module().files()) {
                if (name.test(file.path().text().toLowerCase(Locale.ROOT))) {
                    found.add(file.path().text());
                }
            }
        }
        return found;
    }

    /// The parts that are made here, each with whether the module has a file of one of these roles of the same name, or of
    /// a name that its own begins with.
    List<String> made(boolean with, FileRole... roles) {
        List<String> parts = new ArrayList<>();
        for (ReportedModule module : modules) {
            List<String> stems = module.module().files().stream().filter(file -> List.of(roles).contains(file.role()))
                    .map(file -> stem(file.path().fileName())).toList();
            for (BomLine line : module.lines()) {
                if (line.kind() == LineKind.MAKE) {
                    boolean has = stems.stream().anyMatch(stem -> isOf(stem, stem(line.part()))
                            || line.files().stream().anyMatch(file -> isOf(stem, stem(file))));
                    if (has == with) {
                        parts.add(module.where() + ": " + line.part());
                    }
                }
            }
        }
        return parts;
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
