package org.commonwright.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class ThreeMfTest {
    private static final String ROOT = "3D/3dmodel.model";
    /// A tetrahedron with legs of 1: a sixth of a cube.
    private static final String TETRAHEDRON = """
            <mesh><vertices><vertex x="0" y="0" z="0"/><vertex x="1" y="0" z="0"/><vertex x="0" y="1" z="0"/>
            <vertex x="0" y="0" z="1"/></vertices><triangles><triangle v1="0" v2="2" v3="1"/><triangle v1="0" v2="1" v3="3"/>
            <triangle v1="0" v2="3" v3="2"/><triangle v1="1" v2="2" v3="3"/></triangles></mesh>""";

    private static String model(String unit, String objects, String items) {
        return "<?xml version=\"1.0\"?><model unit=\"" + unit
                + "\" xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\""
                + " xmlns:p=\"http://schemas.microsoft.com/3dmanufacturing/production/2015/06\"><resources>" + objects
                + "</resources><build>" + items + "</build></model>";
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Mesh read(byte[] bytes) {
        return MeshReader.read(bytes, "part.3mf", Progress.NONE);
    }

    private static String refused(String model) throws IOException {
        byte[] bytes = zip(Map.of(ROOT, model));
        return assertThrows(Fault.class, () -> read(bytes)).code();
    }

    @Test
    void itemsAreBuiltWhereTheyAreWithTheirUnits() throws IOException {
        Mesh mesh = read(zip(Map.of("[Content_Types].xml", "<Types/>", ROOT,
                model("inch", "<object id=\"1\">" + TETRAHEDRON + "</object>", "<item objectid=\"1\"/>"
                        + "<item objectid=\"1\" transform=\"-2 0 0 0 2 0 0 0 2 10 0 1\"/>"))));
        MeshMeasures m = MeshMeasures.of(mesh);
        assertEquals(8, m.triangles());
        double inch3 = 25.4 * 25.4 * 25.4;
        assertEquals((1 + 8) / 6.0 * inch3, m.volume(), 1e-6);
        assertTrue(m.closed());
        assertEquals(254, mesh.bounds().maxX(), 1e-9);
        assertEquals(76.2, mesh.bounds().maxZ(), 1e-9);
    }

    @Test
    void componentsNestAndMayLieInOtherParts() throws IOException {
        Mesh mesh = read(zip(Map.of("3D/Objects/a.model",
                model("millimeter", "<object id=\"7\">" + TETRAHEDRON + "</object>", ""), ROOT,
                model("millimeter", "<object id=\"2\"><components>"
                        + "<component p:path=\"/3D/Objects/a.model\" objectid=\"7\" transform=\"1 0 0 0 1 0 0 0 1 5 0 0\"/>"
                        + "</components></object>", "<item objectid=\"2\" transform=\"0 1 0 -1 0 0 0 0 1 0 0 0\"/>"))));
        assertEquals(4, mesh.triangles());
        assertEquals(6, mesh.bounds().maxY(), 1e-12);
        assertEquals(-1, mesh.bounds().minX(), 1e-12);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        String object = "<object id=\"1\">" + TETRAHEDRON + "</object>";
        assertEquals("mesh.3mf-no-object", refused(model("millimeter", object, "<item objectid=\"2\"/>")));
        assertEquals("mesh.3mf-no-point",
                refused(model("millimeter", object.replace("v3=\"1\"", "v3=\"4\""), "<item objectid=\"1\"/>")));
        assertEquals("mesh.no-number-line",
                refused(model("millimeter", object.replace("x=\"1\"", "x=\"NaN\""), "<item objectid=\"1\"/>")));
        assertEquals("mesh.empty", refused(model("millimeter", object, "")));
        assertEquals("mesh.3mf-xml", refused(model("millimeter", object, "").substring(0, 300)));
        assertEquals("mesh.3mf-too-many",
                refused(model("millimeter",
                        "<object id=\"1\"><components><component objectid=\"1\"/></components></object>",
                        "<item objectid=\"1\"/>")));
        byte[] none = zip(Map.of("a.txt", "x"));
        assertEquals("mesh.3mf-no-model", assertThrows(Fault.class, () -> read(none)).code());
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE model [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                + "<model><build>&b;</build></model>";
        assertEquals("mesh.3mf-entities", refused(evil));
    }

    /// Objects that each hold the one before twice: forty of them state a million million triangles.
    @Test
    void aBombOfComponentsIsRefused() throws IOException {
        var objects = new StringBuilder("<object id=\"0\">" + TETRAHEDRON + "</object>");
        for (int i = 1; i <= 12; i++) {
            objects.append("<object id=\"").append(i).append("\"><components>")
                    .append(("<component objectid=\"" + (i - 1) + "\"/>").repeat(8)).append("</components></object>");
        }
        assertEquals("mesh.3mf-too-many",
                refused(model("millimeter", objects.toString(), "<item objectid=\"12\"/>")));
    }

    @Test
    void aLadderOfObjectsIsRefusedFromEitherEnd() throws IOException {
        var objects = new StringBuilder("<object id=\"0\">" + TETRAHEDRON + "</object>");
        var items = new StringBuilder("<item objectid=\"0\"/>");
        for (int i = 1; i <= 20_000; i++) {
            objects.append("<object id=\"").append(i).append("\"><components><component objectid=\"").append(i - 1)
                    .append("\"/></components></object>");
            items.append("<item objectid=\"").append(i).append("\"/>");
        }
        assertEquals("mesh.3mf-too-many", refused(model("millimeter", objects.toString(), items.toString())));
        assertEquals("mesh.3mf-too-many",
                refused(model("millimeter", objects.toString(), "<item objectid=\"20000\"/>")));
    }

    @Test
    void damagedArchivesAreReadOrRefused() throws IOException {
        byte[] whole = zip(Map.of(ROOT,
                model("millimeter", "<object id=\"1\">" + TETRAHEDRON + "</object>", "<item objectid=\"1\"/>")));
        long seed = 77;
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = random.nextBoolean()
                    ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4))
                    : whole.clone();
            for (int k = random.nextInt(3); k > 0; k--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes);
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("mesh."), fault.code());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i, e);
            }
        }
    }
}
