package org.commonwright.cli.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonwright.cli.Cli;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.Shapes;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeCommandsTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Locale locale, String... arguments) {
        out.reset();
        err.reset();
        var folders = AppFolders.of(Map.of(), folder.resolve("home"), "Linux");
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(locale), folders)
                .run(List.of(arguments));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    @Test
    void aProgramSaysWhatItDoes() throws IOException {
        String file = write("a.nc",
                "G21 G90\nG0 X10 Y10 Z5\nG1 X30 F600\nG1 Q3 Y20\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, run(Locale.ENGLISH, "gcode", "info", file, "--json"));
        JsonNode node = json();
        assertEquals(4, node.path("lines").intValue());
        assertEquals(3, node.path("moves").intValue());
        assertEquals("[30.0,20.0,5.0]", node.path("bounds_mm").path("max").toString());
        assertEquals(45, node.path("length_mm").doubleValue(), 1e-6);
        assertTrue(node.path("duration_s").doubleValue() > 3);
        assertEquals("grbl", node.path("dialect").textValue());
        assertEquals(4, node.path("problems").path(0).path("line").intValue());
        Path picture = folder.resolve("a.png");
        assertEquals(0, run(Locale.FRENCH, "gcode", "info", file, "--picture", picture.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("3 mouvements"), out.toString());
        assertTrue(Files.size(picture) > 5000);
    }

    @Test
    void aMeshIsMeasuredAndCompared() throws IOException {
        String a = write("a.stl", Shapes.binary(Shapes.box(10, 10, 10), "x"));
        String b = write("b.stl", Shapes.text(Shapes.box(10, 10, 12)));
        assertEquals(0, run(Locale.ENGLISH, "mesh", "info", b, "--json"));
        assertEquals(1200, json().path("volume_mm3").doubleValue(), 1e-6);
        Path picture = folder.resolve("d.png");
        assertEquals(0, run(Locale.ENGLISH, "mesh", "diff", a, b, "--json", "--picture", picture.toString()));
        assertEquals("scaled", json().path("verdict").textValue());
        assertEquals(2, json().path("deviation_mm").doubleValue(), 1e-6);
        assertEquals(12, json().path("before").path("triangles").intValue());
        assertEquals(0, run(Locale.FRENCH, "mesh", "diff", a, a));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("identique"), out.toString());
    }

    @Test
    void badInputIsOneSentence() throws IOException {
        byte[] whole = Shapes.binary(Shapes.box(1, 2, 3), "x");
        String half = write("half.stl", Arrays.copyOf(whole, whole.length / 2));
        assertEquals(2, run(Locale.ENGLISH, "mesh", "info", half, "--json"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"mesh.cut-binary\""), out::toString);
        assertEquals("half.stl is cut short: it states 12 triangles and holds 5. Export it or fetch it again.",
                err.toString(StandardCharsets.UTF_8).strip());
        assertEquals(2, run(Locale.ENGLISH, "gcode", "info", folder.resolve("none.nc").toString(), "--json"));
        assertEquals(1, err.toString(StandardCharsets.UTF_8).strip().lines().count());
    }
}
