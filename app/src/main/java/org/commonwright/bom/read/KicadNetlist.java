package org.commonwright.bom.read;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.commonwright.bom.Bom;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.bom.sheet.SafeXml;
import org.commonwright.error.Fault;

/// KiCad's XML netlist (`<export><components><comp ref="R1">…`), the input of KiCad's own bill-of-materials scripts. Each
/// component is one line; its row is the line of its element. No document type, no entities, no outside files are read.
final class KicadNetlist {
    /// Properties that are there or not, and say no more.
    private static final Map<String, String> MARKS = Map.of("dnp", "DNP", "exclude_from_bom", "Excluded from BOM");

    private final String file;
    private final Components components;
    private final Map<String, Placed> placed = new HashMap<>();

    /// Where a reference was met first, and with which value.
    private record Placed(String value, int row) {}

    private KicadNetlist(String file) {
        this.file = file;
        this.components = new Components(file);
    }

    /// @throws Fault `bom.xml-unknown` for other XML, `bom.xml-broken` for what is not well-formed or has a document type
    static Bom read(String file, TextEncoding.Decoded decoded) {
        var netlist = new KicadNetlist(file);
        try {
            netlist.parse(decoded.text());
        } catch (XMLStreamException e) {
            throw SafeXml.broken("bom.xml-broken", file, e);
        }
        return netlist.components.bom("kicad-xml", "xml", decoded.encoding().label());
    }

    private void parse(String text) throws XMLStreamException {
        SafeXml xml = SafeXml.of(new StringReader(text.strip()));
        boolean inComponents = false;
        boolean found = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inComponents |= xml.depth() == 2 && xml.xml().getLocalName().equals("components");
                if (inComponents && xml.depth() == 3 && xml.xml().getLocalName().equals("comp")) {
                    component(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                found |= inComponents;
                inComponents &= xml.depth() >= 2;
            }
        }
        if (!found) {
            throw new Fault("bom.xml-unknown", file);
        }
    }

    /// Reads to the end of one `<comp>`.
    private void component(SafeXml xml) throws XMLStreamException {
        int row = xml.xml().getLocation().getLineNumber();
        String reference = xml.attribute("ref");
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        String field = "";
        var value = new StringBuilder();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    keep(cells, field, value);
                    field = start(xml, cells);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> value.append(xml.xml().getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    keep(cells, field, value);
                    field = "";
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        keep(row, reference, cells);
    }

    /// A component is one, whatever units it is drawn as: a reference that comes again is told.
    private void keep(int row, String reference, SequencedMap<String, String> cells) {
        String value = cells.getOrDefault("Value", "");
        if (reference.endsWith("?")) {
            components.unnumbered("", row, reference, value);
            return;
        }
        Placed first = reference.isEmpty() ? null : placed.putIfAbsent(reference, new Placed(value, row));
        if (first == null) {
            components.add("", row, reference, cells);
        } else {
            components.again("", row, reference, value, first.value(), String.valueOf(first.row()));
        }
    }

    private static void keep(Map<String, String> cells, String field, StringBuilder value) {
        String text = value.toString().strip();
        value.setLength(0);
        if (!field.isEmpty() && !text.isEmpty() && !text.equals("~")) {
            cells.put(field, text);
        }
    }

    /// @return the field whose text follows; empty when the element has none
    private static String start(SafeXml xml, Map<String, String> cells) {
        return switch (xml.xml().getLocalName()) {
            case "value" -> "Value";
            case "footprint" -> "Footprint";
            case "datasheet" -> "Datasheet";
            case "description" -> "Description";
            case "field" -> xml.attribute("name");
            case "libsource" -> {
                put(cells, "Symbol", xml.attribute("part"));
                put(cells, "Description", xml.attribute("description"));
                yield "";
            }
            case "property" -> {
                String name = xml.attribute("name");
                String value = xml.attribute("value");
                put(cells, name, !value.isEmpty() ? value : MARKS.getOrDefault(name, ""));
                yield "";
            }
            default -> "";
        };
    }

    private static void put(Map<String, String> cells, String name, String value) {
        if (!name.isEmpty() && !value.isBlank()) {
            cells.putIfAbsent(name, value);
        }
    }
}
