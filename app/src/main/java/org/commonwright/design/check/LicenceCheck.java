package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonwright.design.DesignModule;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Whether each licence that a module names is one of the SPDX list, and whether its text is in the repository: under `LICENSES/` by
/// its identifier, as REUSE asks, or as one `LICENSE` or `COPYING` at the root or in the module's folder.
final class LicenceCheck implements ModuleCheck {
    private static final Pattern WORDS = Pattern.compile("[()\\s]+");
    private static final List<String> OPERATORS = List.of("", "AND", "OR", "WITH", "and", "or", "with");

    private final SpdxIds ids = new SpdxIds();

    @Override
    public String id() {
        return "licences";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule checked, Consumer<Found> found) {
        DesignModule module = checked.module();
        if (unknown(design, module, found)) {
            return;
        }
        List<RepoPath> files = design.files().files();
        boolean whole = files.stream().anyMatch(file -> isLicence(file) && (file.parent().isRoot()
                || file.parent().equals(module.path())));
        for (String id : new LinkedHashSet<>(licences(module.licence()))) {
            if (!whole && files.stream().noneMatch(file -> isText(file, id))) {
                found.accept(new Found(Problem.warning(place(module), "design.licence-text-missing", id),
                        text(design, id)));
            }
        }
    }

    /// The licences that an expression names, without its operators and exceptions.
    static List<String> licences(String expression) {
        List<String> licences = new ArrayList<>();
        boolean exception = false;
        for (String word : WORDS.split(expression)) {
            if (!OPERATORS.contains(word) && !exception) {
                licences.add(word.endsWith("+") && !word.matches("(A?GPL|LGPL).*") ? word.replace("+", "") : word);
            }
            exception = word.equalsIgnoreCase("WITH");
        }
        return licences;
    }

    /// Tells what is not on the SPDX list.
    ///
    /// @return whether the module's licence cannot be understood at all
    private boolean unknown(CheckedDesign design, DesignModule module, Consumer<Found> found) {
        Manifest manifest = module.manifest();
        boolean own = manifest != null && manifest.licence().equals(module.licence());
        List<String> unknown = licences(module.licence()).stream().filter(id -> !ids.isKnown(id)).toList();
        if (own && !unknown.isEmpty()) {
            boolean single = unknown.size() == licences(module.licence()).size();
            String written = single ? module.licence() : unknown.getFirst();
            Optional<String> spelt = ids.spelt(written);
            if (spelt.isPresent()) {
                found.accept(new Found(Problem.note(place(module), "design.licence-spelling", written, spelt.get()),
                        set(design, manifest, written, List.of(spelt.get()))));
                return true;
            }
            List<String> meant = ids.meant(written);
            found.accept(new Found(Problem.warning(place(module), "design.licence-unknown", written),
                    set(design, manifest, written, meant)));
        }
        for (String id : unknown.isEmpty() && own
                ? new LinkedHashSet<>(licences(module.licence()))
                : Set.<String>of()) {
            if (ids.isDeprecated(id)) {
                List<String> now = ids.meant(id);
                found.accept(new Found(Problem.note(place(module), "design.licence-deprecated", id),
                        set(design, manifest, id, now)));
            }
        }
        return !unknown.isEmpty();
    }

    private static List<Fix> set(CheckedDesign design, Manifest manifest, String written, List<String> meant) {
        List<Fix> fixes = new ArrayList<>();
        for (String id : design.isFolder() && manifest.file().text().endsWith(".toml") ? meant : List.<String>of()) {
            String now = manifest.licence().replace(written, id);
            Fix fix = Fix.clear(new FileEdit.SetString(manifest.file(), manifest.licence(), now), "design.fix-licence",
                    now, manifest.file());
            fixes.add(meant.size() == 1 ? fix : fix.asChoice());
        }
        return fixes;
    }

    /// The licence's text, where the program has it.
    static List<Fix> text(CheckedDesign design, String id) {
        RepoPath file = new RepoPath("LICENSES/" + id + ".txt");
        return LicenceTexts.of(id).filter(_ -> design.isFolder() && !design.files().exists(file))
                .map(text -> Fix.clear(new FileEdit.NewFile(file, text), "design.fix-licence-text", file)).stream()
                .toList();
    }

    static Place place(DesignModule module) {
        return Place.file(module.manifest() != null
                ? module.manifest().file().text()
                : module.path().isRoot() ? module.name() : module.path().text());
    }

    private static boolean isLicence(RepoPath file) {
        return file.fileName().toUpperCase(Locale.ROOT).matches("(LICEN[CS]E|COPYING)([-_.].*)?");
    }

    private static boolean isText(RepoPath file, String id) {
        return file.text().startsWith("LICENSES/")
                && (file.fileName().equals(id) || CountInNameCheck.stem(file.text()).equals(id));
    }
}
