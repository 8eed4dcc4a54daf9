package org.commonwright.bom.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.commonwright.error.Fault;

/// OpenDocument spreadsheets (ISO/IEC 26300, part 1, section 9), packed or in one file.
final class OdsReader {
    private final String file;
    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Set<String> hiddenStyles = new HashSet<>();

    private OdsReader(String file) {
        this.file = file;
        this.budget = new Budget(file);
    }

    static Workbook read(String file, BoundedZip zip) {
        if (zip.text("META-INF/manifest.xml").filter(t -> t.contains("encryption-data")).isPresent()) {
            throw new Fault("bom.workbook-encrypted", file);
        }
        try (InputStream in = zip.open("content.xml")) {
            return new OdsReader(file).read(in, "ods");
        } catch (XMLStreamException | IOException e) {
            throw new Fault(e, "bom.workbook-broken", file);
        }
    }

    static Workbook readFlat(String file, byte[] bytes) {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return new OdsReader(file).read(in, "fods");
        } catch (XMLStreamException | IOException e) {
            throw new Fault(e, "bom.workbook-broken", file);
        }
    }

    private Workbook read(InputStream in, String container) throws XMLStreamException {
        SafeXml xml = SafeXml.of(in);
        String style = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.xml().getLocalName()) {
                case "style" -> style = xml.attribute("name");
                case "table-properties" -> {
                    if (xml.attribute("display").equals("false")) {
                        hiddenStyles.add(style);
                    }
                }
                case "tracked-changes" -> xml.skip();
                case "table" -> table(xml);
                default -> {
                    // other styles, fonts, settings
                }
            }
        }
        return new Workbook(container, "UTF-8", sheets);
    }

    private void table(SafeXml xml) throws XMLStreamException {
        String name = xml.attribute("name");
        var sheet = new SheetBuilder(file, name.isEmpty() ? "#" + (sheets.size() + 1) : name,
                hiddenStyles.contains(xml.attribute("style-name")), budget);
        var cells = new OdsCells(sheet);
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.xml().getLocalName()) {
                case "table-row" -> cells.row(xml);
                case "shapes", "forms", "table-source", "named-expressions", "table" -> xml.skip();
                default -> {
                    // columns, groups of rows
                }
            }
        }
        sheets.add(sheet.build());
    }
}
