package org.commonwright.machine.heightmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.model.ContentId;

/// A height map in a file: JSON with a row of heights per line, so that a person and `git diff` can read it. Format 1, see
/// `docs/formats/height-map.md`.
public final class HeightMapFile {
    /// The usual end of such a file's name.
    public static final String ENDING = ".heightmap.json";
    private static final String FORMAT = "commonwright-height-map";
    private static final int VERSION = 1;
    private static final long LIMIT = 4L << 20;
    private static final double DEEPEST = 1000;
    private static final int LONGEST_TEXT = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private HeightMapFile() {}

    /// @throws Fault `files.not-written`
    public static void write(Path file, HeightMap map) {
        AtomicFiles.replace(file, bytes(map));
    }

    /// What identifies a map: the hash of its file.
    public static ContentId id(HeightMap map) {
        return ContentId.of(bytes(map));
    }

    static byte[] bytes(HeightMap map) {
        ProbeGrid grid = map.grid();
        var text = new StringBuilder("{\n");
        text.append("  \"format\": \"").append(FORMAT).append("\",\n  \"version\": ").append(VERSION).append(",\n");
        text.append("  \"unit\": \"mm\",\n");
        word(text, "machine", map.origin().machine());
        word(text, "program", map.origin().program());
        word(text, "probed", map.origin().probed());
        side(text, "x", grid.minX(), grid.stepX(), grid.columns());
        side(text, "y", grid.minY(), grid.stepY(), grid.rows());
        text.append("  \"heights\": [");
        for (int row = 0; row < grid.rows(); row++) {
            text.append(row == 0 ? "\n    [" : ",\n    [");
            for (int column = 0; column < grid.columns(); column++) {
                double z = map.at(row * grid.columns() + column);
                text.append(column == 0 ? "" : ", ");
                text.append(Double.isNaN(z) ? "null" : String.format(Locale.ROOT, "%.4f", z));
            }
            text.append(']');
        }
        return text.append("\n  ]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void word(StringBuilder text, String name, String value) {
        text.append("  \"").append(name).append("\": ").append(JSON.getNodeFactory().textNode(value)).append(",\n");
    }

    private static void side(StringBuilder text, String name, double first, double step, int points) {
        text.append("  \"").append(name).append("\": {\"first\": ").append(first).append(", \"step\": ").append(step)
                .append(", \"points\": ").append(points).append("},\n");
    }

    /// @throws Fault `heightmap.bad-file` with what is wrong in it, `heightmap.newer`, and what reading a file throws
    public static HeightMap read(Path file) {
        String shown = String.valueOf(file.getFileName());
        byte[] bytes = PlainFiles.read(file, LIMIT);
        try {
            return of(JSON.readTree(bytes), shown);
        } catch (JsonProcessingException e) {
            throw new Fault(e, "heightmap.bad-file", shown, "JSON");
        } catch (IOException e) {
            throw new Fault(e, "heightmap.bad-file", shown, "UTF-8");
        }
    }

    private static HeightMap of(JsonNode root, String shown) {
        check(root.path("format").asText().equals(FORMAT), shown, "format");
        check(root.path("version").isInt() && root.path("version").asInt() > 0, shown, "version");
        if (root.path("version").asInt() > VERSION) {
            throw new Fault("heightmap.newer", shown, root.path("version").asInt());
        }
        check(root.path("unit").asText().equals("mm"), shown, "unit");
        JsonNode x = root.path("x");
        JsonNode y = root.path("y");
        check(isSide(x), shown, "x");
        check(isSide(y), shown, "y");
        var grid = new ProbeGrid(x.path("first").asDouble(), y.path("first").asDouble(), x.path("step").asDouble(),
                y.path("step").asDouble(), x.path("points").asInt(), y.path("points").asInt());
        check(grid.size() <= ProbeGrid.MOST_POINTS, shown, "points");
        return new HeightMap(grid, new HeightMap.Origin(text(root, "machine"), text(root, "program"),
                text(root, "probed")), heights(root.path("heights"), grid, shown));
    }

    private static boolean isSide(JsonNode side) {
        return isNumber(side.path("first"), ProbeGrid.FARTHEST) && isNumber(side.path("step"), ProbeGrid.FARTHEST)
                && side.path("step").asDouble() > 0 && side.path("points").isInt()
                && side.path("points").asInt() >= 2 && side.path("points").asInt() <= ProbeGrid.LONGEST_SIDE;
    }

    private static boolean isNumber(JsonNode node, double most) {
        return node.isNumber() && Math.abs(node.asDouble()) <= most;
    }

    private static double[] heights(JsonNode rows, ProbeGrid grid, String shown) {
        double[] heights = new double[grid.size()];
        check(rows.isArray() && rows.size() == grid.rows(), shown, "heights");
        for (int row = 0; row < grid.rows(); row++) {
            JsonNode one = rows.path(row);
            check(one.isArray() && one.size() == grid.columns(), shown, "heights[" + row + "]");
            for (int column = 0; column < grid.columns(); column++) {
                JsonNode z = one.path(column);
                check(z.isNull() || isNumber(z, DEEPEST), shown, "heights[" + row + "][" + column + "]");
                heights[row * grid.columns() + column] = z.isNull() ? Double.NaN : z.asDouble();
            }
        }
        return heights;
    }

    private static String text(JsonNode root, String name) {
        String text = root.path(name).asText("");
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static void check(boolean right, String shown, String what) {
        if (!right) {
            throw new Fault("heightmap.bad-file", shown, what);
        }
    }
}
