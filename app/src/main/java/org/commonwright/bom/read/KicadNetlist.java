package org.commonwright.bom.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.bom.sheet.SafeXml;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// KiCad's XML netlist (`<export><components><comp ref="R1">…`), the input of KiCad's own bill-of-materials scripts. Each
/// component is one line; its row is the line of its element. No document type, no entities, no outside files are read.
final class KicadNetlist {
    private static final int LONGEST = 32_767;
    /// More components than any schematic has.
    private static final int MOST = 500_000;
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
            throw SafeXml.broken("bom.xml-broken", file, e);
        }
        return new Bom(file, "kicad-xml", "xml", decoded.encoding().label(), List.of(), netlist.lines,
                netlist.skipped, netlist.problems);
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
        if (lines.size() + skipped.size() == MOST) {
            throw new Fault("bom.too-many-rows", MOST);
        }
        line(row, reference, cells);
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
                put(cells, name, value.isEmpty() && name.equals("dnp") ? "DNP" : value);
                yield "";
            }
            default -> "";
        };
    }

    private void line(int row, String reference, SequencedMap<String, String> cells) {
        if (reference.isEmpty()) {
            skipped.add(nothing(row, cells));
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
        new LineReader(file, "", HeaderMap.of(headers, List.of()), NumberStyle.POINT, new ReferenceBudget(),
                problems::add)
                .read(asRow, row)
                .ifPresentOrElse(lines::add,
                        () -> skipped.add(nothing(row, cells)));
    }

    private static SkippedRow nothing(int row, Map<String, String> cells) {
        return new SkippedRow(row, Messages.Key.of("bom.skipped-nothing"), String.valueOf(cells));
    }

    private static void put(Map<String, String> cells, String name, String value) {
        if (!name.isEmpty() && !value.isBlank()) {
            cells.putIfAbsent(name, value);
        }
    }
}
