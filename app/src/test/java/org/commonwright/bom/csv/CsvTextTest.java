package org.commonwright.bom.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void keepsEveryByteOfWhateverItIsGiven() {
        for (int seed = 0; seed < 3000; seed++) {
            byte[] bytes = noise(new Random(seed));
            try {
                assertArrayEquals(bytes, CsvText.parse("noise.csv", bytes).bytes(), "seed " + seed);
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("bom."), "seed " + seed + " " + fault);
            }
        }
    }

    @Test
    void agreesWithCommonsCsvOnTablesThatFollowTheRfc() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            List<List<String>> table = new ArrayList<>();
            var text = new StringBuilder();
            for (int r = 0; r < 8; r++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < 4; c++) {
                    row.add(cell(random));
                }
                table.add(row);
                text.append(CsvRow.of(row, ',', "\r\n").text()).append("\r\n");
            }
            List<List<String>> theirs = CSVFormat.RFC4180.parse(new java.io.StringReader(text.toString())).stream()
                    .map(CSVRecord::toList).toList();
            List<List<String>> ours = CsvTokenizer.rows(text.toString(), ',', Integer.MAX_VALUE).stream()
                    .map(row -> List.copyOf(row.values())).toList();
            assertEquals(theirs, ours, "seed " + seed + "\n" + text);
            assertEquals(table, ours, "seed " + seed + "\n" + text);
        }
    }

    @Test
    void aStrayQuoteSwallowsNoRow() {
        CsvText text = parse("Part,Quantity\n\"5\" screw,2\nnut \"M3\",\"4\"\n\"never closed,1\nlast,1\n");
        assertEquals(5, text.rows().size());
        assertEquals(List.of("\"5\" screw", "2"), text.rows().get(1).values());
        assertEquals(List.of("nut \"M3\"", "4"), text.rows().get(2).values());
        assertEquals(List.of("\"never closed", "1"), text.rows().get(3).values());
        assertTrue(text.rows().get(3).hasOpenQuote(0));
    }

    @Test
    void changesOneCellAndKeepsTheOthersAsTheyAreWritten() {
        CsvRow row = parse("a,  \"b\"\"c\" ,d , \"e\"\r\n").rows().getFirst();
        assertEquals("a,\"x\",d , \"e\"", row.with(1, "x").text());
        assertEquals("a,  \"b\"\"c\" ,\"1,5\", \"e\"", row.with(2, "1,5").text());
        assertEquals("a,  \"b\"\"c\" ,d , \"e\",,new", row.with(5, "new").text());
        assertEquals("\r\n", row.with(1, "x").ending());
        assertEquals("  \"b\"\"c\" ,d , \"e\"", row.without(0).text());
        assertEquals("a,  \"b\"\"c\" ,d ", row.without(3).text());
    }

    @Test
    void findsTheEncoding() {
        String text = "Pièce;Quantité\nécrou;2\n";
        assertEncoding(TextEncoding.UTF_8, text.getBytes(StandardCharsets.UTF_8), text);
        assertEncoding(TextEncoding.UTF_8, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text);
        assertEncoding(TextEncoding.UTF_16LE, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), text);
        assertEncoding(TextEncoding.UTF_16LE, text.getBytes(StandardCharsets.UTF_16LE), text);
        assertEncoding(TextEncoding.UTF_16BE, text.getBytes(StandardCharsets.UTF_16BE), text);
        assertEncoding(TextEncoding.WINDOWS_1252, text.getBytes(StandardCharsets.ISO_8859_1), text);
    }

    @Test
    void findsTheDelimiter() {
        assertEquals(';', parse("a;b;c\n1,5;2;3\n1,5;2;3\n").delimiter());
        assertEquals('\t', parse("a\tb\n1, 2, 3\t4\n5\t6\n").delimiter());
        assertEquals('|', parse("a|b\n1|2\n").delimiter());
        assertEquals(';', parse("sep=;\na,b;c,d\n").delimiter());
        assertEquals(',', parse("one column\nonly\n").delimiter());
    }

    @Test
    void saysWhatCannotBeRead() {
        assertEquals("bom.spreadsheet", refusal(new byte[]{'P', 'K', 3, 4, 0, 0}));
        assertEquals("bom.not-text", refusal(new byte[]{1, 0, 2, 3, 0}));
        assertEquals("bom.not-text", refusal(new byte[]{(byte) 0xFF, (byte) 0xFE, 0}));
        assertEquals("bom.too-many-cells", refusal(",".repeat(20_000).getBytes(StandardCharsets.UTF_8)));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(Fault.class, () -> CsvText.parse("x.csv", bytes)).code();
    }

    private static void assertEncoding(TextEncoding encoding, byte[] bytes, String text) {
        CsvText parsed = CsvText.parse("x.csv", bytes);
        assertEquals(encoding, parsed.encoding());
        assertEquals(text.lines().findFirst().orElseThrow(), parsed.rows().getFirst().text());
        assertArrayEquals(bytes, parsed.bytes());
    }

    private static CsvText parse(String text) {
        return CsvText.parse("x.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(Random random) {
        String alphabet = "ab ,\"\n\r\té#";
        var cell = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return cell.toString();
    }

    private static byte[] noise(Random random) {
        byte[] alphabet = {'a', '1', ',', ';', '\t', '|', '"', '"', '\n', '\r', ' ', (byte) 0xC3, (byte) 0xA9,
                (byte) 0x81, (byte) 0xFF, (byte) 0xFE, 0};
        int kinds = random.nextBoolean() ? 11 : alphabet.length;
        byte[] bytes = new byte[random.nextInt(60)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = alphabet[random.nextInt(kinds)];
        }
        return bytes;
    }
}
