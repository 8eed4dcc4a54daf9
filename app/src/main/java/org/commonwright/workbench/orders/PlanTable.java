package org.commonwright.workbench.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import org.commonwright.fabrication.order.PlannedPart;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The parts that an order comes to, each with the machine here that could make it.
final class PlanTable {
    private final Controls controls;
    private final Words words;
    private final ObservableList<PlannedPart> parts = FXCollections.observableArrayList();
    private final DataTable<PlannedPart> table;
    private @Nullable Offer offer;

    PlanTable(WorkbenchContext context, Controls controls, Words words) {
        this.controls = controls;
        this.words = words;
        this.table = new DataTable<>("plan", "orders.plan", controls, context.settings(), parts, columns(),
                EmptyState.of(controls, MaterialDesignC.CLIPBOARD_LIST_OUTLINE, "orders.nothing-to-make",
                        "orders.nothing-to-make-hint"));
        table.view().setMinHeight(120);
    }

    Region node() {
        return table.node();
    }

    void show(Offer shown) {
        offer = shown;
        parts.setAll(shown.draft().plan().parts());
    }

    private List<Column<PlannedPart>> columns() {
        return List.of(
                Column.<PlannedPart>number("quantity", "orders.quantity", PlannedPart::quantity,
                        (part, formats) -> formats.number(BigDecimal.valueOf(part.quantity()))).width(80),
                Column.<PlannedPart>words("part", "orders.part", PlannedPart::part).width(176),
                Column.<PlannedPart>words("module", "orders.module", PlannedPart::shown).width(128),
                Column.<PlannedPart>words("process", "orders.process", part -> part.requirement().process())
                        .width(112),
                Column.<PlannedPart>words("material", "orders.material", part -> part.requirement().material())
                        .width(112),
                Column.<PlannedPart>words("envelope", "orders.envelope", part -> words.size(part.envelope()))
                        .width(216),
                Column.<PlannedPart>number("time", "orders.time", PlannedPart::seconds,
                        (part, formats) -> formats.duration(Duration.ofSeconds(Math.round(part.seconds())))).width(144),
                Column.<PlannedPart>words("machine", "orders.machine", this::machine).width(176),
                Column.<PlannedPart>words("file", "orders.file", part -> part.file().text()).width(240));
    }

    private String machine(PlannedPart part) {
        if (offer == null) {
            return "";
        }
        List<Match> matches = offer.matches(part);
        return matches.stream().filter(Match::fits).map(m -> m.machine().name()).findFirst()
                .orElseGet(() -> matches.isEmpty()
                        ? controls.texts().now("orders.none-here")
                        : controls.texts().now(matches.getFirst().refusals().getFirst().reason()));
    }
}
