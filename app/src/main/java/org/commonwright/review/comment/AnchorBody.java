package org.commonwright.review.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.governance.Bodies;
import org.commonwright.model.RepoPath;

/// What a comment is about, as its record writes it. What a stranger wrote is checked: paths stay inside the repository, texts are
/// bounded, numbers are numbers.
final class AnchorBody {
    static final int MOST_LINES = 100;
    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_ROWS = 100_000_000;

    private AnchorBody() {}

    static ObjectNode write(Anchor anchor) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("path", anchor.path().text());
        if (!anchor.blob().isEmpty()) {
            node.put("blob", anchor.blob());
        }
        switch (anchor) {
            case Anchor.Module _ -> node.put("kind", "module");
            case Anchor.File _ -> node.put("kind", "file");
            case Anchor.Line(_, _, int line, var quote, var before, var after) -> {
                node.put("kind", "line").put("line", line);
                lines(node.putArray("quote"), quote);
                lines(node.putArray("before"), before);
                lines(node.putArray("after"), after);
            }
            case Anchor.Cell c -> node.put("kind", "cell").put("part", c.part()).put("manufacturer", c.manufacturer())
                    .put("mpn", c.mpn()).put("column", c.column()).put("meaning", c.meaning()).put("value", c.value())
                    .put("row", c.row());
            case Anchor.Point(_, _, double x, double y, double z) ->
                node.put("kind", "point").put("x", number(x)).put("y", number(y)).put("z", number(z));
            case Anchor.Picture(_, _, double across, double down) ->
                node.put("kind", "picture").put("across", number(across)).put("down", number(down));
        }
        return node;
    }

    private static void lines(ArrayNode list, List<String> lines) {
        lines.forEach(list::add);
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    /// @throws org.commonwright.error.Fault `governance.record-field` naming the field
    static Anchor read(JsonNode node) {
        String text = Bodies.line(node, "path");
        if (!RepoPath.isSafe(text)) {
            throw Bodies.bad("path");
        }
        var path = new RepoPath(text);
        String kind = Bodies.line(node, "kind");
        if (kind.equals("module")) {
            return new Anchor.Module(path);
        }
        String blob = Bodies.line(node, "blob");
        if (!blob.matches("[0-9a-f]{40}") || path.isRoot()) {
            throw Bodies.bad("blob");
        }
        return switch (kind) {
            case "file" -> new Anchor.File(path, blob);
            case "line" -> new Anchor.Line(path, blob, row(node, "line"), quote(node, "quote", 1), quote(node,
                    "before", 0), quote(node, "after", 0));
            case "cell" -> new Anchor.Cell(path, blob, cell(node, "part"), cell(node, "manufacturer"), cell(node,
                    "mpn"), cell(node, "column"), cell(node, "meaning"), cell(node, "value"), row(node, "row"));
            case "point" -> new Anchor.Point(path, blob, decimal(node, "x", -1e9, 1e9), decimal(node, "y", -1e9, 1e9),
                    decimal(node, "z", -1e9, 1e9));
            case "picture" -> new Anchor.Picture(path, blob, decimal(node, "across", 0, 1), decimal(node, "down", 0,
                    1));
            default -> throw Bodies.bad("kind");
        };
    }

    private static List<String> quote(JsonNode node, String field, int least) {
        JsonNode list = node.path(field);
        if (!list.isArray() || list.size() < least || list.size() > MOST_LINES) {
            throw Bodies.bad(field);
        }
        var lines = new ArrayList<String>();
        for (JsonNode line : list) {
            if (!line.isTextual() || line.asText().length() > QuotedLine.LONGEST || line.asText().indexOf('\n') >= 0) {
                throw Bodies.bad(field);
            }
            lines.add(line.asText());
        }
        return lines;
    }

    private static String cell(JsonNode node, String field) {
        String text = Bodies.text(node, field);
        if (text.length() > LONGEST_CELL) {
            throw Bodies.bad(field);
        }
        return text;
    }

    private static int row(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > MOST_ROWS) {
            throw Bodies.bad(field);
        }
        return value.asInt();
    }

    private static double decimal(JsonNode node, String field, double least, double most) {
        String text = Bodies.line(node, field);
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,3})?")) {
            throw Bodies.bad(field);
        }
        double value = Double.parseDouble(text);
        if (!(value >= least && value <= most)) {
            throw Bodies.bad(field);
        }
        return value;
    }
}
