package org.commonwright.workbench.parts;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.commonwright.bom.Offer;
import org.commonwright.bom.rollup.Explanation;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.Source;
import org.commonwright.bom.rollup.Taken;
import org.commonwright.bom.rollup.Way;
import org.commonwright.i18n.Formats;
import org.commonwright.model.Quantity;
import org.commonwright.workbench.parts.ScopeViewModel.Uses;
import org.commonwright.workbench.parts.ScopeViewModel.Why;
import org.commonwright.workbench.text.Controls;

/// Opens a total for the inspector: its rows, what is taken from stock, what is bought and what else was weighed.
final class WhyPane {
    private static final int MOST = 200;
    private static final int MOST_WAYS = 8;

    private final Controls controls;
    private final Formats formats;
    private final VBox box = new VBox(8);

    private WhyPane(Controls controls) {
        this.controls = controls;
        this.formats = controls.texts().formats().get();
        box.getStyleClass().add("padded");
    }

    /// @param whereUsed looks for the part in all designs
    static Node of(Controls controls, Why why, Runnable whereUsed) {
        var pane = new WhyPane(controls);
        pane.fill(why);
        var button = controls.button("parts.where-used", whereUsed);
        button.setId("find-uses");
        pane.box.getChildren().add(button);
        return pane.box;
    }

    /// Where a part is used, design by design.
    static Node of(Controls controls, Uses uses) {
        var pane = new WhyPane(controls);
        pane.heading(uses.part());
        pane.hint(uses.found().isEmpty() ? "parts.used-nowhere" : "parts.used-in", uses.designs());
        uses.found().stream().limit(MOST).forEach(use -> pane.line(switch (use.as()) {
            case PART -> pane.say("bom.says-use", use.design().name(), use.place(), use.part(),
                    use.each() == null ? "?" : pane.formats.quantity(use.each()));
            case ALTERNATE -> pane.say("bom.says-use-alternate", use.design().name(), use.place(), use.part());
            case MODULE -> pane.say("bom.says-use-module", use.design().name(), use.place(), use.part());
        }));
        return pane.box;
    }

    private void fill(Why why) {
        RollupLine line = why.line();
        heading(line.part());
        hint("parts.comes-from");
        List<Source> sources = line.sources();
        sources.stream().limit(MOST).forEach(this::source);
        if (sources.size() > MOST) {
            hint("parts.more-rows", sources.size() - MOST);
        }
        line(say("parts.needed", formats.quantity(line.supply().need()), formats.quantity(line.supply().toBuy())));
        for (Taken taken : line.supply().taken()) {
            line(say("bom.says-taken", formats.quantity(taken.amount()), taken.lot().place(),
                    String.join(" ", taken.lot().lot(), taken.lot().where(), taken.substitute()).strip()));
        }
        List<Way> ways = why.explanation().ways();
        for (int i = 0; i < Math.min(MOST_WAYS, ways.size()); i++) {
            line(say(i == 0 ? "bom.says-way-taken" : "bom.says-way", formats.money(ways.get(i).cost()),
                    ways.get(i).positions().stream().map(this::position).collect(Collectors.joining(" + "))));
        }
        for (Explanation.Refused refused : why.explanation().refused()) {
            line(say("bom.says-refused", name(refused.offer()), refused.reason()));
        }
    }

    private void source(Source source) {
        Quantity each = source.line().quantity();
        String loss = source.attrition().signum() == 0
                ? ""
                : " + " + formats.percent(source.attrition().doubleValue());
        line(say("bom.says-source", source.place(), formats.number(source.made()),
                each == null ? "?" : formats.quantity(each), loss, formats.quantity(source.needed())));
    }

    private String position(Purchase purchase) {
        Offer offer = purchase.offer();
        return formats.quantity(purchase.ordered()) + " × " + formats.number(offer.unitPrice().amount()) + "\u00a0"
                + offer.unitPrice().currency() + " " + name(offer);
    }

    private static String name(Offer offer) {
        return (offer.supplier() + " " + offer.sku()).strip() + " [" + offer.place() + "]";
    }

    private String say(String key, Object... arguments) {
        return controls.texts().now(key, arguments);
    }

    private void heading(String text) {
        Label name = line(text);
        name.getStyleClass().add("subheading");
    }

    private void hint(String key, Object... arguments) {
        box.getChildren().add(controls.hint(key, arguments));
    }

    private Label line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        box.getChildren().add(label);
        return label;
    }
}
