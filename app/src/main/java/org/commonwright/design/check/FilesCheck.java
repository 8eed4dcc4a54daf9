package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Files that lines name and that are not there, and exports that no line uses. A part is often there in several forms
/// (`bracket.stl`, `bracket.gcode`), so a file counts as used when a line names one of the same name before the dot.
final class FilesCheck implements ModuleCheck {
    private static final int OFFERED = 4;

    @Override
    public String id() {
        return "files";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        if (module.bom() == null) {
            return;
        }
        Set<String> used = new HashSet<>();
        var own = new FileNameIndex(module.module().files().stream().map(ModuleFile::path).toList());
        var all = new FileNameIndex(design.files().files());
        for (BomLine line : module.lines()) {
            used.add(Names.plain(line.part()));
            for (String written : line.files()) {
                if (module.file(written).isEmpty()) {
                    found.accept(new Found(Problem.warning(module.place(line, Column.FILE), "design.made-from-missing",
                            line.part(), written), others(own, all, module, line, written)));
                }
                used.add(Names.stem(written));
            }
        }
        List<Waiting> waiting = module.lines().stream()
                .filter(line -> line.kind() == LineKind.MAKE && line.files().isEmpty())
                .map(line -> new Waiting(line, Names.plain(line.part()))).toList();
        for (ModuleFile file : module.module().files()) {
            if (isMade(file) && !used.contains(Names.stem(file.path().text()))) {
                found.accept(new Found(Problem.note(Place.file(file.path().text()), "design.file-unused"),
                        uses(module, waiting, file.path())));
            }
        }
    }

    /// A line for something made whose file is not named yet.
    ///
    /// @param part what is made, spelt plainly
    private record Waiting(BomLine line, String part) {}

    private static boolean isMade(ModuleFile file) {
        return file.role() == FileRole.EXPORT || file.role() == FileRole.FABRICATION;
    }

    /// The file that a line means, where it is there under another name.
    private static List<Fix> others(FileNameIndex own, FileNameIndex all, CheckedModule module, BomLine line,
            String written) {
        List<RepoPath> same = own.same(written).isEmpty() ? all.same(written) : own.same(written);
        boolean sure = same.size() == 1;
        List<RepoPath> offered = same.isEmpty() ? own.near(written) : same;
        List<Fix> fixes = new ArrayList<>();
        for (RepoPath file : offered.stream().limit(OFFERED).toList()) {
            String name = module.written(file);
            String cell = module.cell(line, Column.FILE);
            String now = line.files().size() == 1 ? name : cell.replace(written, name);
            Optional<FileEdit> edit = module.set(line, Column.FILE, now);
            edit.map(e -> Fix.clear(e, "design.fix-file", name, line.part()))
                    .map(fix -> sure ? fix : fix.asChoice()).ifPresent(fixes::add);
        }
        return fixes;
    }

    /// A line for a file that none uses: one that is made and has no file yet, or a new one.
    private static List<Fix> uses(CheckedModule module, List<Waiting> waiting, RepoPath file) {
        List<Fix> fixes = new ArrayList<>();
        String stem = Names.stem(file.text());
        String written = module.written(file);
        for (Waiting one : waiting) {
            String part = one.part;
            boolean alike = part.length() > 2 && (stem.contains(part) || part.contains(stem) && stem.length() > 2);
            if (alike && fixes.size() < OFFERED) {
                fixes.addAll(Fix.choice(module.set(one.line, Column.FILE, written), "design.fix-file", written,
                        one.line.part()));
            }
        }
        int count = Math.max(1, CountInNameCheck.count(file.text()));
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        cells.put(Column.PART, CountInNameCheck.withoutCount(CountInNameCheck.stem(file.text())));
        cells.put(Column.KIND, LineKind.MAKE.word());
        cells.put(Column.QUANTITY, String.valueOf(count));
        cells.put(Column.FILE, written);
        fixes.addAll(Fix.choice(module.add(cells), "design.fix-add-line", cells.get(Column.PART), count));
        return fixes;
    }
}
