package org.commonwright.workbench.preview;

import javafx.scene.Node;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.MeshPane;
import org.commonwright.workbench.viewer.Pins;
import org.commonwright.workbench.toolpath.PathMemory;
import org.commonwright.workbench.toolpath.ToolpathView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The view of a preview.
public final class PreviewPane {
    private PreviewPane() {}

    /// @param name the file's name, for screen readers
    /// @param tasks quiet ones, for what is drawn
    /// @param settings where it is remembered how toolpaths are looked at
    /// @param line brought into sight in a text; 0 for none
    /// @param pins marks on a part
    /// @param marks marks on a picture
    public static Node of(Preview preview, String name, int line, Controls controls, Tasks tasks,
            SettingsFile settings, MarkdownLinks links, Pins pins, PictureMarks marks) {
        return switch (preview) {
            case Preview.Lines(var lines) -> {
                var pane = new TextPane(controls, lines);
                pane.goTo(line);
                yield pane.node();
            }
            case Preview.Document(var document) -> MarkdownPane.scrolling(document, links);
            case Preview.Picture(var image) -> PicturePane.of(image, name, marks);
            case Preview.Solid(var mesh, var model, var measures) ->
                MeshPane.of(model, measures, name, controls, tasks, mesh, pins);
            case Preview.Program(var program) ->
                new ToolpathView(program, controls.texts().of("workbench.viewer-of", program.name()),
                        new PathMemory(settings), controls, tasks).node();
            case Preview.Opaque _ -> EmptyState.of(controls, MaterialDesignF.FILE_OUTLINE, "workbench.opaque",
                    "workbench.opaque-hint");
            case Preview.Elsewhere away -> elsewhere(away, controls);
        };
    }

    /// A large file whose content is not on this machine: how large it is, and what can be done.
    ///
    /// @param steps buttons; none where nothing can be done
    public static Node elsewhere(Preview.Elsewhere away, Controls controls, Node... steps) {
        return EmptyState.of(controls, MaterialDesignC.CLOUD_OUTLINE, "workbench.elsewhere",
                Messages.Key.of("workbench.elsewhere-hint", new Messages.Bytes(away.pointer().size()),
                        away.pointer().oid().abbreviated()),
                steps);
    }
}
