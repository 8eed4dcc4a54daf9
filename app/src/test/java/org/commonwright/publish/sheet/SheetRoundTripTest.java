package org.commonwright.publish.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.commonwright.Seed;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.bom.read.BomReader;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What was written is read again: the same lines, as far as a format carries them; and no spreadsheet runs any of it.
@Execution(ExecutionMode.CONCURRENT)
class SheetRoundTripTest {
    private static final List<String> WORDS = List.of("M3x10", "10k 1%", "plate, left", "he said \"no\"", "Ø 8 – été",
            "a;b",
            "two\nlines", "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "tab\there", "'quoted", "  spaced  out",
            "电阻", "#4 screw");

    private final SheetWriter writer = new SheetWriter(new Messages(Locale.ENGLISH));

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static List<BomLine> lines(Random random, boolean board) {
        List<BomLine> lines = new ArrayList<>();
        int n = 1 + random.nextInt(8);
        int reference = 1;
        for (int i = 0; i < n; i++) {
            int count = 1 + random.nextInt(3);
            List<String> references = new ArrayList<>();
            for (int r = 0; board && r < count; r++) {
                references.add("R" + reference++);
            }
            BomLine.Builder line = BomLine.builder(i + 2, "P" + i + " " + word(random).strip().replaceAll("\\s+", " "))
                    .quantity(board ? Quantity.pieces(count) : quantity(random)).references(references)
                    .description(plain(random)).notes(plain(random)).kind(LineKind.STANDARD);
            if (random.nextBoolean()) {
                line.kind(LineKind.BUY).number("Maker " + i, "MPN-" + i);
            } else if (!board && random.nextBoolean()) {
                line.kind(LineKind.MAKE).files(List.of("export/p" + i + ".stl"));
            }
            lines.add(line.build());
        }
        return lines;
    }

    private static String plain(Random random) {
        return random.nextBoolean() ? "" : word(random).strip().replaceAll("\\s+", " ");
    }

    private static Quantity quantity(Random random) {
        return random.nextBoolean()
                ? Quantity.pieces(1 + random.nextInt(50))
                : new Quantity(BigDecimal.valueOf(1 + random.nextInt(5000), 3).stripTrailingZeros(), Unit.METRE);
    }

    private static BomSheet sheet(List<BomLine> lines) {
        return BomSheet.of(new BomSheet.About("Thing", "1", "CC0-1.0", ""),
                new Bom("bom.csv", "commonwright", "csv", "UTF-8", List.of(), lines, List.of(), List.of()));
    }

    /// An apostrophe that was put in front so that a spreadsheet does not run the cell.
    private static String shown(String cell) {
        return cell.startsWith("'") && !SpreadsheetCsv.harmless(cell.substring(1)).equals(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private void again(SheetFormat format, boolean board, Function<BomLine, List<String>> carried) {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<BomLine> lines = lines(random, board);
            byte[] bytes = writer.write(sheet(lines), format);
            Bom read = BomReader.read("out." + format.extension(), bytes);
            String why = "seed " + seed + ", round " + round + ":\n" + new String(bytes, StandardCharsets.UTF_8);
            assertEquals(lines.stream().map(carried).toList(), read.lines().stream()
                    .map(line -> carried.apply(line).stream().map(SheetRoundTripTest::shown).toList()).toList(), why);
        }
    }

    private static String amount(BomLine line) {
        Quantity quantity = line.quantity();
        return quantity == null ? "" : quantity.number().stripTrailingZeros().toPlainString();
    }

    private static String unit(BomLine line) {
        return line.quantity() == null ? "" : line.quantity().unit().symbol();
    }

    @Test
    void ourOwnList() {
        again(SheetFormat.CANONICAL, false, line -> List.of(line.part(), line.kind().word(), amount(line), unit(line),
                line.description(), line.manufacturer(), line.mpn(), String.join(" ", line.files()), line.notes()));
        again(SheetFormat.CANONICAL, true,
                line -> List.of(line.part(), amount(line), String.join(" ", line.references())));
    }

    @Test
    void kicad() {
        again(SheetFormat.KICAD, true, line -> List.of(line.part(), amount(line), String.join(" ", line.references()),
                line.manufacturer(), line.mpn(), line.description()));
    }

    @Test
    void oneClick() {
        again(SheetFormat.ONE_CLICK, true, line -> List.of(amount(line), String.join(" ", line.references()),
                line.manufacturer(), line.mpn()));
    }

    @Test
    void inventree() {
        again(SheetFormat.INVENTREE, false, line -> List.of(line.part(), amount(line), unit(line), line.description(),
                line.manufacturer(), line.mpn(), line.notes()));
    }

    @Test
    void sbom() {
        again(SheetFormat.SBOM, false, line -> List.of(line.part(), amount(line), line.kind().word(), line.file()));
    }

    @Test
    void jlcpcb() {
        again(SheetFormat.JLCPCB, true, line -> List.of(amount(line), String.join(" ", line.references())));
    }

    /// In every table for spreadsheets, whatever stands in the design.
    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"KICAD", "JLCPCB", "ONE_CLICK", "INVENTREE", "SBOM"})
    void nothingIsRun(SheetFormat format) {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<BomLine> lines = lines(random, true).stream()
                    .map(line -> BomLine.builder(line.row(), word(random)).quantity(line.quantity())
                            .references(line.references()).description(word(random)).number(word(random), word(random))
                            .notes(word(random)).attribute("Value", word(random)).build())
                    .toList();
            byte[] bytes = writer.write(sheet(lines), format);
            for (CsvRow row : CsvText.parse("out", bytes, BomReader.DELIMITER).rows()) {
                for (String cell : row.values()) {
                    boolean run = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0
                            && !cell.matches("[-+]?\\d[\\d.,]*");
                    assertFalse(run, () -> "seed " + seed + ": " + cell);
                }
            }
        }
    }

    @Test
    void whatIsNotRunStaysReadable() {
        for (String cell : List.of("-5", "+3.5", "-1,5", "-", "1e-3", "M3", "R1-R3", "'s")) {
            assertEquals(cell, SpreadsheetCsv.harmless(cell), cell);
        }
        for (String cell : List.of("=1", "+A1", "-A1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "-1+cmd|x", "--1",
                "-2 3=x")) {
            assertTrue(SpreadsheetCsv.harmless(cell).startsWith("'"), cell);
        }
    }
}
