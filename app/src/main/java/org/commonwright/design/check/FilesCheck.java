package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Files that lines name and that are not there, and exports that no line uses. A part is often there in several forms
/// (`bracket.stl`, `bracket.gcode`), so a file counts as used when a line names one of the same name before the dot.
final class FilesCheck implements DesignCheck {
    @Override
    public String id() {
        return "files";
    }

    @Override
    public List<Problem> check(CheckedModule module) {
        if (module.bom() == null) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (BomLine line : module.lines()) {
            used.add(plain(line.part()));
            for (String written : line.files()) {
                Optional<RepoPath> file = module.file(written);
                if (file.isEmpty()) {
                    problems.add(Problem.warning(module.place(line), "design.made-from-missing", line.part(), written));
                }
                used.add(stem(written));
            }
        }
        for (ModuleFile file : module.module().files()) {
            boolean made = file.role() == FileRole.EXPORT || file.role() == FileRole.FABRICATION;
            if (made && !used.contains(stem(file.path().text()))) {
                problems.add(Problem.note(Place.file(file.path().text()), "design.file-unused"));
            }
        }
        return problems;
    }

    /// The name without folder, endings and a count such as `_x2`.
    static String stem(String path) {
        String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        return plain(CountInNameCheck.withoutCount(dot < 0 ? name : name.substring(0, dot)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
