package org.commonwright.publish.page;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.model.ContentId;

/// Makes a PDF reproducible. Its writer draws two things by lot: the file's identifier and the six letters before a partly
/// embedded font's name (ISO 32000-1, 14.4 and 9.6.4); both are put in order here, byte for byte of the same length.
final class PdfIdentity {
    private static final Pattern FILE = Pattern.compile("/ID\\s*\\[<[0-9a-fA-F]{32}><[0-9a-fA-F]{32}>]");
    private static final Pattern FONT = Pattern.compile("/[A-Z]{6}\\+(?=Liberation)");

    private PdfIdentity() {}

    static byte[] of(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        String fonts = FONT.matcher(text).replaceAll("/CWFONT+");
        Matcher id = FILE.matcher(fonts);
        String without = id.replaceAll(m -> same(m.group(), "0".repeat(32)));
        String hash = ContentId.of(without.getBytes(StandardCharsets.ISO_8859_1)).hex().substring(0, 32);
        return id.reset().replaceAll(m -> same(m.group(), hash)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String same(String id, String hex) {
        return id.replaceAll("<[0-9a-fA-F]{32}>", "<" + HexFormat.of().formatHex(HexFormat.of().parseHex(hex)) + ">");
    }
}
