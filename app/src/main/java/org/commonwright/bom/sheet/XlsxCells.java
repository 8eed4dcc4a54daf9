package org.commonwright.bom.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// The cells of one sheet of an xlsx (ECMA-376, part 1, section 18.3.1).
final class XlsxCells {
    private final XlsxTexts texts;
    private final XlsxFormats formats;
    private final boolean from1904;
    private final SheetBuilder sheet;

    XlsxCells(XlsxTexts texts, XlsxFormats formats, boolean from1904, SheetBuilder sheet) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
        this.sheet = sheet;
    }

    void read(InputStream in) throws XMLStreamException {
        SafeXml xml = SafeXml.of(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.xml().getLocalName()) {
                    case "row" -> sheet.row(rowNumber(xml.attribute("r")));
                    case "c" -> cell(xml);
                    default -> {
                        // sizes, merged areas, filters
                    }
                }
            }
        }
    }

    private void cell(SafeXml xml) throws XMLStreamException {
        int wanted = column(xml.attribute("r"));
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        var value = new StringBuilder();
        String inline = "";
        boolean formula = false;
        boolean inValue = false;
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = xml.xml().getLocalName();
                    inValue = element.equals("v");
                    formula |= element.equals("f");
                    if (element.equals("is")) {
                        inline = XlsxTexts.text(xml);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inValue) {
                        value.append(xml.xml().getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> inValue = false;
                default -> {
                    // comments say nothing
                }
            }
        }
        put(wanted, type, style, inline.isEmpty() ? value.toString() : inline, formula);
    }

    private void put(int wanted, String type, String style, String value, boolean formula) {
        boolean error = type.equals("e");
        int column = sheet.cell(wanted, error ? "" : text(type, style, value));
        if (error) {
            sheet.error(column, value);
        }
        if (formula) {
            sheet.formula(column, !value.isEmpty() || type.equals("str"));
        }
    }

    private String text(String type, String style, String value) {
        return switch (type) {
            case "s" -> texts.get(value);
            case "str", "inlineStr", "d" -> value;
            case "b" -> value.strip().equals("1") ? "TRUE" : value.isBlank() ? "" : "FALSE";
            default -> number(style, value);
        };
    }

    private String number(String style, String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return "";
        }
        try {
            return formats.text(Double.parseDouble(text), style, from1904);
        } catch (NumberFormatException _) {
            return text;
        }
    }

    private static int rowNumber(String text) {
        try {
            return Math.clamp(Long.parseLong(text), 0, Integer.MAX_VALUE / 2);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// The column, from 0, of a reference such as `C12`; -1 when it says none.
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 6; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }
}
