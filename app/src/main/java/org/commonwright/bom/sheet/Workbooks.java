package org.commonwright.bom.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.commonwright.error.Fault;

/// Reads workbooks by what they are, not by what they are called.
public final class Workbooks {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Workbooks() {}

    /// Whether these are the bytes of a workbook, or of something that is packed like one.
    public static boolean isWorkbook(byte[] bytes) {
        return startsWith(bytes, ZIP) || startsWith(bytes, OLE);
    }

    /// @param file its name, for places and sentences
    /// @throws Fault `files.too-large`, `bom.workbook-unknown`, `bom.workbook-broken`, `bom.workbook-encrypted`,
    ///         `bom.workbook-too-large`, `bom.too-many-cells` or `bom.cell-too-long`
    public static Workbook read(String file, byte[] bytes) {
        if (bytes.length > Workbook.LIMIT) {
            throw new Fault("files.too-large", file, bytes.length, Workbook.LIMIT);
        }
        if (startsWith(bytes, OLE)) {
            return XlsReader.read(file, bytes);
        }
        try (var zip = new BoundedZip(file, bytes)) {
            if (zip.has("[Content_Types].xml")) {
                return XlsxReader.read(file, zip);
            }
            Optional<String> type = zip.text("mimetype");
            if (type.filter(t -> t.startsWith("application/vnd.oasis.opendocument.spreadsheet")).isPresent()) {
                return OdsReader.read(file, zip);
            }
            throw new Fault("bom.workbook-unknown", file);
        }
    }

    /// Whether a text is a workbook in one file of XML (`.fods`).
    public static boolean isFlat(String text) {
        return text.length() > 40 && text.substring(0, Math.min(text.length(), 2000)).contains("<office:document");
    }

    /// Reads a workbook that is one file of XML.
    ///
    /// @throws Fault as [#read]
    public static Workbook readFlat(String file, String text) {
        return OdsReader.readFlat(file, text.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
