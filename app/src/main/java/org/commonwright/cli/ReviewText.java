package org.commonwright.cli;

import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.git.TextDiff;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.model.Money;
import org.commonwright.review.Cost;
import org.commonwright.review.FileReview;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.ModuleReview;
import org.commonwright.review.ReviewReport;
import org.jspecify.annotations.Nullable;

/// A review for people who read it in a terminal.
final class ReviewText {
    private final CliContext context;

    ReviewText(CliContext context) {
        this.context = context;
    }

    void print(ReviewReport report, List<MergeConflict> conflicts) {
        context.say("review.cost-line", report.quantity(), money(report.costBefore()), money(report.costAfter()),
                difference(report.costBefore(), report.costAfter()));
        for (ModuleReview module : report.modules()) {
            context.say("review.files-line", module.name(), module.files().size());
            if (module.licenceChanged()) {
                indented(context.messages().get("review.licence-line", module.licenceBefore(), module.licenceAfter()));
            }
            module.files().forEach(this::file);
        }
        report.problems().forEach(problem -> context.out().println(context.messages().get(problem)));
        conflicts(conflicts);
    }

    void conflicts(List<MergeConflict> conflicts) {
        for (int i = 0; i < conflicts.size(); i++) {
            context.out().println("■ " + (i + 1) + "  " + switch (conflicts.get(i)) {
                case MergeConflict.Cell(var file, _, var cell) -> cell.cell().isEmpty()
                        ? context.messages().get("review.row-conflict", file, cell.part())
                        : context.messages().get("review.cell-conflict", file, cell.part(), cell.cell(),
                                known(cell.base()),
                                known(cell.ours()), known(cell.theirs()));
                case MergeConflict.Text text -> context.messages().get("review.text-conflict", text.file());
                case MergeConflict.Whole whole -> context.messages().get("review.whole-conflict", whole.file());
            });
        }
    }

    private void file(FileReview review) {
        String path = review.path().text();
        switch (review) {
            case FileReview.BomCells(_, BomDiff diff) -> {
                indented(path);
                diff.added().stream().map(BomLine::part).forEach(part -> indented("  + " + part));
                diff.removed().stream().map(BomLine::part).forEach(part -> indented("  − " + part));
                for (CellChange cell : diff.changed()) {
                    indented("  ~ " + cell.part() + "  " + cell.cell() + ": " + cell.before() + " → " + cell.after());
                }
            }
            case FileReview.Lines(_, TextDiff diff) -> indented(context.messages().get("review.lines-line", path,
                    count(diff, TextDiff.Kind.ONLY_NEW), count(diff, TextDiff.Kind.ONLY_OLD)));
            case FileReview.Geometry(_, MeshComparison c) ->
                indented(context.messages().get("review.geometry-line", path,
                        c.verdict().id(), context.formats().number(c.deviation(), 3)));
            case FileReview.OneMesh one -> indented(context.messages().get("review.opaque-line", path, kind(one)));
            case FileReview.Opaque opaque -> indented(context.messages().get("review.opaque-line", path, kind(opaque)));
            case FileReview.Unreadable(_, var problems) -> problems.forEach(
                    p -> indented(context.messages().get("review.unreadable-line", path, context.messages().get(p))));
        }
    }

    private static String kind(FileReview review) {
        return switch (review.change().kind()) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case MODIFIED, RENAMED -> "~";
        };
    }

    private static long count(TextDiff diff, TextDiff.Kind kind) {
        return diff.hunks().stream().flatMap(hunk -> hunk.lines().stream()).filter(line -> line.kind() == kind).count();
    }

    private String money(Cost cost) {
        Money sum = cost.sum();
        return sum == null ? context.messages().get("review.cost-unknown") : context.formats().money(sum);
    }

    private String difference(Cost before, Cost after) {
        if (before.sum() == null || after.sum() == null || !before.sum().currency().equals(after.sum().currency())) {
            return "?";
        }
        Money change = after.sum().minus(before.sum());
        return (change.amount().signum() > 0 ? "+" : "") + context.formats().money(change);
    }

    private static String known(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private void indented(String line) {
        context.out().println("  " + line);
    }
}
