package org.commonwright.publish.page;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.model.ContentId;

/// Makes a PDF reproducible. Its writer draws two things by lot: the file's identifier and the six letters before a partly
/// embedded font's name (ISO 32000-1, 14.4 and 9.6.4); both are put in order here, byte for byte of the same length. It also
/// writes the table of where things stand (7.5.4) with the digits of the computer's language, of which in Arabic or Persian only
/// half a letter is left and no reader finds anything: they are made digits again.
final class PdfIdentity {
    private static final Pattern FILE = Pattern.compile("/ID\\s*\\[<[0-9a-fA-F]{32}><[0-9a-fA-F]{32}>]");
    private static final Pattern FONT = Pattern.compile("/[A-Z]{6}\\+(?=Liberation)");

    private static final Pattern TABLE = Pattern
            .compile("(?<=\\nxref\\n0 \\d{1,9}\\n)(?:[^\\n]{10} [^\\n]{5} [fn] \\n)+");
    private static final int LINE = 20;

    private PdfIdentity() {}

    static byte[] of(byte[] pdf) {
        String text = TABLE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .replaceAll(table -> Matcher.quoteReplacement(digits(table.group())));
        String fonts = FONT.matcher(text).replaceAll("/CWFONT+");
        Matcher id = FILE.matcher(fonts);
        String without = id.replaceAll(m -> same(m.group(), "0".repeat(32)));
        String hash = ContentId.of(without.getBytes(StandardCharsets.ISO_8859_1)).hex().substring(0, 32);
        return id.reset().replaceAll(m -> same(m.group(), hash)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String digits(String table) {
        int zero = DecimalFormatSymbols.getInstance().getZeroDigit() & 0xff;
        var digits = new StringBuilder(table);
        for (int i = 0; i < table.length(); i++) {
            int value = table.charAt(i) - zero;
            if (i % LINE < LINE - 3 && value >= 0 && value <= 9) {
                digits.setCharAt(i, (char) ('0' + value));
            }
        }
        return digits.toString();
    }

    private static String same(String id, String hex) {
        return id.replaceAll("<[0-9a-fA-F]{32}>", "<" + HexFormat.of().formatHex(HexFormat.of().parseHex(hex)) + ">");
    }
}
