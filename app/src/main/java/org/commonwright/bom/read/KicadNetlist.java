package org.commonwright.bom.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// KiCad's XML netlist (`<export><components><comp ref="R1">…`), the input of KiCad's own bill-of-materials scripts. Each
/// component is one line; its row is the line of its element. No document type, no entities, no outside files are read.
final class KicadNetlist {
    private static final int DEEPEST = 64;
    private static final int LONGEST = 32_767;
    private static final List<String> HEADERS = List.of("Reference", "Value", "Footprint", "Description", "Datasheet");

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<BomLine> lines = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();

    private KicadNetlist(String file) {
        this.file = file;
    }

    /// @throws Fault `bom.xml-unknown` for other XML, `bom.xml-broken` for what is not well-formed or has a document type
    static Bom read(String file, TextEncoding.Decoded decoded) {
        var netlist = new KicadNetlist(file);
        try {
            netlist.parse(decoded.text());
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Fault(e, "bom.xml-broken", file, line);
        }
        return new Bom(file, "kicad-xml", decoded.encoding().label(), List.of(), List.of(), netlist.lines,
                netlist.skipped, netlist.problems);
    }

    private void parse(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text.strip()));
        int depth = 0;
        boolean inComponents = false;
        boolean found = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("document type", xml.getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > DEEPEST) {
                    throw new XMLStreamException("too deep", xml.getLocation());
                }
                inComponents |= depth == 2 && xml.getLocalName().equals("components");
                if (inComponents && depth == 3 && xml.getLocalName().equals("comp")) {
                    component(xml);
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                found |= inComponents;
                depth--;
                inComponents &= depth >= 2;
            }
        }
        if (!found) {
            throw new Fault("bom.xml-unknown", file);
        }
    }

    /// Reads to the end of one `<comp>`.
    private void component(XMLStreamReader xml) throws XMLStreamException {
        int row = xml.getLocation().getLineNumber();
        String reference = attribute(xml, "ref");
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        String field = "";
        for (int depth = 1; depth > 0;) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new XMLStreamException("too deep", xml.getLocation());
                    }
                    field = start(xml, cells);
                }
                case XMLStreamConstants.CHARACTERS -> {
                    String value = xml.getText().strip();
                    if (!field.isEmpty() && !value.isEmpty() && !value.equals("~")) {
                        cells.put(field, value);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    field = "";
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        line(row, reference, cells);
    }

    /// @return the field whose text follows; empty when the element has none
    private static String start(XMLStreamReader xml, Map<String, String> cells) {
        return switch (xml.getLocalName()) {
            case "value" -> "Value";
            case "footprint" -> "Footprint";
            case "datasheet" -> "Datasheet";
            case "description" -> "Description";
            case "field" -> attribute(xml, "name");
            case "libsource" -> {
                put(cells, "Symbol", attribute(xml, "part"));
                put(cells, "Description", attribute(xml, "description"));
                yield "";
            }
            case "property" -> {
                String name = attribute(xml, "name");
                String value = attribute(xml, "value");
                put(cells, name, value.isEmpty() && name.equals("dnp") ? "DNP" : value);
                yield "";
            }
            default -> "";
        };
    }

    private void line(int row, String reference, SequencedMap<String, String> cells) {
        if (reference.isEmpty()) {
            skipped.add(new SkippedRow(row, Messages.Key.of("bom.skipped-nothing"), String.valueOf(cells)));
            return;
        }
        List<String> headers = new ArrayList<>(HEADERS);
        cells.keySet().stream().filter(k -> !headers.contains(k)).forEach(headers::add);
        cells.put("Reference", reference);
        int longest = cells.values().stream().mapToInt(String::length).max().orElse(0);
        if (longest > LONGEST) {
            throw new Fault("bom.cell-too-long", longest, LONGEST);
        }
        List<String> values = headers.stream().map(h -> cells.getOrDefault(h, "")).toList();
        CsvRow asRow = CsvRow.of(values, ',', "");
        new LineReader(file, HeaderMap.of(headers, List.of()), NumberStyle.POINT, new ReferenceBudget(), problems::add)
                .read(asRow, row)
                .ifPresentOrElse(lines::add,
                        () -> problems.add(Problem.error(Place.line(file, row), "bom.skipped-nothing")));
    }

    private static void put(Map<String, String> cells, String name, String value) {
        if (!name.isEmpty() && !value.isBlank()) {
            cells.putIfAbsent(name, value);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
