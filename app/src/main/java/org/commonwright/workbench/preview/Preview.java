package org.commonwright.workbench.preview;

import java.util.List;
import javafx.scene.image.Image;
import org.commonmark.node.Node;
import org.commonwright.files.LfsPointer;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.MeshModel;
import org.commonwright.workbench.toolpath.PathProgram;

/// A file, read and ready to be shown.
public sealed interface Preview {
    /// Text, line by line.
    record Lines(List<String> lines) implements Preview {}

    record Document(Node document) implements Preview {}

    record Picture(Image image) implements Preview {}

    /// A mesh, and the same made ready to be drawn.
    record Solid(Mesh mesh, MeshModel model, MeshMeasures measures) implements Preview {}

    /// A program for a machine, made ready to be drawn.
    record Program(PathProgram program) implements Preview {}

    /// Bytes that are no text and that nothing here can show.
    record Opaque(long size) implements Preview {}

    /// Git LFS keeps the file elsewhere, and it has not been fetched: a normal state.
    record Elsewhere(RepoPath file, LfsPointer pointer) implements Preview {}
}
