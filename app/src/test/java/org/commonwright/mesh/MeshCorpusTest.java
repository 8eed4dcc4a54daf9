package org.commonwright.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Real parts, where they lie beside the checkout.
@Execution(ExecutionMode.CONCURRENT)
class MeshCorpusTest {
    private static Path corpus() {
        Path corpus = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/mesh").normalize();
        if (!Files.isDirectory(corpus)) {
            Assumptions.abort("the real meshes are not there: " + corpus);
        }
        return corpus;
    }

    private static Mesh read(String name) {
        return MeshReader.read(corpus().resolve(name), Progress.NONE);
    }

    @Test
    void theClampRingHasItsVolume() {
        MeshMeasures ring = MeshMeasures.of(read("clamp-ring.stl"));
        assertEquals(1336, ring.triangles());
        assertEquals(41017.157, ring.volume(), 0.0005);
        assertTrue(ring.closed());
    }

    @Test
    void everyPairOfRevisionsIsCompared() throws IOException {
        List<String> parts;
        try (Stream<Path> files = Files.list(corpus())) {
            parts = files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".before.stl"))
                    .map(n -> n.replace(".before.stl", "")).sorted().toList();
        }
        assertEquals(5, parts.size());
        for (String part : parts) {
            Mesh before = read(part + ".before.stl");
            Mesh after = read(part + ".after.stl");
            MeshComparison c = MeshComparer.compare(before, after, Progress.NONE);
            assertEquals(Verdict.RESHAPED, c.verdict(), part);
            assertTrue(c.before().closed() && c.after().closed(), part);
            assertEquals(c.deviation(), MeshComparer.compare(after, before, Progress.NONE).deviation(), 0.05, part);
            assertEquals(Verdict.IDENTICAL, MeshComparer.compare(before, before, Progress.NONE).verdict(), part);
        }
    }
}
