package org.commonwright.fabrication.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.design.DesignModule;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.workshop.Processes;
import org.commonwright.fabrication.workshop.Requirement;
import org.commonwright.licence.DesignLicences;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.commonwright.model.Unit;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Turns "N of this module" into parts to make. Every make-line of every module below becomes a part with its fabrication
/// file, or a problem that names the part and says what is missing; none is dropped.
public final class Planner {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final List<Problem> problems = new ArrayList<>();
    private final FabricationFile.Reader files;

    private Planner(Progress progress) {
        files = new FabricationFile.Reader(progress);
    }

    /// @param root the module that is ordered
    /// @param quantity pieces of it
    public static Plan plan(DesignModule root, long quantity, Progress progress) {
        return new Planner(progress).run(root, quantity);
    }

    private Plan run(DesignModule root, long quantity) {
        var parts = new ArrayList<PlannedPart>();
        Needs needs = Needs.of(root, quantity);
        problems.addAll(needs.problems());
        for (Needs.Module module : needs.modules()) {
            for (BomLine line : module.lines()) {
                if (line.kind() == LineKind.MODULE && line.fitted() && pieces(line).isEmpty()) {
                    problems.add(
                            Problem.error(place(module.module(), line), "fabrication.plan-no-pieces", line.part()));
                }
                if (line.kind() == LineKind.MAKE && line.fitted()) {
                    part(module.module(), line, module.times()).ifPresent(parts::add);
                }
            }
        }
        return new Plan(parts, problems);
    }

    private static Place place(DesignModule module, BomLine line) {
        RepoPath bom = module.bom();
        return Place.line(module.source().show(bom == null ? module.path() : bom), line.row());
    }

    /// Empty when the line's quantity cannot be read, or is no number of pieces.
    private static Optional<BigDecimal> pieces(BomLine line) {
        Quantity quantity = line.quantity();
        return quantity == null || quantity.unit() != Unit.PIECE ? Optional.empty() : Optional.of(quantity.number());
    }

    private Optional<PlannedPart> part(DesignModule module, BomLine line, BigDecimal modules) {
        RepoPath bom = module.bom();
        if (bom == null) {
            return Optional.empty();
        }
        Place place = place(module, line);
        String process = Processes.named(line.process());
        Optional<String> written = FabricationFile.written(line);
        boolean byHand = written.isEmpty() && Processes.byHand(process);
        Optional<BigDecimal> each = pieces(line);
        if (each.isEmpty()) {
            // What people make by hand holds no job up.
            problems.add(byHand
                    ? Problem.warning(place, "fabrication.plan-no-pieces", line.part())
                    : Problem.error(place, "fabrication.plan-no-pieces", line.part()));
            return Optional.empty();
        }
        long quantity = quantity(line, each.get().multiply(modules), place);
        if (quantity == 0) {
            return Optional.empty();
        }
        if (written.isEmpty()) {
            problems.add(byHand
                    ? Problem.note(place, "fabrication.plan-by-hand", line.part(), quantity)
                    : Problem.error(place, "fabrication.plan-no-file", line.part()));
            return Optional.empty();
        }
        Optional<RepoPath> file = module.lineFile(written.get());
        if (file.isEmpty()) {
            problems.add(Problem.error(place, "fabrication.plan-file-missing", line.part(), written.get()));
            return Optional.empty();
        }
        try {
            return Optional.of(part(module, line, file.get(), process, quantity, place));
        } catch (Fault fault) {
            problems.add(Problem.error(place, fault.code(), fault.arguments().toArray()));
            return Optional.empty();
        }
    }

    private PlannedPart part(DesignModule module, BomLine line, RepoPath path, String process, long quantity,
            Place place) {
        FabricationFile file = files.read(module.source().tree(), path);
        if (file.refused()) {
            problems.add(Problem.error(place, "fabrication.plan-file-refused", line.part(), path));
        }
        String known = process;
        if (process.isEmpty()) {
            known = file.printer() ? "fdm-printing" : "cnc-milling";
            problems.add(Problem.warning(place, "fabrication.plan-process-guessed", line.part(), known));
        }
        var requirement = new Requirement(known, line.material(), file.envelope(), tolerance(line, place));
        return new PlannedPart(line.part(), module.path().text(), DesignLicences.shown(module),
                module.source().own() ? "" : module.source().name(),
                module.source().repository(), module.source().commit(), path, file.sha256(), requirement, quantity,
                file.seconds(), amount(line, place));
    }

    /// Whole pieces: half a plate for each of three is two plates.
    private long quantity(BomLine line, BigDecimal number, Place place) {
        BigDecimal pieces = number.setScale(0, RoundingMode.CEILING);
        if (pieces.compareTo(MOST) > 0) {
            problems.add(Problem.error(place, "fabrication.plan-too-many", line.part(), pieces));
            return 0;
        }
        return Math.max(0, pieces.longValueExact());
    }

    private @Nullable Quantity amount(BomLine line, Place place) {
        Optional<String> written = MaterialAmount.written(line);
        Optional<Quantity> amount = written.flatMap(MaterialAmount::read);
        if (written.isPresent() && amount.isEmpty()) {
            problems.add(Problem.warning(place, "fabrication.plan-amount", line.part(), written.get()));
        }
        return amount.orElse(null);
    }

    /// From a column `Tolerance`, `Tolerance mm` or `Tolerance (mm)`: `0.1`, `±0.1`, `0.1 mm`.
    private @Nullable Double tolerance(BomLine line, Place place) {
        for (Map.Entry<String, String> cell : line.attributes().entrySet()) {
            if (cell.getKey().strip().toLowerCase(Locale.ROOT).matches("tol[ée]rance( ?\\(?mm\\)?)?")) {
                String number = cell.getValue().replace("±", "").replace("mm", "").replace(',', '.').strip();
                if (number.matches("\\d{1,6}(\\.\\d{1,6})?")) {
                    return Double.valueOf(number);
                }
                problems.add(Problem.warning(place, "fabrication.plan-tolerance", line.part(), cell.getValue()));
            }
        }
        return null;
    }
}
