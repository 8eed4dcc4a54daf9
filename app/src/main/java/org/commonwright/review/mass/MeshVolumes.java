package org.commonwright.review.mass;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.RepoPath;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The volumes of meshes. A content that was measured once is not read again: both sides of a change mostly have the same.
public final class MeshVolumes {
    private static final Logger LOG = LoggerFactory.getLogger(MeshVolumes.class);
    private static final long LARGEST = 128L << 20;

    private final Map<String, OptionalDouble> measured = new ConcurrentHashMap<>();

    /// Whether a file is a mesh by its name.
    public static boolean isMesh(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".stl") || name.endsWith(".3mf");
    }

    /// In cm³; empty for a mesh that is broken so that its volume means nothing, that cannot be read, is not on this machine, or has
    /// more than 128 MB.
    public OptionalDouble of(FileTree tree, RepoPath mesh, Progress progress) {
        if (!tree.exists(mesh) || tree.away(mesh).isPresent()) {
            return OptionalDouble.empty();
        }
        String key = tree.fingerprint(mesh) + " " + mesh.fileName();
        OptionalDouble known = measured.get(key);
        if (known == null) {
            progress.check();
            known = measure(tree, mesh, progress);
            measured.put(key, known);
        }
        return known;
    }

    private static OptionalDouble measure(FileTree tree, RepoPath mesh, Progress progress) {
        try {
            if (tree.size(mesh) > LARGEST) {
                return OptionalDouble.empty();
            }
            MeshMeasures measures = MeshMeasures
                    .of(MeshReader.read(tree.read(mesh, LARGEST), mesh.text(), progress.silently()));
            return measures.reliable() ? OptionalDouble.of(Math.abs(measures.volume()) / 1000) : OptionalDouble.empty();
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            LOG.info("{} has no volume", mesh, fault);
            return OptionalDouble.empty();
        }
    }
}
