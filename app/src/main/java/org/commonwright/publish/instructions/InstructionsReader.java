package org.commonwright.publish.instructions;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.rollup.ModuleUse;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ListedBoms;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.sheet.DesignSheet;
import org.jspecify.annotations.Nullable;

/// Gathers the instructions of a module tree. A module's text is what its manifest names among its documents, else
/// `assembly.md`, `instructions.md`, `montage.md` or `build.md` in its folder or in a folder of documents.
public final class InstructionsReader {
    private static final int LIMIT = 2 << 20;
    private static final Pattern NAME = Pattern
            .compile(
                    "(?i)(assembly|instructions?|assembly[-_ ]instructions?|montage|assemblage|build)([-_.][a-z]{2})?\\.md");

    private final List<Problem> problems = new ArrayList<>();
    private final ListedBoms files = new ListedBoms();
    private final String language;

    /// @param language of two letters: `montage.fr.md` is taken before `montage.md` for a French reader
    public InstructionsReader(String language) {
        this.language = language;
    }

    /// @throws Fault `publish.no-instructions` when no module has a text
    public Instructions read(ModuleTree tree) {
        problems.addAll(tree.problems());
        RollupResult total = Rollup.of(ModuleBom.of(tree.root()), 1, null);
        Map<String, BigDecimal> times = new HashMap<>();
        Map<String, Integer> order = new HashMap<>();
        for (ModuleUse use : total.modules()) {
            times.put(use.path(), use.times());
            order.putIfAbsent(use.path(), order.size());
        }
        List<DesignModule> modules = new ArrayList<>(tree.modules());
        modules.sort((a, b) -> Integer.compare(order.getOrDefault(path(b), -1), order.getOrDefault(path(a), -1)));
        List<ModuleSteps> steps = modules.stream().map(module -> module(module, times.get(path(module)))).toList();
        if (steps.stream().allMatch(module -> module.steps().isEmpty())) {
            throw new Fault("publish.no-instructions", tree.root().name());
        }
        return new Instructions(DesignSheet.about(tree.root()), steps, problems);
    }

    private static String path(DesignModule module) {
        return module.source().show(module.path());
    }

    private ModuleSteps module(DesignModule module, @Nullable BigDecimal times) {
        List<BomLine> lines = lines(module);
        Optional<RepoPath> text = text(module);
        if (text.isEmpty()) {
            return new ModuleSteps(module, times, lines, null, List.of());
        }
        String file = module.source().show(text.get());
        try {
            byte[] bytes = module.source().tree().read(text.get(), LIMIT);
            List<Step> steps = new StepReader(lines).read(new String(bytes, StandardCharsets.UTF_8));
            problems.addAll(NeedChecks.check(file, steps, lines));
            problems.addAll(PictureChecks.check(file, text.get(), module.source().tree(), steps));
            return new ModuleSteps(module, times, lines, text.get(), steps);
        } catch (Fault unread) {
            problems.add(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(), Place.file(file)));
            return new ModuleSteps(module, times, lines, null, List.of());
        }
    }

    /// What is wrong with a bill of materials is told elsewhere.
    private List<BomLine> lines(DesignModule module) {
        if (module.bom() == null) {
            return List.of();
        }
        try {
            return ModuleBom.of(module, files).lines();
        } catch (Fault unread) {
            problems.add(
                    new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(), Place.file(path(module))));
            return List.of();
        }
    }

    private Optional<RepoPath> text(DesignModule module) {
        List<RepoPath> candidates = new ArrayList<>();
        if (module.manifest() != null) {
            for (String doc : module.manifest().docs()) {
                RelativePath.existing(module.path(), doc, module.source().tree())
                        .filter(path -> NAME.matcher(path.fileName()).matches()).ifPresent(candidates::add);
            }
        }
        module.files().stream().map(ModuleFile::path).filter(path -> NAME.matcher(path.fileName()).matches())
                .forEach(candidates::add);
        String suffix = "[-_.]" + language + "\\.md";
        return candidates.stream().filter(path -> path.fileName().toLowerCase(Locale.ROOT).matches(".*" + suffix))
                .findFirst()
                .or(() -> candidates.stream().filter(path -> !path.fileName().matches(".*[-_.][a-z]{2}\\.md"))
                        .findFirst())
                .or(() -> candidates.stream().findFirst());
    }
}
