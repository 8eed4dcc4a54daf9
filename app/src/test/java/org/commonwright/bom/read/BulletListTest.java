package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts that people write as bullets, with links, multipliers and prices.
class BulletListTest {
    private static Bom read(String file, String text) {
        Bom bom = BomReader.read(file, text.getBytes(StandardCharsets.UTF_8));
        assertEquals(text.lines().count(), bom.rows(), "every row is a line or set aside");
        return bom;
    }

    private static String shown(BomLine line) {
        return (line.quantity() == null ? "?" : line.quantity().toString()) + " " + line.part();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', value = {
            "- 12x M3x10 screw ([link](https://a.example/1)) – $3 ~ 12 pcs M3x10 screw ~ https://a.example/1 ~ $3 ~ ''",
            "* M3 nut x 4 [shop](https://a.example) ~ 4 pcs M3 nut ~ https://a.example ~ '' ~ ''",
            "- [NEMA17 motor](https://a.example/m) (2 pcs) ~ 2 pcs NEMA17 motor ~ https://a.example/m ~ '' ~ ''",
            "1. [rod](https://a.example/r) ~ 1 pcs rod ~ https://a.example/r ~ '' ~ ''",
            "- [ ] 4 × **foot** `M4` ~ 4 pcs foot M4 ~ '' ~ '' ~ ''",
            "- [x] 2 pcs of [belt](https://a.example/b): 3.50 € each, GT2 ~ 2 pcs belt ~ https://a.example/b ~ 3.50 € each ~ GT2",
            "* [12x 10-32 Threaded inserts](https://a.example/i) - Amazon - $3.50 ~ 12 pcs 10-32 Threaded inserts ~ https://a.example/i ~ $3.50 ~ Amazon",
            "* [XL 30 tooth Timing Pulley](https://a.example/p) - Amazon $9.75 ~ 1 pcs XL 30 tooth Timing Pulley ~ https://a.example/p ~ $9.75 ~ Amazon",
            "* 2x 1/4-20 x 1 1/2\" hex cap screws, with nylock nut **and** washers ~ 2 pcs 1/4-20 x 1 1/2\" hex cap screws, with nylock nut and washers ~ '' ~ '' ~ ''",
            "* [16x M4 x 0.7 x 30mm Screws](https://a.example/s) - linked pack is 2x per pack, order 8x for needed quantity. ~ 16 pcs M4 x 0.7 x 30mm Screws ~ https://a.example/s ~ '' ~ linked pack is 2x per pack, order 8x for needed quantity.",
            "- **10 mm bearing** ~ 1 pcs 10 mm bearing ~ '' ~ '' ~ ''",
            "- `M3 x 10` ~ 1 pcs M3 x 10 ~ '' ~ '' ~ ''",
            "- **608 bearing** – 3 pcs ~ 3 pcs 608 bearing ~ '' ~ '' ~ ''",
            "- 0.8 m of [rod](https://a.example) ~ 0.8 m rod ~ https://a.example ~ '' ~ ''",
            "- Motor from [StepperShop](https://a.example), 12 EUR ~ 1 pcs Motor from StepperShop ~ https://a.example ~ 12 EUR ~ ''",
            "- spring https://a.example/x?a=1 ~ 1 pcs spring ~ https://a.example/x?a=1 ~ '' ~ ''",
            "- **clip** - Qty: 6 - in any colour ~ 6 pcs clip ~ '' ~ '' ~ in any colour"})
    void aBulletSaysHowManyOfWhat(String row, String line, String link, String price, String notes) {
        Bom bom = read("BOM.md", row + "\n");
        assertEquals(1, bom.lines().size());
        BomLine read = bom.lines().getFirst();
        assertEquals(line, shown(read));
        assertEquals(plain(link), read.attributes().getOrDefault("Link", ""));
        assertEquals(plain(price),
                read.attributes().getOrDefault("Line price", read.attributes().getOrDefault("Unit price", "")));
        assertEquals(plain(notes), read.notes());
    }

    private static String plain(String text) {
        return text == null || text.equals("''") ? "" : text;
    }

    @Test
    void aWholeListAsPeopleWriteIt() {
        Bom bom = read("docs/BOM.md", """
                Z-Axis - $67.92 before shipping

                * [300mm Linear rail and lead screw kit](https://a.example/k?x=1&y=2) - Amazon - $35.99

                * An assortment of #8 wood screws

                * 12x 10-32 x 3/4" Pan Head Machine Screws

                Spindle Clamps:

                * [8x 3/8"-16 Heat set threaded inserts](https://www.mcmaster.com/93365A310/)
                * Some form of plastic glue or epoxy to help glue the chute
                  and body of the hood together.
                """);
        assertEquals(List.of("1 pcs 300mm Linear rail and lead screw kit", "1 pcs An assortment of #8 wood screws",
                "12 pcs 10-32 x 3/4\" Pan Head Machine Screws", "8 pcs 3/8\"-16 Heat set threaded inserts",
                "1 pcs Some form of plastic glue or epoxy to help glue the chute and body of the hood together."),
                bom.lines().stream().map(BulletListTest::shown).toList());
        assertEquals(List.of("bom.quantity-one"), bom.problems().stream().map(p -> p.code()).toList());
        assertEquals(List.of(3), bom.problems().getFirst().arguments());
        assertEquals("bom.skipped-of-item", bom.skipped().getLast().reason().key());
    }

    @Test
    void bulletsUnderABulletAreAnAssemblyWhenItSaysHowMany() {
        Bom bom = read("BOM.md", """
                - 2x Leg 1/4
                  - 4x [M3x10](https://a.example)
                  - 1x foot
                    - Price: $2
                    - [link](https://a.example/f)
                - Electronics
                  - 1x board
                - lamp arm assembly
                  - 3 x rod
                """);
        assertEquals(List.of("2 pcs Leg 1/4", "4 pcs M3x10", "1 pcs foot", "1 pcs board", "1 pcs lamp arm assembly",
                "3 pcs rod"), bom.lines().stream().map(BulletListTest::shown).toList());
        assertEquals(List.of("", "Leg 1 4", "Leg 1 4", "", "", "lamp arm assembly"),
                bom.lines().stream().map(BomLine::section).toList());
        assertEquals("#Leg 1 4", bom.lines().getFirst().module());
        assertEquals("https://a.example/f", bom.lines().get(2).attributes().get("Link"));
        assertEquals("$2", bom.lines().get(2).attributes().get("Line price"));
    }

    @Test
    void elsewhereOnlyWhatStandsBelowAHeadingThatSaysSoCounts() {
        String text = """
                # Lamp

                - a lamp
                - it shines

                ## Matériel nécessaire

                - 2x [LED](https://a.example)

                ### Notes

                - solder slowly

                ## Licence

                - CC BY
                """;
        assertEquals(List.of("2 pcs LED"),
                read("README.md", text).lines().stream().map(BulletListTest::shown).toList());
        assertEquals("bom.no-header", assertThrows(Fault.class,
                () -> BomReader.read("lamp.csv", text.getBytes(StandardCharsets.UTF_8))).code());
    }

    @Test
    void aTextThatBeginsWithATagIsStillAText() {
        assertEquals(List.of("2 pcs rod"), read("readme.md", "<a name=\"TOP\"></a>\n\n## Parts\n\n- 2x **rod**\n")
                .lines().stream().map(BulletListTest::shown).toList());
    }

    @Test
    void headingsAreAssembliesAsInPlainLists() {
        Bom bom = read("BOM.md",
                "# Lift\n\n## Screws\n\n- 4x [M3](https://a.example)\n\n# Base\n\n## Rods\n\n- 1x **rod**\n");
        assertEquals(List.of("#Lift", "", "#Base", ""), bom.lines().stream().map(BomLine::module).toList());
        assertEquals(List.of("", "Lift", "", "Base"), bom.lines().stream().map(BomLine::section).toList());
    }

    @Test
    void proseEndsInOneSentence() {
        String text = "Please find all necessary parts and materials for the FlyPi in: PCB/1-click-bom.tsv\n";
        assertEquals("bom.prose", assertThrows(Fault.class,
                () -> BomReader.read("BOM.txt", text.getBytes(StandardCharsets.UTF_8))).code());
        assertTrue(Prose.isOne("BOM.md", "# Lamp\n\nThe parts are listed in the workbook beside this text.\n"));
        assertEquals("bom.no-header", assertThrows(Fault.class,
                () -> BomReader.read("BOM.txt", "rod;3;steel\nnut;4;brass\n".getBytes(StandardCharsets.UTF_8))).code());
    }
}
