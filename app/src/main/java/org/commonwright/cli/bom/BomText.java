package org.commonwright.cli.bom;

import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.DiffWords;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Bills of materials for people, on standard output.
public final class BomText {
    private final CliContext context;

    public BomText(CliContext context) {
        this.context = context;
    }

    void bom(Bom bom) {
        context.say("bom.says-format", bom.format(), bom.encoding(), bom.lines().size(), bom.skipped().size());
        for (BomLine line : bom.lines()) {
            columns(line.where(), quantity(line.quantity()), line.part(),
                    String.join(" ", line.references()), line.manufacturer(), line.mpn());
        }
        for (SkippedRow row : bom.skipped()) {
            context.say("bom.says-skipped", row.where(), row.reason(), row.text());
        }
    }

    public void diff(ModuleDiff module) {
        String path = module.module().isEmpty() ? "." : module.module();
        module.diff().added().forEach(line -> columns("+", path, quantity(line.quantity()), line.part()));
        module.diff().removed().forEach(line -> columns("-", path, quantity(line.quantity()), line.part()));
        DiffWords.of(module.diff()).forEach(
                word -> columns(word.moved() ? "↕" : "~", path, word.part(), word.text(context.messages())));
    }

    void costs(@Nullable Money before, @Nullable Money after) {
        if (before != null && after != null) {
            context.say("bom.says-costs", context.formats().money(before), context.formats().money(after));
        }
    }

    void conflicts(List<CellConflict> conflicts) {
        for (CellConflict one : conflicts) {
            if (one.cell().isEmpty()) {
                context.say(one.ours() == null ? "bom.says-conflict-row-ours" : "bom.says-conflict-row-theirs",
                        one.part());
            } else {
                context.say("bom.says-conflict", one.part(), one.cell(), side(one.base()), side(one.ours()),
                        side(one.theirs()));
            }
        }
    }

    public void problems(List<Problem> problems) {
        problems.forEach(problem -> context.out().println(context.messages().get(problem)));
    }

    private static Object side(@Nullable String value) {
        return value == null ? Messages.Key.of("bom.says-gone") : Messages.Key.of("merging.value", value);
    }

    private String quantity(@Nullable Quantity quantity) {
        return quantity == null ? "?" : context.formats().quantity(quantity);
    }

    private void columns(String... cells) {
        context.out().println(String.join("  ", cells).stripTrailing());
    }
}
