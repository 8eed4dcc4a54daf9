package org.commonwright.bom.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.commonwright.error.Fault;

/// Office Open XML (ECMA-376, part 1, section 18): POI finds the parts, each of which is read as a stream.
final class XlsxReader {
    private XlsxReader() {}

    /// POI tells broken files by many unchecked exceptions, all of which mean the same here.
    static Workbook read(String file, BoundedZip zip) {
        try (OPCPackage parts = OPCPackage.open(zip)) {
            return new Workbook("xlsx", "UTF-8", sheets(file, new XSSFReader(parts)));
        } catch (Fault fault) {
            throw fault;
        } catch (XMLStreamException | IOException | OpenXML4JException | RuntimeException e) {
            throw e.getCause() instanceof Fault fault ? fault : new Fault(e, "bom.workbook-broken", file);
        }
    }

    private static List<Sheet> sheets(String file, XSSFReader reader)
            throws IOException, OpenXML4JException, XMLStreamException {
        var budget = new Budget(file);
        XlsxTexts texts = XlsxTexts.read(reader.getSharedStringsData(), budget);
        XlsxFormats formats = XlsxFormats.read(reader.getStylesData());
        Setup setup = setup(reader.getWorkbookData());
        List<Sheet> sheets = new ArrayList<>();
        for (Listed sheet : setup.sheets()) {
            try (InputStream in = reader.getSheet(sheet.relation())) {
                var builder = new SheetBuilder(file, sheet.name(), sheet.hidden(), budget);
                new XlsxCells(texts, formats, setup.from1904(), builder).read(in);
                sheets.add(builder.build());
            }
        }
        return sheets;
    }

    /// A sheet as the workbook lists it.
    ///
    /// @param relation the id of the relation that leads to its part
    private record Listed(String name, String relation, boolean hidden) {}

    /// @param from1904 whether days are counted from 1904
    private record Setup(boolean from1904, List<Listed> sheets) {}

    private static Setup setup(InputStream workbook) throws XMLStreamException, IOException {
        boolean from1904 = false;
        List<Listed> sheets = new ArrayList<>();
        try (workbook) {
            SafeXml xml = SafeXml.of(workbook);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String element = xml.xml().getLocalName();
                    if (element.equals("workbookPr")) {
                        from1904 = Set.of("1", "true").contains(xml.attribute("date1904"));
                    } else if (element.equals("sheet")) {
                        sheets.add(new Listed(xml.attribute("name"), xml.attribute("id"),
                                !Set.of("", "visible").contains(xml.attribute("state"))));
                    }
                }
            }
        }
        return new Setup(from1904, sheets);
    }
}
