package org.commonwright.cli.review;

import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.DiffWords;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.git.TextDiff;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshWords;
import org.commonwright.review.FileReview;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.ModuleReview;
import org.commonwright.review.ReviewReport;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.CardRow;
import org.commonwright.review.card.CardText;
import org.jspecify.annotations.Nullable;

/// A review for people who read it in a terminal.
final class ReviewText {
    private final CliContext context;

    ReviewText(CliContext context) {
        this.context = context;
    }

    /// A proposal in one line, and what there is to say against its merge.
    void line(ProposalState state) {
        String became = context.messages().get(state.decision().map(d -> switch (d.outcome()) {
            case ACCEPTED -> state.isMergedOtherwise() ? "decide.not-what-merged" : "review.outcome-accepted";
            case DECLINED -> "review.outcome-declined";
        }).orElse(state.isInAlready() ? "review.in-already" : "review.open"), state.proposal().target());
        context.say("review.proposal-line", state.id().substring(0, 12), became, state.proposal().title(),
                state.proposal().person().name());
        state.doubt().ifPresent(doubt -> context.out().println("  " + context.messages().get(doubt)));
    }

    void print(ReviewReport report, List<MergeConflict> conflicts) {
        card(report.card());
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

    private void card(Card card) {
        for (CardRow row : new CardText(context.messages()).rows(card)) {
            context.say("consequence.row", row.label(), row.change());
            row.details().forEach(this::indented);
        }
        if (!card.alarms().isEmpty()) {
            context.say("consequence.alarms");
            card.alarms().forEach(alarm -> context.out().println("! " + context.messages().get(alarm)));
        }
        context.out().println();
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
                DiffWords.of(diff).forEach(word -> indented(
                        "  " + (word.moved() ? "↕ " : "~ ") + word.part() + "  " + word.text(context.messages())));
            }
            case FileReview.Lines(_, TextDiff diff) -> indented(context.messages().get("review.lines-line", path,
                    count(diff, TextDiff.Kind.ONLY_NEW), count(diff, TextDiff.Kind.ONLY_OLD)));
            case FileReview.Geometry(_, MeshComparison c, var mass) -> {
                indented(context.messages().get("review.geometry-line", path, c.verdict().id(),
                        context.formats().number(c.deviation(), 3)));
                MeshWords.scaling(c.scaledBy()).ifPresent(key -> indented("  " + said(key)));
                MeshWords.mirroring(c, context.formats()).forEach(key -> indented("  " + said(key)));
                if (mass != null) {
                    indented("  " + context.messages().get("shape.mass", mass.material(),
                            context.formats().number(mass.grams(c.before()), 1),
                            context.formats().number(mass.grams(c.after()), 1)));
                }
                health("meshes.of-before", c.before());
                health("meshes.of-after", c.after());
            }
            case FileReview.OneMesh one -> {
                indented(context.messages().get("review.opaque-line", path, kind(one)));
                MeshWords.health(one.measures(), context.formats()).forEach(key -> indented("  " + said(key)));
            }
            case FileReview.OfKind(_, var diff) -> {
                indented(context.messages().get("review.opaque-line", path, kind(review)));
                diff.rows(context.messages(), context.formats())
                        .forEach(row -> indented("  " + row.sign() + " " + row.what() + "  " + row.values()));
            }
            case FileReview.Unreadable(_, var problems) -> problems.forEach(
                    p -> indented(context.messages().get("review.unreadable-line", path, context.messages().get(p))));
        }
    }

    private void health(String side, MeshMeasures measures) {
        MeshWords.health(measures, context.formats())
                .forEach(key -> indented("  " + context.messages().get(side, said(key))));
    }

    private String said(Messages.Key key) {
        return context.messages().get(key.key(), key.arguments().toArray());
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

    private static String known(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private void indented(String line) {
        context.out().println("  " + line);
    }
}
