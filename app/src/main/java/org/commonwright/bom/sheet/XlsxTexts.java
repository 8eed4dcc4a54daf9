package org.commonwright.bom.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The texts that cells of an xlsx share (ECMA-376, part 1, section 18.4). How a text is pronounced is left out.
final class XlsxTexts {
    private final List<String> texts = new ArrayList<>();

    private XlsxTexts() {}

    /// @param in null for a workbook without shared texts
    static XlsxTexts read(@Nullable InputStream in, Budget budget) throws XMLStreamException, IOException {
        var texts = new XlsxTexts();
        if (in == null) {
            return texts;
        }
        try (in) {
            SafeXml xml = SafeXml.of(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.xml().getLocalName().equals("si")) {
                    String text = text(xml);
                    budget.spend(text.length());
                    texts.texts.add(text);
                }
            }
        }
        return texts;
    }

    /// The text in `<si>` or `<is>`, whose start was just read; reads to its end.
    static String text(SafeXml xml) throws XMLStreamException {
        var text = new StringBuilder();
        int outside = xml.depth() - 1;
        boolean in = false;
        while (xml.depth() > outside) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = xml.xml().getLocalName();
                    if (element.equals("rPh")) {
                        xml.skip();
                    }
                    in = element.equals("t");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (in) {
                        text.append(xml.xml().getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> in = false;
                default -> {
                    // comments say nothing
                }
            }
        }
        return text.toString();
    }

    /// @return empty when there is no such text
    String get(String index) {
        try {
            int i = Integer.parseInt(index.strip());
            return i >= 0 && i < texts.size() ? texts.get(i) : "";
        } catch (NumberFormatException _) {
            return "";
        }
    }
}
