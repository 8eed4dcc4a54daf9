package org.commonwright.bom.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.commonwright.bom.csv.CsvText;

/// The rows and cells of one sheet of an OpenDocument spreadsheet.
final class OdsCells {
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d{1,29}");
    private static final int MOST_REPEATED = 1 << 21;

    private final SheetBuilder sheet;
    private int next = 1;

    OdsCells(SheetBuilder sheet) {
        this.sheet = sheet;
    }

    /// Reads a `table-row`, whose start was just read, to its end.
    void row(SafeXml xml) throws XMLStreamException {
        int times = repeated(xml.attribute("number-rows-repeated"));
        sheet.row(next);
        int column = 0;
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String element = xml.xml().getLocalName();
                if (element.equals("table-cell") || element.equals("covered-table-cell")) {
                    column = cell(xml, column);
                } else {
                    xml.skip();
                }
            }
        }
        sheet.endRow(times);
        next = (int) Math.min((long) next + times, Integer.MAX_VALUE / 2);
    }

    /// @return the column of the next cell
    private int cell(SafeXml xml, int column) throws XMLStreamException {
        int times = repeated(xml.attribute("number-columns-repeated"));
        String type = xml.attribute("value-type");
        String value = switch (type) {
            case "float", "currency", "percentage" -> xml.attribute("value");
            case "date" -> xml.attribute("date-value");
            case "string" -> xml.attribute("string-value");
            default -> "";
        };
        boolean formula = !xml.attribute("formula").isEmpty();
        String shown = shown(xml);
        String text = value.isEmpty() || LEADING_ZERO.matcher(shown).matches() ? shown : number(type, value);
        boolean error = formula && (shown.startsWith("#") || shown.startsWith("Err:"));
        int most = Math.min(times, CsvText.MOST_CELLS + 1);
        for (int i = 0; i < most && (!text.isBlank() || formula); i++) {
            sheet.cell(column + i, error ? "" : text);
            if (error) {
                sheet.error(column + i, shown);
            } else if (formula) {
                sheet.formula(column + i, !type.isEmpty());
            }
        }
        return (int) Math.min((long) column + times, Integer.MAX_VALUE / 2);
    }

    /// The cell's paragraphs, one a line; notes are left out.
    private static String shown(SafeXml xml) throws XMLStreamException {
        var text = new StringBuilder();
        int outside = xml.depth() - 1;
        int paragraph = 0;
        while (xml.depth() > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.xml().getLocalName()) {
                        case "p", "h" -> {
                            text.append(paragraph == 0 && text.isEmpty() ? "" : "\n");
                            paragraph = xml.depth();
                        }
                        case "s" -> text.append(" ".repeat(Math.min(repeated(xml.attribute("c")), 1000)));
                        case "tab" -> text.append('\t');
                        case "line-break" -> text.append('\n');
                        case "annotation", "frame", "table" -> xml.skip();
                        default -> {
                            // spans and links: their text counts
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (paragraph > 0 && xml.depth() >= paragraph) {
                        text.append(xml.xml().getText());
                    }
                }
                default -> {
                    // ends and comments
                }
            }
        }
        return text.toString();
    }

    private static String number(String type, String value) {
        if (type.equals("date") || type.equals("string") || value.length() > 40) {
            return value;
        }
        try {
            BigDecimal number = new BigDecimal(value);
            return Math.abs((long) number.scale()) > 40 ? value : number.toPlainString();
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private static int repeated(String text) {
        try {
            return text.isEmpty() ? 1 : Math.clamp(Long.parseLong(text), 1, MOST_REPEATED);
        } catch (NumberFormatException _) {
            return 1;
        }
    }
}
