package org.commonwright.mesh;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonwright.error.Fault;
import org.commonwright.mesh.ThreeMfModel.Body;
import org.commonwright.mesh.ThreeMfModel.Use;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Reads one XML model of a 3MF as a stream. Document types and entities are refused: no 3MF needs them, and they are how a
/// small file becomes a large one or reads others.
final class ThreeMfParser {
    private static final double[] STILL = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};

    private final byte[] xml;
    private final String name;
    private final Progress progress;
    private final Map<String, Body> objects = new HashMap<>();
    private final List<Use> items = new ArrayList<>();
    private double unit = 1;
    private @Nullable String id;
    private double[] points = new double[0];
    private int pointsUsed;
    private int[] corners = new int[0];
    private int cornersUsed;
    private List<Use> children = new ArrayList<>();

    ThreeMfParser(byte[] xml, String name, Progress progress) {
        this.xml = xml;
        this.name = name;
        this.progress = progress;
    }

    ThreeMfModel read() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            int count = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader);
                    case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Fault("mesh.3mf-entities", name);
                    default -> {
                    }
                }
                if ((++count & 0xffff) == 0) {
                    progress.check();
                    progress.update((double) reader.getLocation().getCharacterOffset() / xml.length);
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new Fault(e, "mesh.3mf-xml", name, e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        }
        return new ThreeMfModel(unit, objects, items);
    }

    private void start(XMLStreamReader r) {
        switch (r.getLocalName()) {
            case "model" -> unit = unit(r.getAttributeValue(null, "unit"));
            case "object" -> {
                id = r.getAttributeValue(null, "id");
                points = new double[48];
                pointsUsed = 0;
                corners = new int[48];
                cornersUsed = 0;
                children = new ArrayList<>();
            }
            case "vertex" -> {
                for (String axis : List.of("x", "y", "z")) {
                    point(number(r, axis));
                }
            }
            case "triangle" -> {
                for (String corner : List.of("v1", "v2", "v3")) {
                    corner(r, corner);
                }
            }
            case "component" -> children.add(use(r));
            case "item" -> items.add(use(r));
            default -> {
            }
        }
    }

    private void end(String element) {
        if (element.equals("object") && id != null) {
            int n = pointsUsed / 3;
            for (int i = 0; i < cornersUsed; i++) {
                if (corners[i] < 0 || corners[i] >= n) {
                    throw new Fault("mesh.3mf-no-point", name, i / 3 + 1, id);
                }
            }
            objects.put(id, new Body(Arrays.copyOf(points, pointsUsed), Arrays.copyOf(corners, cornersUsed), children));
            id = null;
        }
    }

    private void point(double value) {
        points = pointsUsed == points.length ? Arrays.copyOf(points, pointsUsed + (pointsUsed >> 1) + 48) : points;
        points[pointsUsed++] = value;
    }

    private void corner(XMLStreamReader r, String attribute) {
        corners = cornersUsed == corners.length
                ? Arrays.copyOf(corners, cornersUsed + (cornersUsed >> 1) + 48)
                : corners;
        double value = number(r, attribute);
        corners[cornersUsed++] = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE ? (int) value : -1;
    }

    private double number(XMLStreamReader r, String attribute) {
        String text = r.getAttributeValue(null, attribute);
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, as what is missing is.
        }
        throw new Fault("mesh.no-number-line", name, r.getLocation().getLineNumber(), String.valueOf(text));
    }

    private Use use(XMLStreamReader r) {
        String part = null;
        for (int i = 0; i < r.getAttributeCount(); i++) {
            part = r.getAttributeLocalName(i).equals("path") ? ThreeMf.path(r.getAttributeValue(i)) : part;
        }
        return new Use(part, String.valueOf(r.getAttributeValue(null, "objectid")),
                matrix(r, r.getAttributeValue(null, "transform")));
    }

    private double[] matrix(XMLStreamReader r, @Nullable String text) {
        if (text == null) {
            return STILL;
        }
        String[] words = text.strip().split("\\s+");
        double[] m = new double[12];
        try {
            for (int i = 0; i < m.length; i++) {
                m[i] = Double.parseDouble(words[Math.min(i, words.length - 1)]);
            }
        } catch (NumberFormatException _) {
            m[0] = Double.NaN;
        }
        if (words.length != 12 || Arrays.stream(m).anyMatch(v -> !Double.isFinite(v))) {
            throw new Fault("mesh.no-number-line", name, r.getLocation().getLineNumber(), text);
        }
        return m;
    }

    private static double unit(@Nullable String text) {
        return switch (text) {
            case "micron" -> 0.001;
            case "centimeter" -> 10;
            case "inch" -> 25.4;
            case "foot" -> 304.8;
            case "meter" -> 1000;
            case null, default -> 1;
        };
    }
}
