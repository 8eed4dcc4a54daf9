package org.commonwright.workbench.pins;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.bom.diff.ModuleDiff;
import org.commonwright.design.PinUpdate.Change;
import org.commonwright.design.PinUpdate.LicenceChange;
import org.commonwright.design.PinUpdate.Preview;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// What moving pins would change, before anything is written.
final class PreviewPane {
    private static final int MOST = 300;

    private final Controls controls;
    private final PinsViewModel model;

    PreviewPane(PinsViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
    }

    Node of(Preview preview) {
        var lines = new VBox(4);
        lines.getStyleClass().add("padded");
        Messages messages = controls.texts().messages().get();
        Formats formats = controls.texts().formats().get();
        if (preview.pins().isEmpty()) {
            lines.getChildren().add(text(messages.get("pins.current"), "strong"));
        } else {
            lines.getChildren().add(text(messages.get("pins.would"), "subheading"));
        }
        for (Change change : preview.pins()) {
            lines.getChildren().add(text(messages.get("pins.moves", change.before().name(),
                    change.before().commit().abbreviated(), change.after().commit().abbreviated()), "strong"));
        }
        if (!preview.pins().isEmpty()) {
            lines.getChildren().add(text(messages.get("pins.cost", money(formats, messages, preview.costBefore()),
                    money(formats, messages, preview.costAfter()))));
            if (preview.missingBefore() + preview.missingAfter() > 0) {
                lines.getChildren()
                        .add(text(messages.get("pins.unpriced", preview.missingBefore(), preview.missingAfter())));
            }
        }
        for (LicenceChange licence : preview.licences()) {
            lines.getChildren()
                    .add(text(messages.get("pins.licence", name(licence.module(), messages),
                            said(messages, licence.before()),
                            said(messages, licence.after())), "warning"));
        }
        parts(preview, messages, formats, lines);
        preview.problems().forEach(problem -> lines.getChildren().add(text(messages.get(problem), "danger-text")));
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        var pane = new BorderPane(scroll);
        pane.setId("pins-preview");
        pane.setBottom(foot(preview));
        return pane;
    }

    private static void parts(Preview preview, Messages messages, Formats formats, VBox lines) {
        List<Node> parts = new ArrayList<>();
        for (ModuleDiff module : preview.boms()) {
            String name = name(module.module(), messages);
            module.diff().added().forEach(line -> parts.add(line("+", name, line, formats)));
            module.diff().removed().forEach(line -> parts.add(line("−", name, line, formats)));
            for (CellChange cell : module.diff().changed()) {
                parts.add(text(messages.get("pins.cell", name, cell.part(), cell.cell(), cell.before(), cell.after())));
            }
        }
        if (parts.isEmpty() && !preview.pins().isEmpty()) {
            lines.getChildren().add(text(messages.get("pins.same-parts"), "hint"));
        }
        lines.getChildren().addAll(parts.subList(0, Math.min(MOST, parts.size())));
        if (parts.size() > MOST) {
            lines.getChildren().add(text(messages.get("pins.more", parts.size() - MOST), "hint"));
        }
    }

    /// Another repository's root is called by its name alone, this design's by a word.
    private static String name(String module, Messages messages) {
        return module.isEmpty() ? messages.get("pins.root") : module.replaceFirst(":$", "");
    }

    private static Node line(String sign, String module, BomLine line, Formats formats) {
        String quantity = line.quantity() == null ? "?" : formats.quantity(line.quantity());
        return text(sign + "  " + module + ": " + quantity + "  " + line.part());
    }

    private Node foot(Preview preview) {
        Button apply = controls.button("pins.apply", model::apply);
        apply.setId("pins-apply");
        apply.getStyleClass().add("accent");
        apply.setDisable(preview.pins().isEmpty());
        var row = new HBox(8, Controls.spring(), controls.button("pins.leave", model::dismiss),
                controls.explained(apply, controls.texts().of("pins.current")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        return row;
    }

    private static String money(Formats formats, Messages messages, @Nullable Money money) {
        return money == null ? messages.get("pins.unknown") : formats.money(money);
    }

    private static String said(Messages messages, String licence) {
        return licence.isEmpty() ? messages.get("pins.none") : licence;
    }

    private static Label text(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
