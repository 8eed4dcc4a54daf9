package org.commonwright.design.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.design.DesignModule;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.error.Problem;
import org.commonwright.files.RelativePath;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;

/// A file called `bracket_x2.stl` or `2x_bracket.stl` says how often it is made; the line that names it says it too.
final class CountInNameCheck implements ModuleCheck {
    /// No file system has longer names; a longer text in a cell is no name.
    private static final String NAMES = "(?=.{1,255}\\z)";
    private static final Pattern BEHIND = Pattern.compile(NAMES + "(?i)(.+?)([-_ .]+)(?:x(\\d{1,3})|(\\d{1,3})x)");
    private static final Pattern BEFORE = Pattern.compile("(?i)(\\d{1,3})x([-_ .]+)(.+)");

    @Override
    public String id() {
        return "count-in-name";
    }

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        for (BomLine line : module.lines()) {
            Quantity quantity = line.quantity();
            for (String file : line.files()) {
                int said = count(file);
                if (said > 0 && quantity != null && quantity.number().compareTo(BigDecimal.valueOf(said)) != 0) {
                    List<Fix> fixes = new ArrayList<>(Fix.choice(
                            module.set(line, Column.QUANTITY, String.valueOf(said)), "design.fix-quantity-from-name",
                            said, file));
                    rename(design, module, file, quantity).ifPresent(fixes::add);
                    found.accept(new Found(Problem.warning(module.place(line, Column.QUANTITY), "design.count-in-name",
                            file, said, line.part(), quantity.number()), fixes));
                }
            }
        }
    }

    /// The name without folder and the last ending.
    static String stem(String file) {
        String name = Names.name(file);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// @return 0 when the file's name says nothing
    static int count(String file) {
        String stem = stem(file);
        Matcher behind = BEHIND.matcher(stem);
        if (behind.matches()) {
            return Integer.parseInt(behind.group(3) == null ? behind.group(4) : behind.group(3));
        }
        Matcher before = BEFORE.matcher(stem);
        return before.matches() ? Integer.parseInt(before.group(1)) : 0;
    }

    static String withoutCount(String stem) {
        Matcher behind = BEHIND.matcher(stem);
        if (behind.matches()) {
            return behind.group(1);
        }
        Matcher before = BEFORE.matcher(stem);
        return before.matches() ? before.group(3) : stem;
    }

    /// The file's name with another count.
    private static String withCount(String name, String count) {
        String stem = stem(name);
        String ending = name.substring(stem.length());
        Matcher behind = BEHIND.matcher(stem);
        if (behind.matches()) {
            String x = behind.group(3) == null
                    ? count + stem.charAt(behind.end(4))
                    : stem.charAt(behind.start(3) - 1) + count;
            return behind.group(1) + behind.group(2) + x + ending;
        }
        Matcher before = BEFORE.matcher(stem);
        return before.matches() ? count + stem.substring(before.end(1)) + ending : name;
    }

    /// Another name for the file, in every bill of materials and manifest that names it.
    private static Optional<Fix> rename(CheckedDesign design, CheckedModule module, String written, Quantity quantity) {
        Optional<RepoPath> file = module.file(written);
        boolean whole = quantity.number().stripTrailingZeros().scale() <= 0 && quantity.number().precision() <= 3;
        if (file.isEmpty() || !whole || !design.isFolder()) {
            return Optional.empty();
        }
        String name = withCount(file.get().fileName(), quantity.number().toBigInteger().toString());
        RepoPath to = file.get().parent().resolve(name);
        if (design.files().exists(to)) {
            return Optional.empty();
        }
        List<FileEdit> edits = new ArrayList<>(List.of(new FileEdit.MoveFile(file.get(), to)));
        for (CheckedModule other : design.modules()) {
            if (!follow(other, file.get(), name, edits)) {
                return Optional.empty();
            }
        }
        return Optional.of(Fix.choice(edits, "design.fix-rename", file.get().fileName(), name));
    }

    /// @return whether everything in the module that names the file can be edited
    private static boolean follow(CheckedModule module, RepoPath file, String name, List<FileEdit> edits) {
        for (BomLine line : module.lines()) {
            List<String> named = line.files().stream()
                    .filter(w -> module.file(w).filter(file::equals).isPresent()).toList();
            if (!named.isEmpty()) {
                String cell = module.cell(line, Column.FILE).replace(file.fileName(), name);
                Optional<FileEdit> edit = module.set(line, Column.FILE, cell);
                if (edit.isEmpty() || !cell.contains(name)) {
                    return false;
                }
                edits.add(edit.get());
            }
        }
        DesignModule described = module.module();
        Manifest manifest = described.manifest();
        if (manifest != null && manifest.file().text().endsWith(".toml")) {
            Stream.of(manifest.allSources(), manifest.allExports(), manifest.allImages())
                    .flatMap(paths -> paths).distinct()
                    .filter(path -> RelativePath.existing(manifest.file().parent(), path, described.source().tree())
                            .filter(file::equals).isPresent() && path.endsWith(file.fileName()))
                    .forEach(path -> edits.add(new FileEdit.SetString(manifest.file(), path,
                            path.substring(0, path.length() - file.fileName().length()) + name)));
        }
        return true;
    }
}
