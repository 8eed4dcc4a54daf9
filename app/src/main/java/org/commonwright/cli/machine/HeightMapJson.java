package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.machine.heightmap.HeightMap;
import org.commonwright.machine.heightmap.HeightMapFile;
import org.commonwright.machine.heightmap.ProbeGrid;

/// A height map as commands print it.
final class HeightMapJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HeightMapJson() {}

    static ObjectNode node(HeightMap map) {
        ProbeGrid grid = map.grid();
        ObjectNode node = JSON.createObjectNode().put("columns", grid.columns()).put("rows", grid.rows())
                .put("probed", map.known()).put("complete", map.isComplete())
                .put("sha256", HeightMapFile.id(map).hex());
        node.putObject("x_mm").put("first", grid.minX()).put("step", grid.stepX());
        node.putObject("y_mm").put("first", grid.minY()).put("step", grid.stepY());
        if (map.known() > 0) {
            node.put("lowest_mm", map.lowest()).put("highest_mm", map.highest());
        }
        ArrayNode rows = node.putArray("heights_mm");
        for (int row = 0; row < grid.rows(); row++) {
            ArrayNode one = rows.addArray();
            for (int column = 0; column < grid.columns(); column++) {
                double z = map.at(row * grid.columns() + column);
                if (Double.isNaN(z)) {
                    one.addNull();
                } else {
                    one.add(Math.round(z * 1e4) / 1e4);
                }
            }
        }
        return node;
    }
}
