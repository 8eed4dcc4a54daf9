package org.commonwright.design.kicad;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.error.Fault;

/// Reads schematics and boards of KiCad 5 (boards) and 6 to 9 item by item. (KiCad developer documentation, "Board file format"
/// and "Schematic file format".)
public final class KicadDrawings {
    /// The most bytes that are read of one.
    public static final long LARGEST = 64L << 20;

    /// What is counted, item by item, besides components.
    private static final Set<String> OTHERS = Set.of("segment", "arc", "via", "zone", "gr_line", "gr_arc", "gr_rect",
            "gr_circle", "gr_poly", "gr_curve", "gr_text", "dimension", "wire", "bus", "bus_entry", "junction",
            "no_connect", "label", "global_label", "hierarchical_label", "sheet", "text", "polyline", "rectangle",
            "circle", "image", "net_class", "setup", "layers", "general");
    private static final Set<String> LABELS = Set.of("label", "global_label", "hierarchical_label");
    /// What KiCad writes anew without anybody having changed anything.
    private static final Set<String> VOLATILE = Set.of("uuid", "tstamp", "tedit", "filled_polygon", "fill_segments",
            "instances", "path", "sheetname", "sheetfile", "locked", "fields_autoplaced");

    private final Map<String, String> netNames = new HashMap<>();
    private final Set<String> nets = new TreeSet<>();
    private final List<KicadItem> items = new ArrayList<>();
    private final SequencedMap<String, List<Long>> others = new LinkedHashMap<>();
    private final double[] edge = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};

    private KicadDrawings() {}

    /// @throws Fault `design.kicad-broken`
    public static KicadDrawing read(String file, byte[] bytes) {
        return new KicadDrawings().read(Sexpr.parse(file, new String(bytes, StandardCharsets.UTF_8)), file);
    }

    private KicadDrawing read(Sexpr root, String file) {
        boolean board = root.name().equals("kicad_pcb");
        if (!board && !root.name().equals("kicad_sch")) {
            throw new Fault("design.kicad-broken", file);
        }
        root.children("net").forEach(net -> net.value(1).ifPresent(name -> {
            netNames.put(net.values().getFirst(), name);
            if (!name.isEmpty()) {
                nets.add(name);
            }
        }));
        for (Sexpr child : root.children()) {
            switch (child.name()) {
                case "footprint", "module" -> items.add(footprint(child));
                case "symbol" -> symbol(child);
                default -> other(child);
            }
        }
        boolean drawn = edge[2] > edge[0];
        return new KicadDrawing(board, root.first("version"), items, nets, others, drawn ? edge[2] - edge[0] : 0,
                drawn ? edge[3] - edge[1] : 0);
    }

    private void other(Sexpr node) {
        if (OTHERS.contains(node.name())) {
            others.computeIfAbsent(node.name(), _ -> new ArrayList<>()).add(hash(node, false));
        }
        if (LABELS.contains(node.name())) {
            node.value(0).filter(name -> !name.isBlank()).ifPresent(nets::add);
        }
        if (node.name().startsWith("gr_") && node.first("layer").equals("Edge.Cuts")) {
            edge(node);
        }
    }

    private void edge(Sexpr node) {
        if (node.name().equals("gr_circle")) {
            double[] middle = point(node, "center");
            double[] rim = point(node, "end");
            double radius = Math.hypot(rim[0] - middle[0], rim[1] - middle[1]);
            edge(middle[0] - radius, middle[1] - radius);
            edge(middle[0] + radius, middle[1] + radius);
            return;
        }
        for (String at : List.of("start", "mid", "end")) {
            if (node.child(at).isPresent()) {
                double[] p = point(node, at);
                edge(p[0], p[1]);
            }
        }
        node.children("pts").flatMap(pts -> pts.children("xy"))
                .forEach(xy -> edge(number(xy, 0), number(xy, 1)));
    }

    private void edge(double x, double y) {
        edge[0] = Math.min(edge[0], x);
        edge[1] = Math.min(edge[1], y);
        edge[2] = Math.max(edge[2], x);
        edge[3] = Math.max(edge[3], y);
    }

    private KicadItem footprint(Sexpr node) {
        SequencedMap<String, String> pads = new LinkedHashMap<>();
        node.children("pad").forEach(pad -> pad.child("net").ifPresent(net -> {
            String name = net.values().isEmpty() ? "" : net.values().getLast();
            String number = pad.value(0).orElse("");
            if (!number.isEmpty()) {
                pads.merge(number, name, (a, b) -> a.equals(b) ? a : a + ", " + b);
            }
            if (!name.isEmpty()) {
                nets.add(name);
            }
        }));
        return item(node, node.value(0).orElse(""), "", node.first("layer"), pads);
    }

    private void symbol(Sexpr node) {
        if (text(node, "Reference").startsWith("#")) {
            others.computeIfAbsent("power", _ -> new ArrayList<>()).add(hash(node, false));
        } else {
            items.add(item(node, node.first("lib_id"), text(node, "Footprint"), "", new LinkedHashMap<>()));
        }
    }

    private KicadItem item(Sexpr node, String kind, String footprint, String side, SequencedMap<String, String> pads) {
        double[] at = point(node, "at");
        String id = node.first("uuid").isEmpty() ? node.first("tstamp") : node.first("uuid");
        String unit = node.first("unit");
        return new KicadItem(id, text(node, "Reference"), unit.matches("[0-9]{1,4}") ? Integer.parseInt(unit) : 1,
                text(node, "Value"), kind, footprint, side, at[0], at[1],
                node.child("at").map(a -> number(a, 2)).orElse(0.0), fields(node), pads, hash(node, true));
    }

    private static SequencedMap<String, String> fields(Sexpr node) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        node.children("property").forEach(property -> {
            String name = property.value(0).orElse("");
            if (!Set.of("Reference", "Value", "Footprint").contains(name) && !name.startsWith("ki_")) {
                fields.putIfAbsent(name, property.value(1).orElse(""));
            }
        });
        for (String mark : List.of("dnp", "in_bom", "on_board", "exclude_from_sim")) {
            node.child(mark).ifPresent(said -> fields.put(mark, said.value(0).orElse("yes")));
        }
        return fields;
    }

    /// A property, or what boards before KiCad 8 write in its place.
    private static String text(Sexpr node, String name) {
        String property = node.property(name);
        return property.isEmpty()
                ? node.children("fp_text").filter(t -> t.value(0).filter(name::equalsIgnoreCase).isPresent())
                        .flatMap(t -> t.value(1).stream()).findFirst().orElse("")
                : property;
    }

    private static double[] point(Sexpr node, String child) {
        return node.child(child).map(at -> new double[]{number(at, 0), number(at, 1)}).orElse(new double[2]);
    }

    private static double number(Sexpr node, int index) {
        String text = node.value(index).orElse("0");
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{0,12})?") ? Double.parseDouble(text) : 0;
    }

    /// A number for what a node says, wherever it says nothing that KiCad writes anew by itself. Nesting is bounded by the reader.
    ///
    /// @param shape without what an item tells of itself
    private long hash(Sexpr node, boolean shape) {
        long hash = node.name().hashCode();
        boolean net = node.name().equals("net");
        for (String value : shape ? List.<String>of() : node.values()) {
            hash = mix(hash, (net ? netNames.getOrDefault(value, value) : value).hashCode());
        }
        for (Sexpr child : node.children()) {
            boolean told = shape && Set.of("at", "layer", "property", "unit", "lib_id", "dnp", "in_bom", "on_board",
                    "exclude_from_sim", "fp_text", "model").contains(child.name());
            if (!told && !VOLATILE.contains(child.name()) && !(shape && child.name().equals("pin"))) {
                hash = mix(hash, shape && child.name().equals("pad") ? pad(child) : hash(child, false));
            }
        }
        return hash;
    }

    private long pad(Sexpr pad) {
        long hash = pad.values().hashCode();
        for (Sexpr child : pad.children()) {
            if (!VOLATILE.contains(child.name())
                    && !Set.of("net", "pinfunction", "pintype").contains(child.name())) {
                hash = mix(hash, hash(child, false));
            }
        }
        return hash;
    }

    private static long mix(long hash, long more) {
        long mixed = (hash ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 31;
    }
}
