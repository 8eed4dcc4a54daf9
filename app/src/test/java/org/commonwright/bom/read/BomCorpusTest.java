package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.model.Quantity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files, when they are there.
class BomCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/bom");
    /// Rows counted by eye: lines, rows set aside, pieces in all.
    @ParameterizedTest
    @CsvSource({"1click-example.csv,11,0,14", "1click-example.tsv,11,0,14", "1click-example2.tsv,5,0,7",
            "1click-example3.csv,31,0,83", "1click-example4.tsv,28,0,53", "losh-sBoM.csv,13,0,54",
            "ulx3s_bom.csv,52,15,196", "ulx3s-1-click-bom.tsv,63,0,226", "kicad-kibom-test.xml,14,0,14",
            "1click-example.xlsx,11,0,14", "1click-example.xls,11,0,14",
            "1click-example.ods,11,0,14", "1click-example_empty_cells.xlsx,27,1,48"})
    void readsTheSameRowsAsACarefulPerson(String file, int lines, int skipped, int pieces) throws IOException {
        Bom bom = BomReader.read(file, Files.readAllBytes(there(file)));
        assertEquals(lines, bom.lines().size());
        assertEquals(skipped, bom.skipped().size());
        assertEquals(Quantity.pieces(pieces),
                bom.lines().stream().map(BomLine::quantity).reduce(Quantity.pieces(0), Quantity::plus));
    }

    /// A few cells of each, looked up by eye in the file.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "1click-example.csv|6|SML-D12Y8WT86|LED1 LED2|Rohm|buy|Digikey=511-1582-1-ND",
            "1click-example.tsv|11|RC0805FR-071KL|R5 R6|Yageo|buy|Farnell=9237496",
            "1click-example.xlsx|7|IRF7309PBF|Q1|International Rectifier|buy|RS=5429377",
            "1click-example.xls|7|IRF7309PBF|Q1|International Rectifier|buy|RS=5429377",
            "1click-example.ods|7|IRF7309PBF|Q1|International Rectifier|buy|RS=5429377",
            "1click-example2.tsv|5|D D SOD-123|D3 D2 D1||standard|",
            "1click-example3.csv|3|LMK212ABJ106KGHT|C5 C6 C10 C11|Taiyo Yuden|buy|Stock=boxA-30",
            "1click-example3.csv|26|68016-208HLF|U6|AMPHENOL ICC|buy|",
            "1click-example4.tsv|8|17-215UYC/S530-A3/TR8|D4 D5|Everlight|buy|LCSC=C72036",
            "1click-example_empty_cells.xlsx|24|CG0603MLC-05E|RV1 VR2|Bourns|buy|",
            "1click-example_empty_cells.xlsx|2|87520-0010BLF|USB Type A|FCI|buy|",
            "losh-sBoM.csv|10|Clamp Ring|||make|POS=10", "losh-sBoM.csv|13|Module B|||module|POS=16",
            "ulx3s_bom.csv|3|PTS645SL50SMTR92 LFS|B0 B1 B2 B3 B4 B5 B6||buy|Koncar=FSW001",
            "ulx3s_bom.csv|24|2N7002P,215|Q2||buy|Component=23",
            "ulx3s-1-click-bom.tsv|5|3000TR|BAT1|Keystone|buy|Koncar=FBAT001",
            "ulx3s-1-click-bom.tsv|25|H1, H2, H3, H4|H1 H2 H3 H4||standard|",
            "kicad-kibom-test.xml|62|4K7 R_0805_2012Metric|R6||standard|Value=4K7"})
    void cellsAreThoseOfTheFile(String file, int row, String number, String references, String maker, String kind,
            String attribute) throws IOException {
        Bom bom = BomReader.read(file, Files.readAllBytes(there(file)));
        BomLine line = bom.lines().stream().filter(l -> l.row() == row).findFirst().orElseThrow();
        assertEquals(number, line.mpn().isEmpty() ? line.part() : line.mpn());
        assertEquals(references == null ? "" : references, String.join(" ", line.references()));
        assertEquals(maker == null ? "" : maker, line.manufacturer());
        assertEquals(kind, line.kind().word());
        if (attribute != null) {
            String[] cell = attribute.split("=");
            assertEquals(cell[1], line.attributes().get(cell[0]));
        }
    }

    /// BAT1 has three makers' numbers of three makers, in columns called `MPN`, `MPN2`, `MPN3`, `MFG1`, `MFG2`, `MFG4`.
    @Test
    void alternatesStandInColumnsThatRepeat() throws IOException {
        Bom bom = BomReader.read("b", Files.readAllBytes(there("ulx3s-1-click-bom.tsv")));
        BomLine cell = bom.lines().get(3);
        assertEquals(List.of("BK-885", "S8201-46R"), cell.alternates().stream().map(a -> a.mpn()).toList());
    }

    private static Path there(String file) {
        Path path = CORPUS.resolve(file);
        if (!Files.exists(path)) {
            Assumptions.abort("The real file " + file + " is not beside this checkout.");
        }
        return path;
    }
}
