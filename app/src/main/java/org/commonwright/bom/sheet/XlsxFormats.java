package org.commonwright.bom.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/// How the cells of an xlsx show their numbers (ECMA-376, part 1, sections 18.8.10 and 18.8.30).
final class XlsxFormats {
    private static final int MOST = 1 << 16;

    private final List<Integer> byStyle = new ArrayList<>();
    private final Map<Integer, String> own = new HashMap<>();

    private XlsxFormats() {}

    /// @param in null for a workbook without styles
    static XlsxFormats read(@Nullable InputStream in) throws XMLStreamException, IOException {
        var formats = new XlsxFormats();
        if (in == null) {
            return formats;
        }
        try (in) {
            SafeXml xml = SafeXml.of(in);
            boolean cells = false;
            while (xml.hasNext()) {
                int event = xml.next();
                boolean start = event == XMLStreamConstants.START_ELEMENT;
                if (start || event == XMLStreamConstants.END_ELEMENT) {
                    cells = formats.element(xml, start, cells);
                }
            }
        }
        return formats;
    }

    private boolean element(SafeXml xml, boolean start, boolean cells) {
        String element = xml.xml().getLocalName();
        if (element.equals("cellXfs")) {
            return start;
        }
        if (start && element.equals("numFmt") && own.size() < MOST) {
            own.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
        }
        if (start && cells && element.equals("xf") && byStyle.size() < MOST) {
            byStyle.add(number(xml.attribute("numFmtId")));
        }
        return cells;
    }

    /// @param style the cell's `s` attribute
    String text(double number, String style, boolean from1904) {
        int at = style.isEmpty() ? -1 : number(style);
        int index = at >= 0 && at < byStyle.size() ? byStyle.get(at) : 0;
        String builtin = BuiltinFormats.getBuiltinFormat(index);
        return NumberText.of(number, index, own.getOrDefault(index, builtin == null ? "" : builtin), from1904);
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
