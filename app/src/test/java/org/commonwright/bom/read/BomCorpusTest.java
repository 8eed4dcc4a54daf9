package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.error.Fault;
import org.commonwright.model.Quantity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files, when they are there; and mutants of them and of small samples, which are always there.
class BomCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/bom");
    private static final List<String> SAMPLES = List.of(
            "References,Qty,Description,MPN\r\n\"R1,R2\",2,\"10k, 1%\",RC0603\r\nC1-C3,3,1u,\r\n",
            "Teil;Menge;Einheit\nStab;0,8;m\n\nSumme;1;\n",
            "Part,Kind,Quantity,Unit,Module\n# c\nlift,module,2,,modules/lift\nrod,buy,0.8,m,\n",
            "<export><components><comp ref=\"R1\"><value>1k</value></comp></components></export>");

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

    @Test
    void noMutantLosesARowWithoutAWord() throws IOException {
        List<byte[]> seeds = new ArrayList<>(SAMPLES.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList());
        if (Files.isDirectory(CORPUS)) {
            for (String file : List.of("losh-sBoM.csv", "1click-example2.tsv", "1click-example.csv")) {
                seeds.add(Files.readAllBytes(CORPUS.resolve(file)));
            }
        }
        for (int seed = 0; seed < 6000; seed++) {
            byte[] mutant = mutate(seeds.get(seed % seeds.size()), new Random(seed));
            try {
                Bom bom = BomReader.read("m", mutant);
                if (!bom.format().equals("kicad-xml")) {
                    int rows = CsvText.parse("m", mutant, BomReader.DELIMITER).rows().size();
                    assertEquals(rows - 1, bom.rows(), "seed " + seed);
                }
            } catch (Fault fault) {
                assertTrue(fault.code().startsWith("bom."), "seed " + seed + ": " + fault);
            }
        }
    }

    private static byte[] mutate(byte[] from, Random random) {
        byte[] spice = "\",;\t|\r\n#-0x5 é\u00ff\u0000".getBytes(StandardCharsets.ISO_8859_1);
        byte[] out = from.clone();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(out.length);
            out[at] = random.nextInt(4) == 0 ? out[random.nextInt(out.length)] : spice[random.nextInt(spice.length)];
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(out, random.nextInt(out.length) + 1) : out;
    }

    private static Path there(String file) {
        Path path = CORPUS.resolve(file);
        if (!Files.exists(path)) {
            Assumptions.abort("The real file " + file + " is not beside this checkout.");
        }
        return path;
    }
}
