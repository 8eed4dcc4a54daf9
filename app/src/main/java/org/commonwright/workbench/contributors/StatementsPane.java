package org.commonwright.workbench.contributors;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.commonwright.credit.Stated;
import org.commonwright.credit.Statement;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Rational;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Signed statements of somebody's part, to be worked out again.
final class StatementsPane {
    private final ObservableList<Stated> rows = FXCollections.observableArrayList();
    private final DataTable<Stated> table;

    StatementsPane(ContributorsViewModel model, Controls controls, WorkbenchContext context) {
        table = new DataTable<>("contributor-statements", "contributors.tab-statements", controls, context.settings(),
                rows, columns(controls.texts().messages()::get),
                EmptyState.of(controls, MaterialDesignS.SIGNATURE_FREEHAND,
                        "contributors.no-statements", "contributors.no-statements-hint"));
        table.selected().subscribe(stated -> model.statement().set(stated));
        table.addToHead(new ActionControls(controls).button(context.actions().get("verify-part")));
    }

    Node node() {
        return table.node();
    }

    private static List<Column<Stated>> columns(Supplier<Messages> messages) {
        return List.of(
                new Column<Stated>("when", Messages.Key.of("contributors.stated"),
                        (stated, formats) -> formats.dateTime(stated.when(), ZoneId.systemDefault()), null,
                        Comparator.comparing(Stated::when), 188, null, null, null),
                Column.<Stated>words("about", "contributors.name",
                        stated -> messages.get().called(stated.statement().about()))
                        .width(176),
                Column.<Stated>words("signer", "contributors.signed-by",
                        stated -> messages.get().called(stated.statement().signer())).width(176),
                Column.<Stated>words("commit", "notes.commit",
                        stated -> stated.statement().commit().abbreviated()).width(116),
                number("lines", "contributors.lines", Statement::surviving),
                number("authored", "contributors.authored", Statement::authored),
                number("reviewed", "contributors.reviewed", statement -> Rational.of(statement.reviewed())),
                number("declared", "contributors.declared", Statement::declared));
    }

    private static Column<Stated> number(String id, String key, Function<Statement, Rational> value) {
        return Column.<Stated>number(id, key, stated -> rounded(stated, value),
                (stated, formats) -> formats.number(rounded(stated, value))).width(112);
    }

    private static BigDecimal rounded(Stated stated, Function<Statement, Rational> value) {
        return value.apply(stated.statement()).rounded(1);
    }

    void show(Parts parts) {
        table.refill(rows, parts.statements().list().reversed(), stated -> stated);
    }
}
