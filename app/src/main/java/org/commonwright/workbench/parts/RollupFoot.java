package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.bom.rollup.Buildable;
import org.commonwright.bom.rollup.LeadTime;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.shop.Basket;
import org.commonwright.i18n.Formats;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Below the roll-up: what it costs from and up to, what each supplier gets, how long it takes, how many stock is enough for,
/// and what the sum is without.
final class RollupFoot {
    private static final int MOST_MISSING = 6;
    private static final int MOST_SUPPLIERS = 8;

    private final Controls controls;
    private final Label total = new Label();
    private final Label facts = new Label();
    private final Label missing = new Label();
    private final Label unsaved = new Label();
    private final VBox box = new VBox(4, total, facts, missing, unsaved);

    /// @param editing what is not saved is not in the sum, which is said
    RollupFoot(Controls controls, BomEditing editing) {
        this.controls = controls;
        unsaved.setId("rollup-unsaved");
        unsaved.getStyleClass().add("warning");
        unsaved.textProperty().bind(controls.texts().messages().flatMap(m -> editing.steps()
                .map(steps -> steps.unsaved() == 0 ? "" : m.get("parts.sum-of-saved", steps.unsaved()))));
        total.setId("rollup-total");
        total.getStyleClass().add("subheading");
        facts.setId("rollup-facts");
        missing.getStyleClass().add("warning");
        for (Label label : List.of(total, facts, missing, unsaved)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        box.getStyleClass().add("pane-foot");
    }

    Node node() {
        return box;
    }

    /// @param baskets what remains to buy from each supplier; null while it is being worked out
    void show(@Nullable RollupResult result, @Nullable List<Basket> baskets) {
        if (result == null) {
            total.setText("");
            facts.setText("");
            missing.setText("");
            return;
        }
        total.setText(total(result));
        facts.setText(String.join("\n", facts(result, baskets == null ? List.of() : baskets)));
        List<Missing> without = result.missing();
        String names = without.stream().limit(MOST_MISSING).map(Missing::part).distinct()
                .collect(Collectors.joining(", "));
        missing.setText(without.isEmpty()
                ? ""
                : say("parts.missing", without.size(), names + (without.size() > MOST_MISSING ? ", …" : "")));
    }

    private String total(RollupResult result) {
        Formats formats = controls.texts().formats().get();
        if (result.cost() == null) {
            return say("parts.total-unknown", result.lines().size());
        }
        return result.isComplete()
                ? say("parts.total", formats.money(result.cost()), result.lines().size())
                : say("parts.total-range", formats.money(result.cost()), result.lines().size(),
                        result.missing().size());
    }

    private List<String> facts(RollupResult result, List<Basket> baskets) {
        Formats formats = controls.texts().formats().get();
        List<String> facts = new ArrayList<>();
        if (!baskets.isEmpty()) {
            String each = baskets.stream().limit(MOST_SUPPLIERS)
                    .map(b -> (b.supplier().isEmpty() ? "?" : b.supplier()) + " " + formats.money(b.cost()))
                    .collect(Collectors.joining(" · "));
            facts.add(say("parts.baskets", baskets.size(), each + (baskets.size() > MOST_SUPPLIERS ? " …" : "")));
        }
        LeadTime time = result.leadTime();
        if (!time.path().isEmpty()) {
            facts.add(say("bom.says-lead-time", time.days(), time.path().stream()
                    .map(s -> s.name() + " (" + s.days() + ")").collect(Collectors.joining(" → "))));
        }
        if (time.unknown() > 0) {
            facts.add(say("bom.says-lead-time-unknown", time.unknown()));
        }
        Buildable buildable = result.buildable();
        if (buildable != null) {
            facts.add(buildable.limits().isEmpty()
                    ? say("bom.says-buildable-any", buildable.count())
                    : say("bom.says-buildable", buildable.count(), buildable.limits().stream().limit(MOST_MISSING)
                            .collect(Collectors.joining(", "))));
        }
        return facts;
    }

    private String say(String key, Object... arguments) {
        return controls.texts().now(key, arguments);
    }
}
