package org.commonwright.workbench.design;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.commonwright.design.DesignModule;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.MachineNeeds;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.i18n.Formats;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.model.Bounds;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.preview.Preview;
import org.commonwright.workbench.text.Controls;

/// What is known about the selected module or file, for the pane on the right.
final class FileInspector {
    private static final double MM3_IN_CM3 = 1_000;
    private static final double MM_IN_M = 1_000;

    private final Controls controls;

    FileInspector(Controls controls) {
        this.controls = controls;
    }

    Node of(DesignModule module) {
        int submodules = module.modules().size();
        var facts = new Facts(controls).add("workbench-design.version", module.version())
                .add("workbench-design.licence", module.licence())
                .add("workbench-design.from", module.source().own() ? "" : module.source().name())
                .add("workbench-design.commit",
                        module.source().commit() == null ? "" : module.source().commit().abbreviated())
                .add("workbench-design.folder", module.path().text())
                .add("workbench-design.modules", submodules == 0 ? "" : String.valueOf(submodules))
                .add("workbench-design.files", String.valueOf(module.files().size()));
        return page(module.name(), facts);
    }

    Node of(Shown.OfFile shown, Preview preview) {
        var facts = new Facts(controls)
                .add("workbench-design.module", shown.module().name())
                .add("workbench-design.kind", controls.texts()
                        .of("workbench-design.role-" + shown.file().role().name().toLowerCase(Locale.ROOT)))
                .add("workbench-design.folder", shown.file().path().parent().text());
        switch (preview) {
            case Preview.Lines(var lines) -> facts.add("workbench-design.lines", number(lines.size()));
            case Preview.Picture(var image) -> facts.add("workbench-design.size",
                    (int) image.getWidth() + " × " + (int) image.getHeight());
            case Preview.Solid(_, var model, var measures) -> solid(facts, model.bounds(), measures);
            case Preview.Program(var program) -> program(facts, program.file(), program.time());
            case Preview.Opaque(var size) -> facts.add("workbench-design.size", bytes(size));
            case Preview.Elsewhere(_, var pointer) -> facts.add("workbench-design.size", bytes(pointer.size()))
                    .add("workbench-design.lfs-oid", pointer.oid().abbreviated());
            case Preview.Document _ -> {
            }
        }
        return page(shown.file().path().fileName(), facts);
    }

    private void solid(Facts facts, Bounds box, MeshMeasures measures) {
        facts.add("workbench-design.size", box(box));
        facts.add("workbench-design.triangles", number(measures.triangles()));
        facts.add("workbench-design.area", formatted(f -> f.number(measures.area() / 100, 1) + "\u00a0cm²"));
        if (measures.closed()) {
            facts.add("workbench-design.volume",
                    formatted(f -> f.number(measures.volume() / MM3_IN_CM3, 2) + "\u00a0cm³"));
        } else {
            facts.add("workbench-design.open-edges", number(measures.openEdges()));
        }
    }

    private void program(Facts facts, GcodeFile file, TimeEstimate time) {
        MachineNeeds needs = file.needs();
        facts.add("workbench-design.dialect", file.dialect().id());
        facts.add("workbench-design.lines", number(file.lines()));
        facts.add("workbench-design.duration",
                formatted(f -> f.duration(Duration.ofMillis(Math.round(time.seconds() * 1000)))));
        facts.add("workbench-design.way",
                formatted(f -> f.number(file.toolpath().totalLength() / MM_IN_M, 2) + "\u00a0m"));
        facts.add("workbench-design.size", box(file.toolpath().workBounds()));
        if (needs.hotend() > 0) {
            facts.add("workbench-design.hotend", formatted(f -> f.number(needs.hotend(), 0) + "\u00a0°C"));
        }
        if (needs.bed() > 0) {
            facts.add("workbench-design.bed", formatted(f -> f.number(needs.bed(), 0) + "\u00a0°C"));
        }
        if (needs.spindle() > 0) {
            facts.add("workbench-design.spindle", formatted(f -> f.number(needs.spindle(), 0)));
        }
    }

    private ObservableValue<String> box(Bounds box) {
        return formatted(f -> f.number(box.sizeX(), 1) + " × " + f.number(box.sizeY(), 1) + " × "
                + f.number(box.sizeZ(), 1) + "\u00a0mm");
    }

    private ObservableValue<String> number(long number) {
        return formatted(f -> f.number(number, 0));
    }

    private ObservableValue<String> bytes(long size) {
        return formatted(f -> f.bytes(size));
    }

    private ObservableValue<String> formatted(Function<Formats, String> text) {
        return controls.texts().formats().map(text);
    }

    private static Node page(String name, Facts facts) {
        var title = new Label(name);
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        var page = new VBox(16, title, facts.node());
        page.getStyleClass().add("padded");
        return page;
    }
}
