package org.commonwright.design.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Problem;
import org.commonwright.error.Quoted;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.commonwright.model.Unit;

/// Ways to put right what is wrong with one line of a bill of materials.
final class LineFixes {
    private static final int OFFERED = 4;

    private final CheckedModule module;
    private final BomLine line;

    LineFixes(CheckedModule module, BomLine line) {
        this.module = module;
        this.line = line;
    }

    List<Fix> of(Problem problem) {
        List<Object> told = problem.arguments();
        if (!told.stream().allMatch(Quoted::isWhole)) {
            return List.of();
        }
        return switch (problem.code()) {
            case "bom.make-without-file" -> make();
            case "bom.file-unsafe" -> slashes(text(told, 0));
            case "bom.unit-unknown" -> unit(text(told, 0));
            case "bom.kind-unknown" -> kind(text(told, 0));
            case "bom.references-count" -> quantity(text(told, 2));
            case "bom.quantity-absent" -> absent();
            case "bom.quantity-negative" -> quantity(text(told, 0).replaceFirst("^[-−]\\s*", ""));
            case "bom.quantity-about", "bom.quantity-ambiguous" -> quantity(text(told, 1));
            case "bom.quantity-zero" -> Fix.choice(module.remove(line), "design.fix-remove-line", line.part());
            case "bom.control-characters" -> number(text(told, 0));
            case "bom.reference-twice" -> new TwiceFixes(module, line).reference(text(told, 0), text(told, 1));
            case "bom.part-twice" -> new TwiceFixes(module, line).part(text(told, 1));
            default -> List.of();
        };
    }

    private static String text(List<Object> told, int at) {
        return at >= told.size()
                ? ""
                : told.get(at) instanceof BigDecimal n ? n.toPlainString() : told.get(at).toString();
    }

    private List<Fix> quantity(String value) {
        return Fix.choice(module.set(line, Column.QUANTITY, value), "design.fix-quantity", value, line.part());
    }

    private List<Fix> absent() {
        int said = line.files().stream().mapToInt(CountInNameCheck::count).max().orElse(0);
        return said > 0
                ? Fix.choice(module.set(line, Column.QUANTITY, String.valueOf(said)), "design.fix-quantity-from-name",
                        said, line.file())
                : quantity("1");
    }

    /// The file that is called like the part.
    private List<Fix> make() {
        List<RepoPath> exports = called(FileRole.EXPORT);
        List<RepoPath> files = exports.isEmpty() ? called(FileRole.FABRICATION) : exports;
        List<Fix> fixes = new ArrayList<>();
        for (RepoPath file : files.stream().limit(OFFERED).toList()) {
            String name = module.written(file);
            module.set(line, Column.FILE, name).map(edit -> Fix.clear(edit, "design.fix-file", name, line.part()))
                    .map(fix -> files.size() == 1 ? fix : fix.asChoice()).ifPresent(fixes::add);
        }
        return fixes;
    }

    private List<RepoPath> called(FileRole role) {
        return module.module().files(role).stream().map(ModuleFile::path)
                .filter(file -> Names.stem(file.text()).equals(Names.plain(line.part()))).toList();
    }

    /// `export\arm.stl`, as another system writes it.
    private List<Fix> slashes(String written) {
        String slashed = written.replace('\\', '/');
        Optional<FileEdit> edit = slashed.equals(written) || module.file(slashed).isEmpty()
                ? Optional.empty()
                : module.set(line, Column.FILE, module.cell(line, Column.FILE).replace(written, slashed));
        return edit.map(e -> Fix.clear(e, "design.fix-file", slashed, line.part())).stream().toList();
    }

    private List<Fix> kind(String written) {
        return Names.nearest(List.of(LineKind.values()), LineKind::word, written)
                .map(kind -> Fix.choice(module.set(line, Column.KIND, kind.word()), "design.fix-kind", kind.word(),
                        line.part()))
                .orElse(List.of());
    }

    /// What was read is what is written, without what nobody sees.
    private List<Fix> number(String read) {
        return module.set(line, Column.MPN, read).map(edit -> Fix.clear(edit, "design.fix-number", read)).stream()
                .toList();
    }

    /// `Mtrs.` for metres, in the column of units or behind the number.
    private List<Fix> unit(String written) {
        Optional<Unit> known = UnitWords.known(written);
        Optional<Unit> near = known.or(() -> UnitWords.near(written));
        if (near.isEmpty()) {
            return List.of();
        }
        String symbol = near.get().symbol();
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        String quantity = module.cell(line, Column.QUANTITY);
        if (module.cell(line, Column.UNIT).strip().equals(written.strip())) {
            cells.put(Column.UNIT, symbol);
        } else if (quantity.contains(written)) {
            cells.put(Column.QUANTITY, quantity.replace(written, symbol));
        } else {
            return List.of();
        }
        return module.set(line, cells).map(edit -> Fix.clear(edit, "design.fix-unit", symbol, written))
                .map(fix -> known.isPresent() ? fix : fix.asChoice()).stream().toList();
    }

    /// A quantity without its unit, as a cell says it.
    static String written(Quantity quantity) {
        return quantity.number().stripTrailingZeros().toPlainString();
    }
}
