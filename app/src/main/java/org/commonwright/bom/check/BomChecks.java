package org.commonwright.bom.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;

/// What is wrong with a bill of materials that was read: what the reader met, and what only shows in the whole.
public final class BomChecks {
    /// How many references of one line are told one by one; the others are counted.
    private static final int MOST_TWICE = 20;

    private BomChecks() {}

    /// In the order of the checks, each in the order of the rows; the reader's problems first.
    public static List<Problem> check(Bom bom) {
        List<Problem> found = new ArrayList<>(bom.problems());
        for (BomLine line : bom.lines()) {
            making(bom, line, found);
            Quantity quantity = line.quantity();
            if (quantity != null && quantity.number().signum() == 0) {
                found.add(Problem.note(bom.place(line, Column.QUANTITY), "bom.quantity-zero", line.part()));
            }
        }
        if (!bom.format().equals("kicad-xml")) {
            twice(bom, found);
        }
        references(bom, found);
        return found;
    }

    private static void making(Bom bom, BomLine line, List<Problem> found) {
        if (line.kind() == LineKind.MAKE && line.files().isEmpty()) {
            found.add(Problem.warning(bom.place(line, Column.FILE), "bom.make-without-file", line.part()));
        }
        for (String file : line.files()) {
            if (!isInRepository(file)) {
                found.add(Problem.error(bom.place(line, Column.FILE), "bom.file-unsafe", file, line.part()));
            }
        }
    }

    /// Whether a path relative to some folder can name a file of a repository: `../` may lead up, but nothing else is odd.
    private static boolean isInRepository(String file) {
        String path = file;
        while (path.startsWith("../")) {
            path = path.substring(3);
        }
        return RepoPath.isSafe(path.startsWith("./") ? path.substring(2) : path);
    }

    private static void twice(Bom bom, List<Problem> found) {
        Map<InAssembly, BomLine> first = new HashMap<>();
        for (BomLine line : bom.lines()) {
            BomLine other = first.putIfAbsent(new InAssembly(line.section(), line.key()), line);
            if (other != null) {
                found.add(Problem.note(bom.place(line, Column.PART), "bom.part-twice", line.part(),
                        other.where()));
            }
        }
    }

    /// A part or a reference in one of the assemblies of a file; each has its own.
    private record InAssembly(String section, Object what) {}

    private static void references(Bom bom, List<Problem> found) {
        Map<InAssembly, BomLine> owner = new HashMap<>();
        for (BomLine line : bom.lines()) {
            int twice = 0;
            for (String reference : line.references()) {
                BomLine other = owner.putIfAbsent(new InAssembly(line.section(), reference), line);
                if (other != null && twice++ < MOST_TWICE) {
                    found.add(Problem.warning(bom.place(line, Column.REFERENCES), "bom.reference-twice", reference,
                            other.where()));
                }
            }
            if (twice > MOST_TWICE) {
                found.add(Problem.warning(bom.place(line, Column.REFERENCES), "bom.references-twice-more",
                        twice - MOST_TWICE));
            }
        }
    }
}
