package org.commonwright.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshReaderTest {
    private static final List<double[]> BOX = Shapes.box(2, 3, 4);

    private static Mesh read(byte[] bytes) {
        return MeshReader.read(bytes, "part.stl", Progress.NONE);
    }

    private static Fault refused(byte[] bytes) {
        return assertThrows(Fault.class, () -> read(bytes));
    }

    @Test
    void aBoxHasItsMeasuresInEitherFormat() {
        for (byte[] bytes : List.of(Shapes.text(BOX), Shapes.binary(BOX, "x"), Shapes.binary(BOX, "solid x"))) {
            Mesh mesh = read(bytes);
            MeshMeasures measures = MeshMeasures.of(mesh);
            assertEquals(12, measures.triangles());
            assertEquals(8, measures.points());
            assertEquals(24, measures.volume(), 1e-9);
            assertEquals(52, measures.area(), 1e-9);
            assertEquals(1.5, measures.centroidY(), 1e-9);
            assertTrue(measures.closed());
            assertEquals(4, mesh.bounds().maxZ());
        }
        assertEquals(MeshFormat.STL_BINARY, read(Shapes.binary(BOX, "solid lies")).format());
    }

    @Test
    void aHoleAndAFlippedTriangleAreSeen() {
        assertEquals(3, MeshMeasures.of(Shapes.mesh(BOX.subList(0, 11))).openEdges());
        double[] t = BOX.get(0);
        var flipped = new java.util.ArrayList<>(BOX);
        flipped.set(0, new double[]{t[3], t[4], t[5], t[0], t[1], t[2], t[6], t[7], t[8]});
        assertFalse(MeshMeasures.of(Shapes.mesh(flipped)).closed());
    }

    @Test
    void textIsReadInAnyShape() {
        String text = "\n SOLID a part with a name\nfacet normal nan nan nan outer loop vertex +1 0 0 vertex 0 1e0 -0 "
                + "vertex 0 0 .1E+1 endloop endfacet endsolid\nsolid second\nendsolid second";
        Mesh mesh = read(text.getBytes(StandardCharsets.US_ASCII));
        assertEquals(1, mesh.triangles());
        assertEquals(1, mesh.z(mesh.corner(0, 2)));
    }

    @Test
    void aFileCutInHalfIsRefusedWithWhatIsMissing() {
        byte[] binary = Shapes.binary(BOX, "x");
        Fault fault = refused(Arrays.copyOf(binary, binary.length / 2));
        assertEquals("mesh.cut-binary", fault.code());
        assertEquals(List.of("part.stl", 12L, 5L), fault.arguments());
        byte[] text = Shapes.text(BOX);
        assertEquals("mesh.cut-text", refused(Arrays.copyOf(text, text.length / 2)).code());
        byte[] lastLine = new String(text, StandardCharsets.US_ASCII).replace("endsolid part\n", "")
                .getBytes(StandardCharsets.US_ASCII);
        assertEquals("mesh.cut-text", refused(lastLine).code());
    }

    @Test
    void aTextWithAnOddNameInItsFirstLineIsATextAllTheSame() {
        String text = new String(Shapes.text(BOX), StandardCharsets.US_ASCII).replaceFirst("solid part",
                "solid p\u0007\u0001t");
        assertEquals(12, read(text.getBytes(StandardCharsets.US_ASCII)).triangles());
    }

    @Test
    void anAbsurdNumberOfTrianglesIsNotBelieved() {
        byte[] binary = Shapes.binary(BOX, "x");
        ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN).putInt(80, -1);
        assertEquals(List.of("part.stl", 4294967295L, 12L), refused(binary).arguments());
    }

    @Test
    void whatIsNotANumberIsRefused() {
        var bad = new java.util.ArrayList<>(BOX);
        bad.set(3, new double[]{Double.NaN, 0, 0, 1, 0, 0, 0, 1, 0});
        assertEquals(List.of("part.stl", 4), refused(Shapes.binary(bad, "x")).arguments());
        assertEquals("mesh.no-number-line", refused(Shapes.text(bad)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "solid nothing\nendsolid nothing\n",
            "solid x\nfacet normal 0 0 0\nouter hoop"})
    void whatIsNoMeshIsSaid(String text) {
        Fault fault = refused(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(fault.code().startsWith("mesh."), fault.code());
    }

    @Test
    void aLongTextIsNotTakenForACutBinary() {
        assertEquals("mesh.not-a-mesh", refused("G1 X1 Y2\n".repeat(100).getBytes(StandardCharsets.UTF_8)).code());
    }

    /// Whatever is done to a file, it is read or refused; nothing else may happen.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void damagedFilesAreReadOrRefused(long seed) {
        var random = new Random(seed);
        byte[] whole = seed % 2 == 0 ? Shapes.text(Shapes.blob(6, 10)) : Shapes.binary(Shapes.blob(6, 10), "solid");
        for (int i = 0; i < 300; i++) {
            byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int k = random.nextInt(4); k > 0 && bytes.length > 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertTrue(read(bytes).triangles() > 0);
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("mesh."), "seed " + seed + ": " + fault.code());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i, e);
            }
        }
    }
}
