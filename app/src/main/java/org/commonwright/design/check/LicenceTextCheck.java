package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Whether the text of each licence that a module names is in the repository: under `LICENSES/` by its SPDX identifier, as REUSE
/// asks, or as one `LICENSE` or `COPYING` at the root or in the module's folder.
final class LicenceTextCheck implements DesignCheck {
    private static final Pattern WORDS = Pattern.compile("[()\\s]+");

    @Override
    public String id() {
        return "licences";
    }

    @Override
    public List<Problem> check(CheckedModule module) {
        List<Problem> problems = new ArrayList<>();
        FileTree tree = module.module().source().tree();
        List<RepoPath> files = tree.files();
        boolean whole = files.stream().anyMatch(file -> isLicence(file) && (file.parent().isRoot()
                || file.parent().equals(module.module().path())));
        for (String id : WORDS.split(module.module().licence())) {
            boolean operator = id.isEmpty() || List.of("AND", "OR", "WITH").contains(id);
            if (!operator && !whole && files.stream().noneMatch(file -> isText(file, id))) {
                String where = module.module().path().isRoot() ? module.module().name() : module.module().path().text();
                problems.add(Problem.warning(Place.file(where), "design.licence-text-missing", id));
            }
        }
        return problems;
    }

    private static boolean isLicence(RepoPath file) {
        return file.fileName().toUpperCase(Locale.ROOT).matches("(LICEN[CS]E|COPYING)([-_.].*)?");
    }

    private static boolean isText(RepoPath file, String id) {
        return file.text().startsWith("LICENSES/") && file.fileName().startsWith(id);
    }
}
